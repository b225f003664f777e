import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { post } from './started';

const PROJECT = join(__dirname, '../../..');

const started: ChildProcess[] = [];

/** Runs what `npm start` runs once the app is packaged. */
function startPlayground(env: Record<string, string>): { child: ChildProcess; printed: () => string } {
  let output = '';
  const child = spawn(process.execPath, ['--require', require.resolve('tsx/cjs'), 'playground/start.ts'], {
    cwd: PROJECT,
    env: { ...process.env, PORT: '0', ...env },
  });
  started.push(child);
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return { child, printed: () => output };
}

async function untilPrinted(printed: () => string, child: ChildProcess, words: string): Promise<string> {
  while (!printed().includes(words)) {
    if (child.exitCode !== null) throw new Error(printed());
    await once(child.stdout ?? child, 'data');
  }
  return printed();
}

describe('npm start', () => {
  afterEach(() => {
    for (const child of started.splice(0)) child.kill('SIGKILL');
  });

  it('prints a line that opens a room for a sample ticket, and ends when it is told to', async () => {
    const { child, printed } = startPlayground({});
    const text = await untilPrinted(printed, child, 'Ctrl-C ends it.');
    const [, openRoom = ''] = /curl -s -X POST (\S+open-room)/.exec(text) ?? [];
    const [, listRooms = ''] = /curl -s (\S+\/playground\/rooms)/.exec(text) ?? [];
    expect(await post(openRoom, { by: 'bob' })).toMatchObject({ Data: { Result: 'created' } });
    const rooms = (await (await fetch(listRooms)).json()) as { t: string; name: string; usersCount: number }[]; // as: the playground's answer
    // The direct room is where bob is told who is missing.
    expect(rooms.filter(({ t }) => t !== 'd')).toEqual([
      expect.objectContaining({ name: 'general' }),
      expect.objectContaining({ name: expect.stringMatching(/^ticket-\d+$/) as unknown, usersCount: 4 }),
    ]);
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([0, null]);
  }, 30_000);

  it('says which port is taken and what to do about it', async () => {
    const first = startPlayground({});
    const text = await untilPrinted(first.printed, first.child, 'Ctrl-C ends it.');
    const [, port = ''] = /Rocket\.Chat\s+http:\/\/127\.0\.0\.1:(\d+)/.exec(text) ?? [];
    const second = startPlayground({ PORT: port });
    expect(await once(second.child, 'exit')).toEqual([1, null]);
    expect(second.printed()).toContain(`127.0.0.1:${port}`);
    expect(second.printed()).toContain('PORT=3100 npm start');
    first.child.kill('SIGTERM');
    expect(await once(first.child, 'exit')).toEqual([0, null]);
  }, 30_000);
});
