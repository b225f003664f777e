import type { IUIKitBlockIncomingInteraction } from '@rocket.chat/apps-engine/definition/uikit/UIKitIncomingInteractionTypes';
import type { RequestAccessors, Wiring } from '../../src/inbound/api/endpoint';
import { CONSENT_NO, CONSENT_YES } from '../../src/domain/consent';
import { blockClicked } from '../../src/inbound/ui/consent-click';
import { user } from '../domain/chat';
import { FakeChat, type FakeRoom } from '../usecases/fake-chat';

/** A room of alice's with a question about a customer, and the app's wiring around it. */
class Stage {
  readonly chat = new FakeChat();
  readonly room: FakeRoom;
  readonly logged: unknown[] = [];
  /** Why the settings cannot be read, if they cannot. */
  settingsError: Error | undefined;

  constructor() {
    this.chat.addUsers(user('alice'), user('cust'));
    this.room = this.chat.addRoom('ticket', user('alice'));
    this.chat.membership.consents.push({ roomId: this.room.id, userId: 'id-cust', messageId: 'question', agents: [] });
  }

  click(more: Partial<Record<keyof IUIKitBlockIncomingInteraction, unknown>> = {}): Promise<void> {
    const click = {
      actionId: CONSENT_YES,
      value: 'id-cust',
      user: { id: 'id-alice', username: 'alice' },
      room: { id: this.room.id },
      ...more,
    } as unknown as IUIKitBlockIncomingInteraction; // as: the rest is not looked at
    const accessors = { log: { error: (entry: unknown) => this.logged.push(entry) } } as unknown as RequestAccessors; // as: only the log is used
    const wiring = {
      settings: () => (this.settingsError ? Promise.reject(this.settingsError) : Promise.resolve({})),
      ports: () => this.chat.ports(),
    } as unknown as Pick<Wiring, 'settings' | 'ports'>; // as: the fake's ports look at no settings
    return blockClicked(click, accessors, wiring);
  }
}

describe('a click under a question', () => {
  test('on yes lets the customer in', async () => {
    const stage = new Stage();
    await stage.click();
    expect(stage.room.members).toEqual(new Set(['alice', 'cust']));
    expect(stage.chat.membership.said).toEqual([{ what: 'answered', to: 'question', about: 'alice let in cust' }]);
    expect(stage.logged).toEqual([]);
  });

  test('on no keeps them out', async () => {
    const stage = new Stage();
    await stage.click({ actionId: CONSENT_NO });
    expect(stage.room.members).toEqual(new Set(['alice']));
    expect(stage.chat.membership.said).toEqual([{ what: 'answered', to: 'question', about: 'alice kept out cust' }]);
  });

  test('takes who clicked into the address book', async () => {
    const stage = new Stage();
    await stage.click();
    expect(await stage.chat.ports().book.find('alice@corp.test')).toEqual(['id-alice']);
  });

  test.each([
    ['another button', { actionId: 'somebody-elses' }],
    ['a button without a value', { value: undefined }],
    ['a button outside any room', { room: undefined }],
    ['a button of somebody who is gone', { user: { id: 'id-gone', username: 'gone' } }],
  ])('on %s does nothing', async (_what, more) => {
    const stage = new Stage();
    await stage.click(more);
    expect([stage.chat.writes, stage.chat.membership.said, stage.logged]).toEqual([[], [], []]);
  });

  test('that fails is told to who clicked without the cause, which stands in the log', async () => {
    const stage = new Stage();
    stage.chat.before = (call) => {
      if (call === 'add members') throw new Error('database at 10.0.0.7 is away');
    };
    await stage.click();
    expect(stage.chat.membership.said).toEqual([{ what: 'whisper', to: 'alice', about: 'consent.failed' }]);
    expect(stage.logged).toMatchObject([{ msg: 'click not answered', actionId: CONSENT_YES }]);
    expect(JSON.stringify(stage.logged)).toContain('10.0.0.7');
    expect(stage.chat.membership.consents).toHaveLength(1);
  });

  test('is at least in the log when even the settings cannot be read', async () => {
    const stage = new Stage();
    stage.settingsError = new Error('no settings');
    await stage.click();
    expect(JSON.stringify(stage.logged)).toContain('no settings');
    expect(stage.chat.writes).toEqual([]);
  });
});
