import { isNativeError } from 'node:util/types';
import { reasonOf } from './reason';

/** One end of the pipe between the host and an engine process: `process` in the child, the `ChildProcess` in the host. */
export interface Pipe {
  readonly connected: boolean;
  send?(message: object): unknown;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'disconnect', listener: () => void): unknown;
}

type Message =
  | { id: number; target: string; method: string; args: unknown[] }
  | { id: number; result: unknown }
  | { id: number; error: { name: string; message: string; extra: Record<string, unknown> } };

/** What answers the calls from the other end. */
export type Receiver = (target: string, method: string, args: unknown[]) => Promise<unknown>;

/** Calls in both directions over one pipe; values are structured-cloned, errors keep message, name and own fields. */
export class Channel {
  private nextId = 1;
  private readonly waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();

  constructor(
    private readonly pipe: Pipe,
    private readonly receiver: Receiver,
  ) {
    pipe.on('message', (message) => void this.receive(message as Message)); // as: only Channel writes into this pipe
    pipe.on('disconnect', () => this.close());
  }

  /** @returns the answer of the other end; rejects with its error, or when the other process ends before it has answered */
  call(target: string, method: string, args: unknown[]): Promise<unknown> {
    if (!this.pipe.connected) return Promise.reject(new Error('The other process has ended.'));
    const id = this.nextId++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.send({ id, target, method, args });
    });
  }

  private async receive(message: Message): Promise<void> {
    if ('method' in message) return this.answer(message.id, message);
    const waiting = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if ('error' in message) waiting?.reject(revive(message.error));
    else waiting?.resolve(message.result);
  }

  private async answer(id: number, call: { target: string; method: string; args: unknown[] }): Promise<void> {
    try {
      this.send({ id, result: await this.receiver(call.target, call.method, call.args) });
    } catch (error) {
      this.send({ id, error: flatten(error) });
    }
  }

  private send(message: Message): void {
    if (this.pipe.connected) this.pipe.send?.(message);
  }

  private close(): void {
    for (const { reject } of this.waiting.values()) reject(new Error('The other process has ended.'));
    this.waiting.clear();
  }
}

function flatten(thrown: unknown): { name: string; message: string; extra: Record<string, unknown> } {
  const name = isNativeError(thrown) ? thrown.name : 'Error';
  const extra = isNativeError(thrown) ? Object.fromEntries(Object.entries(thrown)) : {};
  return { name, message: reasonOf(thrown), extra };
}

function revive(error: { name: string; message: string; extra: Record<string, unknown> }): Error {
  return Object.assign(new Error(error.message), { name: error.name }, error.extra);
}

/** What answers at the other end: methods that promise. */
type Answering<Target> = Record<keyof Target, (...args: never[]) => Promise<unknown>>;

/** @returns an object whose every method is a call of the same name at the other end, for a `target` there */
export function remote<Target extends Answering<Target>>(channel: Channel, target: string): Target {
  const call =
    (method: string) =>
    (...args: unknown[]) =>
      channel.call(target, method, args);
  // as: the interface is the contract of the two ends; `then` has to be missing, or `await` would take this for a promise.
  return new Proxy({}, { get: (_, method) => (typeof method === 'string' && method !== 'then' ? call(method) : undefined) }) as Target;
}

/** Calls a method of `target` by its name; a name it does not have is refused with the reason. */
export async function callByName(target: object, name: string, method: string, args: unknown[]): Promise<unknown> {
  const found: unknown = Reflect.get(target, method);
  if (typeof found !== 'function') throw new Error(`The playground does not model ${name}.${method}.`);
  return (await Reflect.apply(found, target, args)) as unknown; // as: Reflect.apply is typed any
}
