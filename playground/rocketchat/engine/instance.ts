import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { delimiter, join } from 'node:path';
import { callByName, Channel, remote, type Receiver } from './channel';
import type { EngineOrders, HostServices } from './orders';
import type { SandboxCall } from './rounds';
import type { SandboxHome } from './sandbox-home';

/** How much of what an engine process prints is kept, in characters. */
const OUTPUT_LIMIT = 100_000;

export interface InstanceOptions {
  home: SandboxHome;
  /** Answers bridges and storages, for all instances the same. */
  receiver: Receiver;
  services: Omit<HostServices, 'started'>;
  /** After how long the engine gives a request to the sandbox up, in milliseconds (the engine's own default: 30,000). */
  runtimeTimeoutMs: number | undefined;
}

/** A recording of the calls that sandboxes make to their host. */
export interface Trace {
  /** Ends the recording when the sandbox has come to rest. @returns the calls in the order in which they came */
  stop(): Promise<SandboxCall[]>;
}

/** A sandbox that is going to be killed. */
export interface ArmedKill {
  /** Resolves to true when the sandbox has been killed, to false when that was called off. */
  readonly happened: Promise<boolean>;
  /** Calls it off; nothing happens when it is too late. */
  disarm(): Promise<void>;
}

/** One Rocket.Chat instance of the workspace: a process with an Apps-Engine of its own. */
export class EngineInstance {
  readonly orders: EngineOrders;
  private printed = '';
  private port: number | undefined;

  private constructor(
    private readonly child: ChildProcess,
    receiver: Receiver,
  ) {
    this.orders = remote<EngineOrders>(new Channel(child, receiver), 'engine');
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.printed = (this.printed + chunk.toString()).slice(-OUTPUT_LIMIT);
      });
    }
  }

  /** Starts the process; resolves when its AppManager is up and its endpoints can be served. */
  static async start({ home, receiver, services, runtimeTimeoutMs }: InstanceOptions): Promise<EngineInstance> {
    const child = fork(join(__dirname, 'engine-process.ts'), [home.runtimeFolder], {
      execArgv: ['--require', require.resolve('tsx/cjs')],
      serialization: 'advanced',
      silent: true,
      // A Ctrl-C in the terminal is for the host, which ends its processes in order.
      detached: true,
      env: {
        ...process.env,
        PATH: `${home.binFolder}${delimiter}${process.env.PATH ?? ''}`,
        DENO_DIR: home.cacheFolder,
        // Under `test`, which test runners set, the engine grants every permission to every app.
        NODE_ENV: 'production',
        ...(runtimeTimeoutMs === undefined ? {} : { APPS_ENGINE_RUNTIME_TIMEOUT: String(runtimeTimeoutMs) }),
      },
    });
    let tellStarted: (port: number) => void = () => undefined;
    const host: HostServices = {
      ...services,
      started: (port) => {
        tellStarted(port);
        return Promise.resolve();
      },
    };
    const instance = new EngineInstance(child, (target, method, args) =>
      target === 'host' ? callByName(host, target, method, args) : receiver(target, method, args),
    );
    instance.port = await new Promise((resolve, reject) => {
      tellStarted = resolve;
      child.once('exit', () => reject(new Error(`An engine process ended while it started:\n${instance.printed}`)));
    });
    return instance;
  }

  /** Where this instance serves the apps' endpoints, on 127.0.0.1. */
  get apiPort(): number {
    if (this.port === undefined) throw new Error('This engine process has not started.');
    return this.port;
  }

  /**
   * Starts to record the calls of the sandboxes; an earlier recording is dropped. While it lasts, replies are sent in batches, whenever the
   * sandbox has gone quiet: rounds come out as they are, times do not.
   */
  async trace(): Promise<Trace> {
    await this.orders.startTrace();
    return { stop: () => this.orders.stopTrace() };
  }

  /**
   * Lets the sandbox make `k` more calls, then kills it: the last one takes effect, but its reply is lost, and no later call has
   * any effect. Calls under way at that moment may still complete. The engine starts the sandbox again by itself.
   * @param k from 1
   */
  async killAfterCall(k: number): Promise<ArmedKill> {
    await this.orders.armKill(k);
    return { happened: this.orders.killed(), disarm: () => this.orders.disarmKill() };
  }

  /** Kills the sandboxes at once; the engine starts them again by itself. */
  killSandbox(): Promise<void> {
    return this.orders.killSandbox();
  }

  /** Resolves when the sandboxes run and answer, after a kill for instance. */
  ready(): Promise<void> {
    return this.orders.ready();
  }

  /** What the engine process has printed lately: refused permissions, failures inside apps. */
  output(): string {
    return this.printed;
  }

  /** Ends the process and its sandboxes. */
  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exit = once(this.child, 'exit');
    if (this.child.connected) this.child.disconnect();
    await exit;
  }
}
