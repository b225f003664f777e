import type { IPersistence } from '@rocket.chat/apps-engine/definition/accessors';
import type { ChatUser } from '../../src/domain/member';
import { hashToWrite } from '../../src/domain/address-hash';
import { isOurMark, type SigningKey } from '../../src/domain/mark';
import { addressBook, type BookMemory } from '../../src/outbound/rocketchat/address-book';
import { passStore } from '../../src/outbound/rocketchat/pass-store';
import type { Pass } from '../../src/domain/address-pass';
import type { AddressBook } from '../../src/usecases/ports';
import { user } from '../domain/chat';
import { FakePersistence } from './fake-persistence';

const FIRST: SigningKey = { nonce: '1', secret: 'first' };
const SECOND: SigningKey = { nonce: '2', secret: 'second' };
const alice = user('alice');
const with_ = (...addresses: [string, boolean][]): ChatUser => ({
  ...alice,
  addresses: addresses.map(([address, verified]) => ({ address, verified })),
});

interface Given {
  readonly keys?: readonly SigningKey[];
  readonly acceptUnverified?: boolean;
  readonly memory?: BookMemory;
  readonly accessors?: FakePersistence['accessors'];
}

function bookOf(
  persistence: FakePersistence,
  { keys = [FIRST], acceptUnverified = false, memory = { bookComplete: false }, accessors = persistence.accessors }: Given = {},
): AddressBook {
  const all = (): Promise<readonly SigningKey[]> => Promise.resolve(keys);
  return addressBook(accessors, { all, reread: all }, passStore(accessors), memory, ({ verified }) => verified || acceptUnverified);
}

/** Accessors that can only be read with. */
function readOnly({ accessors }: FakePersistence): FakePersistence['accessors'] {
  const refuse = (): never => {
    throw new Error('Something was written.');
  };
  return { ...accessors, persistence: new Proxy({} as IPersistence, { get: refuse }) };
}

describe('the address book', () => {
  test('leads from a verified address to its user, and from no other address to anybody', async () => {
    const book = bookOf(new FakePersistence());
    await book.learn(with_(['Alice@Corp.Test', true], ['not-proved@corp.test', false]));
    expect(await book.find('alice@corp.test')).toEqual([alice.id]);
    expect(await book.find('not-proved@corp.test')).toEqual([]);
    expect(await book.find('somebody@corp.test')).toEqual([]);
  });

  test('takes in unverified addresses only where the settings say so', async () => {
    const book = bookOf(new FakePersistence(), { acceptUnverified: true });
    await book.learn(with_(['not-proved@corp.test', false]));
    expect(await book.find('not-proved@corp.test')).toEqual([alice.id]);
  });

  test.each([
    ['a disabled user', { enabled: false }],
    ['a bot', { bot: true }],
  ])('keeps %s, so that they can be named as such', async (_who, change) => {
    const persistence = new FakePersistence();
    await bookOf(persistence).learn({ ...alice, ...change });
    expect(await bookOf(persistence).find('alice@corp.test')).toEqual([alice.id]);
  });

  test('does not contain any address as text', async () => {
    const persistence = new FakePersistence();
    await bookOf(persistence).learn(alice);
    expect(persistence.stored).toHaveLength(1);
    expect(JSON.stringify(persistence.stored)).not.toMatch(/corp/i);
  });

  test('writes nothing when it is right already', async () => {
    const persistence = new FakePersistence();
    const known = with_(['alice@corp.test', true], ['second@corp.test', true], ['ALICE@corp.test', true]);
    await bookOf(persistence).learn(known);
    expect(persistence.stored).toHaveLength(2);
    await expect(bookOf(persistence, { accessors: readOnly(persistence) }).learn(known)).resolves.toBeUndefined();
  });

  test('follows a user from one address to another', async () => {
    const persistence = new FakePersistence();
    await bookOf(persistence).learn(with_(['old@corp.test', true], ['kept@corp.test', true]));
    await bookOf(persistence).learn(with_(['kept@corp.test', true], ['new@corp.test', true]));
    expect(await bookOf(persistence).find('old@corp.test')).toEqual([]);
    expect(await bookOf(persistence).find('new@corp.test')).toEqual([alice.id]);
    expect(persistence.stored).toHaveLength(2);
  });

  test('clears the twins that two instances have inserted at the same moment', async () => {
    const persistence = new FakePersistence();
    await bookOf(persistence).learn(alice);
    persistence.stored.push(...persistence.stored.map((one) => ({ ...one })));
    expect(await bookOf(persistence).find('alice@corp.test')).toEqual([alice.id]);
    await bookOf(persistence).learn(alice);
    expect(persistence.stored).toHaveLength(1);
    expect(await bookOf(persistence).find('alice@corp.test')).toEqual([alice.id]);
  });

  test('finds with every key, and writes with the lowest once both are known', async () => {
    const persistence = new FakePersistence();
    await bookOf(persistence, { keys: [SECOND] }).learn(alice);
    expect(await bookOf(persistence, { keys: [FIRST] }).find('alice@corp.test')).toEqual([]);
    const both = bookOf(persistence, { keys: [SECOND, FIRST] });
    expect(await both.find('alice@corp.test')).toEqual([alice.id]);
    await both.learn(alice);
    expect(await bookOf(persistence, { keys: [FIRST] }).find('alice@corp.test')).toEqual([alice.id]);
    expect(persistence.stored).toHaveLength(1);
  });

  test('forgets one user and keeps the others', async () => {
    const persistence = new FakePersistence();
    await bookOf(persistence).learn(with_(['alice@corp.test', true], ['second@corp.test', true]));
    await bookOf(persistence).learn(user('bob'));
    await bookOf(persistence).forget(alice.id);
    expect(await bookOf(persistence).find('second@corp.test')).toEqual([]);
    expect(await bookOf(persistence).find('bob@corp.test')).toEqual(['id-bob']);
    expect(persistence.stored).toHaveLength(1);
  });

  test('has hashes that are no signatures of rooms, although the key is the same', () => {
    const subject = { ticketId: '2', slug: 'ticket-2', creatorId: 'id-alice' };
    const signed = JSON.stringify(['mark', 1, 'created', subject.ticketId, subject.slug, subject.creatorId]);
    const mark = { v: 1, ticketId: '2', ticketNumber: '1', sig: hashToWrite(signed, [FIRST]) } as const;
    expect(isOurMark(mark, subject, [FIRST])).toBe(false);
  });
});

const PASS: Pass = {
  roomIds: ['GENERAL'],
  limit: 5000,
  acceptUnverified: false,
  at: 0,
  after: 'x',
  met: 100,
  tooLarge: [{ roomId: 'big', name: 'all', members: 9000 }],
  gone: [],
  startedAt: 1,
  completedOnce: false,
};

describe('the record of the pass', () => {
  test('is there as it was written last, once', async () => {
    const persistence = new FakePersistence();
    const store = passStore(persistence.accessors);
    expect(await store.read()).toBeUndefined();
    await store.write(PASS);
    await store.write({ ...PASS, at: 1, completedAt: 7 });
    expect(await store.read()).toEqual({ ...PASS, at: 1, completedAt: 7 });
    expect(persistence.stored).toHaveLength(1);
  });

  test.each<[string, Partial<Pass>]>([
    ['begun later', { startedAt: 2, met: 0 }],
    ['further on by a room', { at: 1, met: 0 }],
    ['further on in the same room', { met: 200 }],
    ['completed', { completedAt: 9 }],
  ])('is the one %s when there are two', async (_which, change) => {
    const newer = { ...PASS, ...change };
    for (const order of [
      [PASS, newer],
      [newer, PASS],
    ]) {
      const persistence = new FakePersistence();
      await passStore(persistence.accessors).write(PASS);
      const [first] = persistence.stored;
      if (!first) throw new Error('Nothing was written.');
      persistence.stored.splice(0, 1, ...order.map((data) => ({ ...first, data })));
      expect(await passStore(persistence.accessors).read()).toEqual(newer);
    }
  });

  test('says for the book whether everybody has been met once, and is not asked again then', async () => {
    const persistence = new FakePersistence();
    const memory = { bookComplete: false };
    const book = bookOf(persistence, { memory });
    expect(await book.complete()).toBe(false);
    await passStore(persistence.accessors).write({ ...PASS, completedOnce: true });
    expect(await book.complete()).toBe(true);
    const { reads } = persistence;
    expect(await bookOf(persistence, { memory }).complete()).toBe(true);
    expect(persistence.reads).toBe(reads);
  });
});
