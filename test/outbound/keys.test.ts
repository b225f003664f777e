import {
  RocketChatAssociationModel as Model,
  RocketChatAssociationRecord as Association,
} from '@rocket.chat/apps-engine/definition/metadata';
import { isOurMark, makeMark } from '../../src/domain/mark';
import { type KeyMemory, keys } from '../../src/outbound/rocketchat/keys';
import { FakePersistence } from './fake-persistence';

const SUBJECT = { ticketId: '2', slug: 'ticket-2', creatorId: 'id-alice' };
const KEY = new Association(Model.MISC, 'signing-key');
const fresh = (): KeyMemory => ({ keys: [] });

describe('the signing keys of the app', () => {
  test('are made at first use, once', async () => {
    const { accessors, stored } = new FakePersistence();
    const first = await keys(accessors, fresh()).all();
    expect(first).toHaveLength(1);
    expect(first[0]?.secret).toMatch(/^[0-9a-f]{64}$/);
    expect(await keys(accessors, fresh()).all()).toEqual(first);
    expect(stored).toHaveLength(1);
  });

  test('are read once and then remembered', async () => {
    const persistence = new FakePersistence();
    const memory = fresh();
    await keys(persistence.accessors, memory).all();
    const { reads } = persistence;
    await keys(persistence.accessors, memory).all();
    expect(persistence.reads).toBe(reads);
  });

  test('of two instances that make one at the same moment are both known to both, which then sign alike', async () => {
    const persistence = new FakePersistence();
    persistence.beforeInsert = () => {
      persistence.beforeInsert = () => undefined;
      persistence.insert({ nonce: '0', secret: 'of the other instance' }, KEY);
    };
    const ours = await keys(persistence.accessors, fresh()).all();
    const theirs = await keys(persistence.accessors, fresh()).all();
    expect(ours).toHaveLength(2);
    expect(makeMark(SUBJECT, '1', ours)).toEqual(makeMark(SUBJECT, '1', theirs));
  });

  test('that another instance has made meanwhile are found when they are read again', async () => {
    const persistence = new FakePersistence();
    const memory = fresh();
    const known = await keys(persistence.accessors, memory).all();
    const added = { nonce: 'later', secret: 'of the other instance' };
    persistence.insert(added, KEY);
    const mark = makeMark(SUBJECT, '1', [added]);
    expect(isOurMark(mark, SUBJECT, known)).toBe(false);
    expect(isOurMark(mark, SUBJECT, await keys(persistence.accessors, memory).reread())).toBe(true);
    expect(await keys(persistence.accessors, memory).all()).toHaveLength(2);
  });

  test('are no records that have another shape', async () => {
    const persistence = new FakePersistence();
    persistence.insert({ nonce: 'n' }, KEY);
    const all = await keys(persistence.accessors, fresh()).all();
    expect(all.map(({ secret }) => secret)).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
  });
});
