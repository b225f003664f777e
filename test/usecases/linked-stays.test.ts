import { CLOSE_POLICIES, type Closing } from '../../src/domain/closing';
import { closeByHand } from '../../src/usecases/close-by-hand';
import { closeRoom } from '../../src/usecases/close-room';
import { linkRoom } from '../../src/usecases/link-room';
import { noteLateMessage } from '../../src/usecases/note-late-message';
import { openRoom } from '../../src/usecases/open-room';
import { syncRoom } from '../../src/usecases/sync-room';
import type { Policy } from '../../src/usecases/ticket-request';
import { recognition, TICKET, TERMS, user } from '../domain/chat';
import { carryOnClosings } from '../../src/usecases/carry-on-closings';
import { FakeChat, type FakeRoom } from './fake-chat';
import { FakeHelpdesk } from './fake-helpdesk';
import { ALICE, BOB, POLICY, request } from './requests';
import { TRANSCRIPT_RULES } from './transcript-world';

const DAY = 86_400_000;
const RIGHTS = { recognition: recognition('both'), agentRoles: [], adminRoles: [] };
const WISH = { field: 'state', typed: 'closed successful', kind: 'closed' } as const;

/** Everything about a room but what is said in it. */
function shape(room: FakeRoom): Record<string, unknown> {
  return { ...room, messages: undefined, members: [...room.members].sort() };
}

class LinkedStage {
  readonly chat = new FakeChat();
  readonly helpdesk = new FakeHelpdesk(this.chat);
  readonly room: FakeRoom;
  readonly policy: Policy;

  constructor(policy: Policy['closing']['policy']) {
    this.policy = { ...POLICY, closing: { policy, deleteAfter: 0 }, closeDelay: 0, removeLeft: true };
    this.chat.helpdesk = this.helpdesk;
    this.chat.addUsers(user('alice'), user('bob'), user('carol'));
    this.helpdesk.addAgent('alice');
    this.helpdesk.addTicket(TICKET);
    this.helpdesk.allow('alice', TICKET.id, 'rw');
    this.room = this.chat.addRoom('printers', user('alice'));
    this.room.members.add('carol');
    this.chat.say(this.room);
  }

  async link(): Promise<void> {
    const asked = { sender: user('alice'), place: { roomId: this.room.id }, ticketId: TICKET.id, confirmed: true };
    await linkRoom(asked, { policy: this.policy, rights: RIGHTS }, this.chat.ports());
  }

  async runForAYear(): Promise<void> {
    for (let run = 0; run < 12; run += 1) {
      this.chat.now += 31 * DAY;
      const rules = { closeDelay: 0, transcript: TRANSCRIPT_RULES };
      await carryOnClosings(rules, () => Promise.resolve({ state: 'nothing_new' }), this.chat.ports());
    }
  }
}

const ticket = (stateType: string): Partial<Parameters<typeof syncRoom>[0]> => ({ ticket: { ...TICKET, stateType }, peopleComplete: true });

const TRIGGERS: Readonly<Record<string, (stage: LinkedStage) => Promise<unknown>>> = {
  'the ticket is closed': ({ chat, policy }) => syncRoom(request([ALICE, BOB], ticket('closed')), policy, chat.ports()),
  'the ticket is merged': ({ chat, policy }) => syncRoom(request([ALICE, BOB], ticket('merged')), policy, chat.ports()),
  'the ticket is removed': ({ chat, policy }) => syncRoom(request([BOB], ticket('removed')), policy, chat.ports()),
  'the closed ticket is opened': ({ chat, policy }) => openRoom(request([ALICE, BOB], ticket('closed')), policy, chat.ports()),
  'OTOBO wants it closed': ({ chat, policy }) => closeRoom(request([ALICE, BOB], ticket('closed')), policy, chat.ports()),
  'somebody closes the ticket in it': async ({ chat, policy, room, helpdesk }) => {
    const rules = { policy, rights: RIGHTS };
    const done = await closeByHand({ user: user('alice'), place: { roomId: room.id }, wish: WISH }, rules, chat.ports());
    expect([done.room, helpdesk.ticket(TICKET.id).ticket.state]).toEqual(['linked', 'closed successful']);
  },
  'somebody writes in it': ({ chat, room }) => noteLateMessage(room.id, chat.ports()),
  'the record of a closing has come there somehow': ({ chat, room, policy }) => {
    const record: Closing = { ...RECORD, roomId: room.id, terms: policy.closing };
    chat.closing.records.push(record);
    return Promise.resolve();
  },
};
const RECORD: Omit<Closing, 'roomId'> = {
  ticketId: TICKET.id,
  ticketNumber: TICKET.number,
  phase: 'transcript',
  terms: TERMS,
  revision: 1,
  since: 0,
  dueAt: 0,
  removed: [],
};

describe.each(CLOSE_POLICIES)('a room that existed before the link survives the policy %s untouched', (policy) => {
  test.each(Object.entries(TRIGGERS))('when %s', async (_what, trigger) => {
    const stage = new LinkedStage(policy);
    await stage.link();
    const before = shape(stage.room);
    const said = [...stage.room.messages.keys()];
    await trigger(stage);
    await stage.runForAYear();
    expect([...stage.chat.rooms.values()].map(shape)).toEqual([before]);
    // Announcements may come; nothing goes.
    expect([...stage.room.messages.keys()]).toEqual(expect.arrayContaining(said));
    expect(stage.chat.closing.said).toEqual([]);
    expect(stage.chat.links).toHaveLength(1);
  });
});

test('OTOBO is told why a linked room is not closed', async () => {
  const stage = new LinkedStage('remove');
  await stage.link();
  const outcome = await closeRoom(request([ALICE], ticket('closed')), stage.policy, stage.chat.ports());
  expect(outcome).toMatchObject({ result: 'refused', refusal: { code: 'close_linked' } });
});
