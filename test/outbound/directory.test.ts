import type { ILogger, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { ChatUser } from '../../src/domain/member';
import { directory } from '../../src/outbound/rocketchat/directory';
import type { AddressBook, Directory } from '../../src/usecases/ports';
import { user } from '../domain/chat';

/** A workspace's users, an address book, and what was asked of both. */
class Stage {
  readonly users: ChatUser[] = [];
  /** User ids by address. */
  readonly book = new Map<string, string[]>();
  readonly asked: string[] = [];
  readonly healed: string[] = [];
  readonly warnings: unknown[] = [];
  healing: () => void = () => undefined;

  directory(acceptUnverified = false): Directory {
    const answer = (what: string, found: ChatUser | undefined): Promise<unknown> => {
      this.asked.push(what);
      return Promise.resolve(
        found && { ...found, isEnabled: found.enabled, type: found.bot ? 'bot' : 'user', roles: found.roles, emails: found.addresses },
      );
    };
    const heal = (what: string): Promise<void> => {
      this.healing();
      this.healed.push(what);
      return Promise.resolve();
    };
    const reader = {
      getByUsername: (name: string) =>
        answer(
          name,
          this.users.find(({ username }) => username === name),
        ),
      getById: (wanted: string) =>
        answer(
          wanted,
          this.users.find(({ id }) => id === wanted),
        ),
    };
    const book: Pick<AddressBook, 'find' | 'forget' | 'learn'> = {
      find: (address) => Promise.resolve(this.book.get(address) ?? []),
      learn: (one) => heal(`learn ${one.id}`),
      forget: (userId) => heal(`forget ${userId}`),
    };
    // as: a directory reads users and warns; it has nothing to do with the rest of either.
    const read = { getUserReader: () => reader } as unknown as IRead;
    const log = { warn: (entry: unknown) => void this.warnings.push(entry) } as unknown as ILogger;
    const complete = (): Promise<boolean> => Promise.resolve(true);
    return directory({ read, log }, { ...book, complete }, ({ verified }) => verified || acceptUnverified);
  }
}

const alice = user('alice', { addresses: [{ address: 'Ally@Corp.test', verified: true }] });
const ALLY = { address: 'ally@corp.test', hints: ['ally'] };

function stage(...users: ChatUser[]): Stage {
  const made = new Stage();
  made.users.push(...users);
  return made;
}

describe('the directory', () => {
  test('finds by address whom the book knows, and leaves a book that is right alone', async () => {
    const given = stage(alice);
    given.book.set(ALLY.address, [alice.id]);
    expect(await given.directory().byAddress(ALLY)).toEqual([alice]);
    expect(given.healed).toEqual([]);
  });

  test('finds whom only the user name hints at, and who has both once', async () => {
    const named = user('ally');
    const given = stage(alice, named);
    expect(await given.directory().byAddress(ALLY)).toEqual([named]);
    given.book.set(ALLY.address, [named.id, alice.id]);
    expect(await given.directory().byAddress(ALLY)).toEqual([named, alice]);
  });

  test('asks for every name and id once, and not for the id of who was found by name', async () => {
    const named = user('ally', { addresses: [{ address: ALLY.address, verified: true }] });
    const given = stage(alice, named);
    given.book.set(ALLY.address, [named.id, alice.id]);
    const asking = given.directory();
    await Promise.all([asking.byAddress(ALLY), asking.byAddress(ALLY), asking.byUsername('ally'), asking.byId(alice.id)]);
    expect([...given.asked].sort()).toEqual(['ally', alice.id].sort());
  });

  test.each<[string, ChatUser[], string]>([
    ['a user who has another address now', [user('alice')], 'learn id-alice'],
    ['a user who has not proved the address', [{ ...alice, addresses: [{ address: ALLY.address, verified: false }] }], 'learn id-alice'],
    ['nobody', [], 'forget id-alice'],
  ])('has the book put right when it leads to %s', async (_whom, users, healed) => {
    const given = stage(...users);
    given.book.set(ALLY.address, [alice.id]);
    await given.directory().byAddress(ALLY);
    expect(given.healed).toEqual([healed]);
  });

  test('takes an unverified address for right where the settings accept it', async () => {
    const given = stage({ ...alice, addresses: [{ address: ALLY.address, verified: false }] });
    given.book.set(ALLY.address, [alice.id]);
    await given.directory(true).byAddress(ALLY);
    expect(given.healed).toEqual([]);
  });

  test('answers although the book cannot be put right, and writes it down', async () => {
    const given = stage();
    given.book.set(ALLY.address, [alice.id]);
    given.healing = () => {
      throw new Error('The database is away.');
    };
    expect(await given.directory().byAddress(ALLY)).toEqual([]);
    expect(given.warnings).toEqual([{ msg: 'address book not put right', userId: alice.id, error: 'Error: The database is away.' }]);
  });
});
