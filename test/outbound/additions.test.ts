import {
  RocketChatAssociationModel as Model,
  RocketChatAssociationRecord as Association,
} from '@rocket.chat/apps-engine/definition/metadata';
import { additions } from '../../src/outbound/rocketchat/additions';
import { FakePersistence } from './fake-persistence';

describe('the record of whom the app has brought in', () => {
  test('has one entry per room and user, however often somebody is brought in', async () => {
    const { accessors, stored } = new FakePersistence();
    await additions(accessors).remember('room', ['bob', 'carol']);
    await additions(accessors).remember('room', ['carol']);
    await additions(accessors).remember('other room', ['carol']);
    expect((await additions(accessors).ofRoom('room')).sort()).toEqual(['bob', 'carol']);
    expect(stored).toHaveLength(3);
  });

  test('loses nothing when two requests bring people into one room at the same moment', async () => {
    const { accessors } = new FakePersistence();
    await Promise.all([additions(accessors).remember('room', ['bob']), additions(accessors).remember('room', ['carol'])]);
    expect((await additions(accessors).ofRoom('room')).sort()).toEqual(['bob', 'carol']);
  });

  test('lets go of those who were taken out, in that room only', async () => {
    const { accessors } = new FakePersistence();
    await additions(accessors).remember('room', ['bob', 'carol']);
    await additions(accessors).remember('other room', ['bob']);
    await additions(accessors).forget('room', ['bob']);
    expect(await additions(accessors).ofRoom('room')).toEqual(['carol']);
    expect(await additions(accessors).ofRoom('other room')).toEqual(['bob']);
  });

  test('lets go of twins that two instances have inserted', async () => {
    const { accessors, stored } = new FakePersistence();
    await additions(accessors).remember('room', ['bob']);
    stored.push(...stored.map((one) => ({ ...one })));
    await additions(accessors).forget('room', ['bob']);
    expect(stored).toEqual([]);
  });

  test('is not mixed up with other records of the same room', async () => {
    const persistence = new FakePersistence();
    persistence.insert({ userId: 'dave' }, [new Association(Model.ROOM, 'room'), new Association(Model.MISC, 'consent')]);
    expect(await additions(persistence.accessors).ofRoom('room')).toEqual([]);
  });

  test('passes over an entry that is none', async () => {
    const persistence = new FakePersistence();
    persistence.insert({ userId: 7 }, [new Association(Model.ROOM, 'room'), new Association(Model.MISC, 'added')]);
    expect(await additions(persistence.accessors).ofRoom('room')).toEqual([]);
  });
});
