import type { Pass, PassScope } from '../../src/domain/address-pass';
import type { ChatUser } from '../../src/domain/member';
import { fillAddressBook } from '../../src/usecases/fill-address-book';
import { room, user } from '../domain/chat';

const SCOPE: PassScope = { roomIds: ['room-general'], limit: 5000, acceptUnverified: false };
const POLICY: Parameters<typeof fillAddressBook>[1] = {
  recognition: { discovery: 'email', mapping: new Map(), acceptUnverified: false },
  customers: 'always',
  customerQueues: [],
  colleagues: false,
  adding: 'silent',
};
type PassPorts = Parameters<typeof fillAddressBook>[2];
const DAY_MS = 24 * 60 * 60 * 1000;

/** Rooms with their members, and a clock that goes on with each batch. */
class Stage {
  now = Date.UTC(2026, 10, 23);
  msPerBatch = 0;
  readonly members = new Map<string, ChatUser[]>();
  readonly met: string[] = [];
  readonly memberReads: string[] = [];
  readonly written: Pass[] = [];
  /** The process dies after this many people more. */
  diesAfter = Infinity;
  /** The most people who were met side by side. */
  widest = 0;
  private atOnce = 0;

  addRoom(slug: string, count: number): void {
    this.members.set(
      `room-${slug}`,
      Array.from({ length: count }, (_, at) => user(`${slug}-${String(at).padStart(4, '0')}`)),
    );
  }

  step(scope: PassScope = SCOPE): Promise<Pass> {
    const { members } = this;
    const ports = {
      rooms: {
        byId: (roomId: string) => {
          const inside = members.get(roomId);
          return Promise.resolve(inside && { ...room(roomId.slice('room-'.length)), memberCount: inside.length });
        },
        members: (roomId: string) => {
          this.memberReads.push(roomId);
          return Promise.resolve([...(members.get(roomId) ?? [])].reverse());
        },
      },
      book: { learn: (one: ChatUser) => this.learn(one) },
      pass: {
        read: () => Promise.resolve(this.written.at(-1)),
        write: (pass: Pass) => {
          if (this.written.at(-1)?.met !== pass.met) this.now += this.msPerBatch;
          this.written.push(pass);
          return Promise.resolve();
        },
      },
      waiting: { keys: () => Promise.resolve([]) },
      keys: { all: () => Promise.resolve([{ nonce: 'a', secret: 'key' }]) },
      time: { now: () => this.now },
    };
    // as: nobody is waited for here, so nothing else may be asked; where it is, the test fails.
    return fillAddressBook(scope, POLICY, ports as unknown as PassPorts);
  }

  private async learn({ username }: ChatUser): Promise<void> {
    if (this.diesAfter === 0) throw new Error('The process has died.');
    this.diesAfter -= 1;
    this.atOnce += 1;
    this.widest = Math.max(this.widest, this.atOnce);
    await Promise.resolve();
    this.atOnce -= 1;
    this.met.push(username);
  }
}

describe('the pass over the members of the chosen rooms', () => {
  test('meets everybody once, a hundred side by side, and reads each room once', async () => {
    const stage = new Stage();
    stage.addRoom('general', 250);
    stage.addRoom('staff', 30);
    const pass = await stage.step({ ...SCOPE, roomIds: ['room-general', 'room-staff'] });
    expect(pass).toMatchObject({ met: 280, completedAt: stage.now, completedOnce: true });
    expect(stage.met).toHaveLength(280);
    expect(new Set(stage.met).size).toBe(280);
    expect(stage.widest).toBe(100);
    expect(stage.memberReads).toEqual(['room-general', 'room-staff']);
  });

  test('writes down how far it is after each batch', async () => {
    const stage = new Stage();
    stage.addRoom('general', 250);
    await stage.step();
    expect(stage.written.map(({ met }) => met)).toEqual([100, 200, 250, 250, 250]);
  });

  test('does nothing when it is done, until a day has passed', async () => {
    const stage = new Stage();
    stage.addRoom('general', 3);
    const done = await stage.step();
    stage.now += DAY_MS;
    const { length } = stage.written;
    expect(await stage.step()).toEqual(done);
    expect(stage.written).toHaveLength(length);
    expect(stage.met).toHaveLength(3);
    stage.now += 1;
    await stage.step();
    expect(stage.met).toHaveLength(6);
  });

  test('stops when its time is used up, and goes on there in the next step', async () => {
    const stage = new Stage();
    stage.addRoom('general', 350);
    stage.msPerBatch = 10_000;
    expect(await stage.step()).toMatchObject({ met: 200, at: 0 });
    expect(await stage.step()).toMatchObject({ met: 350, completedOnce: true });
    expect(new Set(stage.met).size).toBe(350);
    expect(stage.met).toHaveLength(350);
  });

  test('comes to its end even where one batch takes longer than a step may', async () => {
    const stage = new Stage();
    stage.addRoom('general', 250);
    stage.msPerBatch = 60_000;
    const mets = [await stage.step(), await stage.step(), await stage.step(), await stage.step()].map(({ met }) => met);
    expect(mets).toEqual([100, 200, 250, 250]);
    expect(stage.written.at(-1)).toMatchObject({ completedOnce: true });
  });

  test('after the process died meets again those of one batch at most', async () => {
    const stage = new Stage();
    stage.addRoom('general', 350);
    stage.diesAfter = 250;
    await expect(stage.step()).rejects.toThrow('The process has died.');
    stage.diesAfter = Infinity;
    expect(await stage.step()).toMatchObject({ met: 350, completedOnce: true });
    expect(new Set(stage.met).size).toBe(350);
    expect(stage.met.length).toBeLessThanOrEqual(450);
  });

  test('meets those who come and misses none of those who stay when others leave between two steps', async () => {
    const stage = new Stage();
    stage.addRoom('general', 300);
    stage.msPerBatch = 20_000;
    await stage.step();
    const inside = stage.members.get('room-general') ?? [];
    stage.members.set('room-general', [...inside.slice(50), user('zoe')]);
    stage.msPerBatch = 0;
    await stage.step();
    expect([...new Set(stage.met)].sort()).toEqual([...inside.map(({ username }) => username), 'zoe']);
  });

  test('leaves rooms above the limit and rooms that are gone alone, names them, and meets the members of the others', async () => {
    const stage = new Stage();
    stage.addRoom('general', 11);
    stage.addRoom('staff', 10);
    const pass = await stage.step({ roomIds: ['room-general', 'room-gone', 'room-staff'], limit: 10, acceptUnverified: false });
    expect(pass).toMatchObject({
      met: 10,
      tooLarge: [{ roomId: 'room-general', name: 'general', members: 11 }],
      gone: ['room-gone'],
      completedOnce: true,
    });
    expect(stage.memberReads).toEqual(['room-staff']);
  });

  test('starts anew when other rooms are chosen', async () => {
    const stage = new Stage();
    stage.addRoom('general', 3);
    stage.addRoom('staff', 2);
    await stage.step();
    expect(await stage.step({ ...SCOPE, roomIds: ['room-staff'] })).toMatchObject({ met: 2, completedOnce: true });
    expect(stage.memberReads).toEqual(['room-general', 'room-staff']);
  });
});
