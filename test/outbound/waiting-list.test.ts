import {
  RocketChatAssociationModel as Model,
  RocketChatAssociationRecord as Association,
} from '@rocket.chat/apps-engine/definition/metadata';
import type { Waiting } from '../../src/domain/waiting';
import { waitingList } from '../../src/outbound/rocketchat/waiting-list';
import { FakePersistence } from './fake-persistence';

const EVE: Waiting = { ticketId: '2', roomId: 'room', key: 'login-eve', type: 'Agent', agents: ['id-alice'], queue: 'Support' };
const OTHER: Waiting = { ticketId: '22', roomId: 'room-22', key: 'login-eve', type: 'Customer', agents: [] };

describe('the list of those who wait', () => {
  test('tells who waits for a ticket, and where somebody is waited for', async () => {
    const { accessors } = new FakePersistence();
    await waitingList(accessors).add([EVE, OTHER, { ...EVE, key: 'address-x' }]);
    expect((await waitingList(accessors).ofTicket('2')).sort()).toEqual(['address-x', 'login-eve']);
    expect(await waitingList(accessors).byKey('login-eve')).toEqual([EVE, OTHER]);
    expect(await waitingList(accessors).byKey('login-bob')).toEqual([]);
    expect((await waitingList(accessors).keys()).sort()).toEqual(['address-x', 'login-eve']);
  });

  test('has one record per ticket and key, as it was written last', async () => {
    const { accessors, stored } = new FakePersistence();
    await waitingList(accessors).add([EVE]);
    await waitingList(accessors).add([{ ...EVE, roomId: 'new room' }]);
    expect(await waitingList(accessors).byKey('login-eve')).toEqual([{ ...EVE, roomId: 'new room' }]);
    expect(stored).toHaveLength(1);
  });

  // The server updates only where the whole list of associations is the same, order included.
  test('gives each record the same associations in the same order', async () => {
    const { accessors, stored } = new FakePersistence();
    await waitingList(accessors).add([EVE]);
    const kind = (model: Model, id: string): string => `${model}:${id}`;
    expect(stored.map(({ associations }) => associations)).toEqual([
      [kind(Model.MISC, 'waiting-login-eve'), kind(Model.MISC, 'waiting-ticket-2'), kind(Model.MISC, 'waiting')],
    ]);
  });

  test('names what is waited for once, where two instances have inserted twins', async () => {
    const { accessors, stored } = new FakePersistence();
    await waitingList(accessors).add([EVE]);
    stored.push(...stored.map((one) => ({ ...one })));
    expect(await waitingList(accessors).ofTicket('2')).toEqual(['login-eve']);
    expect(await waitingList(accessors).keys()).toEqual(['login-eve']);
    await waitingList(accessors).drop('2', ['login-eve']);
    expect(stored).toEqual([]);
  });

  test("leaves other tickets' and other people's records alone", async () => {
    const { accessors } = new FakePersistence();
    await waitingList(accessors).add([EVE, OTHER, { ...EVE, key: 'login-bob' }]);
    await waitingList(accessors).drop('2', ['login-eve']);
    expect(await waitingList(accessors).ofTicket('2')).toEqual(['login-bob']);
    expect(await waitingList(accessors).byKey('login-eve')).toEqual([OTHER]);
  });

  test('is not led astray by a login that reads like a ticket', async () => {
    const { accessors } = new FakePersistence();
    await waitingList(accessors).add([{ ...EVE, key: 'login-ticket-22' }]);
    expect(await waitingList(accessors).ofTicket('22')).toEqual([]);
  });

  test('passes over an entry that is none', async () => {
    const persistence = new FakePersistence();
    persistence.insert({ ...EVE, type: 'Boss' }, new Association(Model.MISC, 'waiting-ticket-2'));
    expect(await waitingList(persistence.accessors).ofTicket('2')).toEqual([]);
  });
});
