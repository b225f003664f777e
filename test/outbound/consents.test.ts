import {
  RocketChatAssociationModel as Model,
  RocketChatAssociationRecord as Association,
} from '@rocket.chat/apps-engine/definition/metadata';
import { additions } from '../../src/outbound/rocketchat/additions';
import { consents } from '../../src/outbound/rocketchat/consents';
import type { Consent } from '../../src/usecases/ports';
import { FakePersistence } from './fake-persistence';

const CONSENT: Consent = { roomId: 'room', userId: 'id-cust', messageId: 'question', agents: ['id-alice'] };

describe('the record of the questions that rooms were asked', () => {
  test('has each question once, as it was asked last', async () => {
    const { accessors, stored } = new FakePersistence();
    await consents(accessors).add(CONSENT);
    await consents(accessors).add({ ...CONSENT, agents: ['id-alice', 'id-bob'] });
    expect(await consents(accessors).find('room', 'id-cust')).toEqual({ ...CONSENT, agents: ['id-alice', 'id-bob'] });
    expect(await consents(accessors).ofRoom('room')).toEqual(['id-cust']);
    expect(stored).toHaveLength(1);
  });

  test('knows no question about another customer or of another room', async () => {
    const { accessors } = new FakePersistence();
    await consents(accessors).add(CONSENT);
    expect(await consents(accessors).find('room', 'id-eve')).toBeUndefined();
    expect(await consents(accessors).find('other room', 'id-cust')).toBeUndefined();
    expect(await consents(accessors).ofRoom('other room')).toEqual([]);
  });

  test('drops one question, all its twins, and no other', async () => {
    const { accessors, stored } = new FakePersistence();
    await consents(accessors).add(CONSENT);
    stored.push(...stored.map((one) => ({ ...one })));
    await consents(accessors).add({ ...CONSENT, userId: 'id-eve' });
    await consents(accessors).add({ ...CONSENT, roomId: 'other room' });
    await consents(accessors).drop('room', 'id-cust');
    expect(await consents(accessors).ofRoom('room')).toEqual(['id-eve']);
    expect(await consents(accessors).ofRoom('other room')).toEqual(['id-cust']);
  });

  test('does not take somebody who was brought in for somebody who was asked about, nor drop that record', async () => {
    const { accessors } = new FakePersistence();
    await additions(accessors).remember('room', ['id-cust']);
    expect(await consents(accessors).find('room', 'id-cust')).toBeUndefined();
    await consents(accessors).drop('room', 'id-cust');
    expect(await additions(accessors).ofRoom('room')).toEqual(['id-cust']);
  });

  test('passes over an entry that is none', async () => {
    const persistence = new FakePersistence();
    const associations = [
      new Association(Model.ROOM, 'room'),
      new Association(Model.USER, 'id-cust'),
      new Association(Model.MISC, 'consent'),
    ];
    persistence.insert({ ...CONSENT, agents: 'id-alice' }, associations);
    expect(await consents(persistence.accessors).find('room', 'id-cust')).toBeUndefined();
    expect(await consents(persistence.accessors).ofRoom('room')).toEqual([]);
  });
});
