import { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { DenoRuntimeSubprocessController as Controller } from '@rocket.chat/apps-engine/server/runtime/deno/AppsEngineDenoRuntime';
import { CallRecorder } from './call-recorder';
import type { SandboxCall } from './rounds';

interface Message {
  payload: { method: string };
}
type Handler = (message: Message) => Promise<unknown>;

/** A sandbox as the tap knows it. */
interface Watched {
  /** The engine is starting it again; its state field is not to be trusted meanwhile. */
  restarting: boolean;
  /** It was killed here, and what its pipe still holds counts as never sent. */
  deaf: boolean;
}

interface Kill {
  readonly afterCall: number;
  seen: number;
  /** The call after whose effect the sandbox dies. */
  last: Message | undefined;
  readonly settle: (happened: boolean) => void;
}

/**
 * Sits where every message from the sandboxes to their host passes: records the calls, and can kill a sandbox between the effect
 * of a call and its reply. It wraps methods of the engine's controller objects in memory, because the engine offers no place to listen.
 */
export class SandboxTap {
  private readonly sandboxes = new Map<string, { controller: Controller; watched: Watched }>();
  private readonly recorder = new CallRecorder(() => this.roundTrip());
  private kill: Kill | undefined;
  private killOutcome: Promise<boolean> = Promise.resolve(false);

  /** From now on the messages of this sandbox pass here, after its restarts too. An earlier one of the same app is forgotten. */
  watch(controller: Controller): void {
    const watched: Watched = { restarting: false, deaf: false };
    this.sandboxes.set(controller.getAppId(), { controller, watched });
    wrap(controller, 'handleIncomingMessage', (original) => (message) => this.receive(controller, watched, message, original));
    for (const name of ['handleAccessorMessage', 'handleBridgeMessage']) {
      wrap(controller, name, (original) => (message) => this.handle(controller, watched, message, original));
    }
    const restart = controller.restartApp.bind(controller);
    controller.restartApp = async () => {
      watched.restarting = true;
      await restart();
      watched.restarting = false;
    };
  }

  /** The app is uninstalled. */
  forget(appId: string): void {
    this.sandboxes.delete(appId);
  }

  startTrace(): void {
    this.recorder.begin();
  }

  stopTrace(): Promise<SandboxCall[]> {
    return this.recorder.finish();
  }

  /** @param afterCall the how-manieth call from now (from 1) takes effect, but is never answered */
  armKill(afterCall: number): void {
    if (!(afterCall >= 1)) throw new RangeError(`A sandbox can be killed after its first call or a later one, not after ${afterCall}.`);
    this.disarmKill();
    this.killOutcome = new Promise((settle) => {
      this.kill = { afterCall, seen: 0, last: undefined, settle };
    });
  }

  /** @returns whether the armed kill happened; false when it was called off before */
  killed(): Promise<boolean> {
    return this.killOutcome;
  }

  disarmKill(): void {
    this.kill?.settle(false);
    this.kill = undefined;
  }

  async killAll(): Promise<void> {
    await Promise.all([...this.sandboxes.values()].map(({ controller, watched }) => killProcess(controller, watched)));
    this.recorder.lost();
  }

  /** Resolves when every sandbox runs, is set up and answers. */
  async ready(): Promise<void> {
    for (const { controller, watched } of this.sandboxes.values()) {
      while (!isUp(controller, watched)) await pause(20);
      await controller.sendRequest({ method: 'app:getStatus', params: [] });
    }
  }

  pids(): number[] {
    return [...this.sandboxes.values()].flatMap(({ controller }) => processOf(controller)?.pid ?? []);
  }

  /** A dead sandbox has nothing more to say. */
  private async roundTrip(): Promise<void> {
    const running = [...this.sandboxes.values()].filter(({ controller, watched }) => isUp(controller, watched));
    await Promise.all(running.map(({ controller }) => controller.sendRequest({ method: 'ping', params: [] }).catch(() => undefined)));
  }

  private async receive(controller: Controller, watched: Watched, message: Message, original: Handler): Promise<unknown> {
    const { method } = message.payload;
    if (method === 'ready') {
      watched.deaf = false;
      // A reply to a process that has just died must not end this one.
      processOf(controller)?.stdin?.on('error', () => undefined);
    }
    if (watched.deaf) return undefined;
    if (!method.startsWith('bridges:') && !method.startsWith('accessor:')) return original(message);
    if (this.kill) {
      // Calls after the last one must take no effect: they would be what a dead sandbox did.
      if (this.kill.last) return undefined;
      this.kill.seen += 1;
      if (this.kill.seen === this.kill.afterCall) this.kill.last = message;
    }
    const answered = this.recorder.started(method);
    const result = await original(message);
    answered();
    return result;
  }

  private async handle(controller: Controller, watched: Watched, message: Message, original: Handler): Promise<unknown> {
    const { kill } = this;
    if (kill?.last !== message) {
      try {
        return await original(message);
      } finally {
        await this.recorder.turn();
      }
    }
    await original(message).catch(() => undefined); // an error is an answer like any other, and as lost
    await killProcess(controller, watched);
    this.recorder.lost();
    this.kill = undefined;
    kill.settle(true);
    return new Promise(() => undefined); // no reply, ever
  }
}

/** Kills from outside, as the operating system would; the engine's own kill would keep it from starting the sandbox again. */
async function killProcess(controller: Controller, watched: Watched): Promise<void> {
  const deno = processOf(controller);
  if (deno?.pid === undefined || deno.exitCode !== null || deno.signalCode !== null) return;
  watched.deaf = true;
  const exit = once(deno, 'exit');
  process.kill(deno.pid, 'SIGKILL');
  await exit;
}

function isUp(controller: Controller, watched: Watched): boolean {
  const deno = processOf(controller);
  return (
    deno?.exitCode === null && deno.signalCode === null && !watched.restarting && !watched.deaf && controller.getProcessState() === 'ready'
  );
}

function processOf(controller: Controller): ChildProcess | undefined {
  const deno: unknown = Reflect.get(controller, 'deno');
  return deno instanceof ChildProcess ? deno : undefined;
}

function wrap(controller: Controller, name: string, around: (original: Handler) => Handler): void {
  const original: unknown = Reflect.get(controller, name);
  if (typeof original !== 'function') throw new Error(`This Apps-Engine has no ${name} in its runtime controller.`);
  Reflect.set(
    controller,
    name,
    around((message) => Reflect.apply(original, controller, [message]) as Promise<unknown>),
  ); // as: typed any
}
