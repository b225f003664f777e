import type { Channel } from './channel';

/**
 * An engine bridge or storage whose work is done in the host: what the engine's class itself implements (permission checks in
 * the `do…` methods) runs here, and every method it leaves abstract becomes a call to the host.
 * @param EngineClass the abstract class of the engine, with the arguments its constructor wants
 * @param name what the host knows it by
 */
export function forwarding<Bridge extends object, Args extends unknown[]>(
  EngineClass: abstract new (...args: Args) => Bridge,
  name: string,
  channel: Channel,
  ...args: Args
): Bridge {
  const target = Reflect.construct(EngineClass, args) as Bridge; // as: abstract methods are types only, so the class can be constructed
  return new Proxy(target, {
    get: (own, property, receiver): unknown => {
      if (property in own || typeof property !== 'string' || property === 'then') return Reflect.get(own, property, receiver);
      return (...forwarded: unknown[]) => channel.call(name, property, forwarded);
    },
  });
}
