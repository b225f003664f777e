import { barrier, Stage } from './stage';

const ROOM = { model: 'room', id: 'r1' };
const TICKET = { model: 'misc', id: 'ticket-1' };

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.workspace.close());

const store = (data: unknown, ...associations: unknown[]): Promise<unknown> =>
  stage.call('persistence', 'createWithAssociations', data, associations, 'app-1');
const read = (...associations: unknown[]): Promise<unknown> => stage.call('persistence', 'readByAssociations', associations, 'app-1');
const update = (associations: unknown[], data: unknown, upsert: boolean): Promise<unknown> =>
  stage.call('persistence', 'updateByAssociations', associations, data, upsert, 'app-1');

describe('storing', () => {
  it('inserts: the same associations twice are two records', async () => {
    await store({ n: 1 }, ROOM);
    await store({ n: 2 }, ROOM);
    expect(await read(ROOM)).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it('answers with an id by which the data alone is read', async () => {
    const id = await store({ n: 1 }, ROOM);
    expect(id).toMatch(/^[0-9a-f]{24}$/);
    expect(await stage.call('persistence', 'readById', id, 'app-1')).toEqual({ n: 1 });
    expect(await stage.call('persistence', 'readById', '0'.repeat(24), 'app-1')).toEqual({});
  });

  it('refuses what is no object', async () => {
    await expect(store('text', ROOM)).rejects.toThrow('Attempted to store an invalid data type, it must be an object.');
  });

  it('keeps a copy', async () => {
    const data = { list: [1] };
    await store(data, ROOM);
    data.list.push(2);
    expect(await read(ROOM)).toEqual([{ list: [1] }]);
  });
});

describe('reading by associations', () => {
  it('finds records that carry all of them and maybe more, in any order', async () => {
    await store({ n: 1 }, ROOM, TICKET);
    await store({ n: 2 }, ROOM);
    expect(await read(TICKET, ROOM)).toEqual([{ n: 1 }]);
    expect(await read(ROOM, TICKET)).toEqual([{ n: 1 }]);
    expect(await read(ROOM)).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it('finds nothing by no association: there is no list of everything', async () => {
    await store({ n: 1 }, ROOM);
    await stage.call('persistence', 'create', { n: 2 }, 'app-1');
    expect(await read()).toEqual([]);
  });

  it('never finds another app’s records', async () => {
    await store({ n: 1 }, ROOM);
    expect(await stage.call('persistence', 'readByAssociations', [ROOM], 'app-2')).toEqual([]);
  });
});

describe('updating by associations', () => {
  it('needs exactly the record’s list, in its order', async () => {
    await store({ n: 1 }, ROOM, TICKET);
    await update([ROOM], { n: 2 }, false);
    await update([TICKET, ROOM], { n: 3 }, false);
    expect(await read(ROOM)).toEqual([{ n: 1 }]);
    await update([ROOM, TICKET], { n: 4 }, false);
    expect(await read(ROOM)).toEqual([{ n: 4 }]);
  });

  it('does not find a record with fewer associations', async () => {
    await store({ n: 1 }, ROOM);
    await update([ROOM, TICKET], { n: 2 }, false);
    expect(await read(ROOM)).toEqual([{ n: 1 }]);
  });

  it('replaces the data whole', async () => {
    await store({ n: 1, more: true }, ROOM);
    await update([ROOM], { n: 2 }, false);
    expect(await read(ROOM)).toEqual([{ n: 2 }]);
  });

  it('changes one record of several', async () => {
    await store({ n: 1 }, ROOM);
    await store({ n: 2 }, ROOM);
    await update([ROOM], { n: 3 }, false);
    expect(await read(ROOM)).toEqual([{ n: 3 }, { n: 2 }]);
  });

  it('adds a second record when an upsert names only a part of the first one’s associations', async () => {
    await store({ n: 1 }, ROOM, TICKET);
    expect(await update([ROOM], { n: 2 }, true)).toMatch(/^[0-9a-f]{24}$/);
    expect(await read(ROOM)).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it('answers with an empty id when it only updated', async () => {
    await store({ n: 1 }, ROOM);
    expect(await update([ROOM], { n: 2 }, true)).toBe('');
  });

  it('inserts twice when two upserts pass each other', async () => {
    stage.workspace.hooks.betweenMatchAndUpsert = barrier(2);
    await Promise.all([update([ROOM], { n: 1 }, true), update([ROOM], { n: 2 }, true)]);
    expect(await read(ROOM)).toHaveLength(2);
  });
});

it('never updates by id', async () => {
  const id = await store({ n: 1 }, ROOM);
  await expect(stage.call('persistence', 'update', id, { n: 2 }, true, 'app-1')).rejects.toThrow(/^Not implemented\.$/);
});

describe('removing', () => {
  it('answers with what it found', async () => {
    await store({ n: 1 }, ROOM, TICKET);
    await store({ n: 2 }, ROOM);
    expect(await stage.call('persistence', 'removeByAssociations', [ROOM], 'app-1')).toEqual([{ n: 1 }, { n: 2 }]);
    expect(await read(ROOM)).toEqual([]);
  });

  it('by id leaves other apps’ records alone', async () => {
    const id = await store({ n: 1 }, ROOM);
    expect(await stage.call('persistence', 'remove', id, 'app-2')).toBeUndefined();
    expect(await stage.call('persistence', 'remove', id, 'app-1')).toEqual({ n: 1 });
    expect(stage.workspace.persistenceRecords('app-1')).toEqual([]);
  });

  it('takes everything of one app when it is uninstalled', async () => {
    await store({ n: 1 }, ROOM);
    await stage.call('persistence', 'create', { n: 2 }, 'app-2');
    await stage.call('persistence', 'purge', 'app-1');
    expect(stage.workspace.persistenceRecords('app-1')).toEqual([]);
    expect(stage.workspace.persistenceRecords('app-2')).toHaveLength(1);
  });
});
