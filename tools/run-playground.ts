import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A playground in a process of its own. */
export interface RunningPlayground {
  /** Of Rocket.Chat and of the page, without trailing slash. */
  readonly url: string;
  /** Of the OTOBO stand-in. */
  readonly otoboUrl: string;
  stop(): Promise<void>;
}

/** Runs what `npm start` runs once the app is packaged, on free ports. Rejects with what it printed when it does not come up. */
export async function runPlayground(): Promise<RunningPlayground> {
  const child = spawn(process.execPath, ['--require', require.resolve('tsx/cjs'), 'playground/start.ts'], {
    cwd: join(__dirname, '..'),
    env: { ...process.env, PORT: '0' },
  });
  const ended = once(child, 'exit');
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  while (!printed.includes('Ctrl-C ends it.')) {
    if (child.exitCode !== null) throw new Error(`The playground did not start:\n${printed}`);
    await Promise.race([once(child.stdout, 'data'), ended]);
  }
  const address = (of: string): string => new RegExp(`^ {2}${of} +(\\S+)`, 'm').exec(printed)?.[1] ?? '';
  return {
    url: address('Rocket\\.Chat'),
    otoboUrl: address('OTOBO'),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
