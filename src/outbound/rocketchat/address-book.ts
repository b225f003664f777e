import {
  RocketChatAssociationModel as Model,
  RocketChatAssociationRecord as Association,
} from '@rocket.chat/apps-engine/definition/metadata';
import * as v from 'valibot';
import { foldAddress, isAddress } from '../../domain/address';
import { hashesToFind, hashToWrite } from '../../domain/address-hash';
import type { ChatUser } from '../../domain/member';
import type { AddressBook, Keys, PassStore } from '../../usecases/ports';
import type { Accessors } from './accessors';

const EntryShape = v.object({ userId: v.string(), hash: v.string() });
type Entry = v.InferOutput<typeof EntryShape>;

const BOOK = new Association(Model.MISC, 'address-book');
const ofAddress = (hash: string): Association => new Association(Model.MISC, `address-${hash}`);
const ofUser = (userId: string): Association => new Association(Model.USER, userId);

/** Once everybody has been met, that stays so: a later pass only brings the book up to date. */
export interface BookMemory {
  bookComplete: boolean;
}

/**
 * The address book in the app's own records, one per user and address. Every record has the same associations in the same order,
 * because updates match the whole list; nothing keeps two instances from inserting the same record, so `learn` clears such twins.
 *
 * @param counts whether an address of a user is theirs: it is verified, or the settings accept others, too
 */
export function addressBook(
  { read, persistence }: Pick<Accessors, 'read' | 'persistence'>,
  keys: Keys,
  pass: PassStore,
  memory: BookMemory,
  counts: (entry: ChatUser['addresses'][number]) => boolean,
): AddressBook {
  async function entries(...associations: Association[]): Promise<Entry[]> {
    const records: unknown[] = await read.getPersistenceReader().readByAssociations(associations);
    return records.flatMap((record): Entry[] => {
      const parsed = v.safeParse(EntryShape, record);
      return parsed.success ? [parsed.output] : [];
    });
  }
  const write = (entry: Entry): Promise<string> =>
    persistence.updateByAssociations([ofAddress(entry.hash), ofUser(entry.userId), BOOK], entry, true);
  const remove = (hash: string, userId: string): Promise<object[]> =>
    persistence.removeByAssociations([ofAddress(hash), ofUser(userId), BOOK]);

  const addressesOf = (user: ChatUser): string[] => {
    const own = user.addresses.filter((entry) => counts(entry) && isAddress(entry.address.trim()));
    return own.map(({ address }) => foldAddress(address));
  };

  return {
    async find(address) {
      const hashes = hashesToFind(address, await keys.all());
      const found = await Promise.all(hashes.map((hash) => entries(ofAddress(hash))));
      return [...new Set(found.flat().map(({ userId }) => userId))];
    },

    async learn(user) {
      const [known, all] = await Promise.all([entries(BOOK, ofUser(user.id)), keys.all()]);
      const wanted = new Set(addressesOf(user).map((address) => hashToWrite(address, all)));
      const times = (hash: string): number => known.filter((entry) => entry.hash === hash).length;
      const surplus = [...new Set(known.map(({ hash }) => hash))].filter((hash) => !wanted.has(hash) || times(hash) > 1);
      const missing = [...wanted].filter((hash) => times(hash) !== 1);
      // Twins cannot be told apart, so both go before the one is written again.
      await Promise.all(surplus.map((hash) => remove(hash, user.id)));
      await Promise.all(missing.map((hash) => write({ userId: user.id, hash })));
    },

    async forget(userId) {
      await persistence.removeByAssociations([BOOK, ofUser(userId)]);
    },

    async complete() {
      memory.bookComplete ||= (await pass.read())?.completedOnce ?? false;
      return memory.bookComplete;
    },
  };
}
