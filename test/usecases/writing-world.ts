import type { RightsPolicy } from '../../src/usecases/authorise';
import type { NoteRules } from '../../src/usecases/write-note';
import { recognition, TICKET, user } from '../domain/chat';
import { FakeChat } from './fake-chat';
import { FakeHelpdesk } from './fake-helpdesk';
import { POLICY } from './requests';

const RIGHTS: RightsPolicy = { recognition: recognition('email'), agentRoles: ['agent'], adminRoles: ['admin'] };
export const RULES: NoteRules = { policy: POLICY, rights: RIGHTS, off: { prefix: '(off)', reaction: ':mute:' } };

/** Alice, who may do everything with the ticket of a room she is in; Bob, who may read it; and Carol, who may see nothing. */
export class WritingWorld {
  readonly chat = new FakeChat();
  readonly helpdesk = new FakeHelpdesk(this.chat);
  readonly alice = user('alice', { name: 'Alice' });
  readonly bob = user('bob');
  readonly carol = user('carol');
  readonly place: { readonly roomId: string };

  constructor() {
    const { chat, helpdesk } = this;
    chat.helpdesk = helpdesk;
    chat.addUsers(this.alice, this.bob, this.carol);
    const { id: roomId, slug } = chat.addRoom('ticket-2026112310000011', this.alice);
    this.place = { roomId };
    chat.links.push({ ticketId: TICKET.id, ticketNumber: TICKET.number, roomId, origin: 'created', slug, cardId: 'card' });
    helpdesk.addTicket(TICKET);
    for (const login of ['alice', 'bob', 'carol']) helpdesk.addAgent(login);
    helpdesk.allow('alice', TICKET.id, 'rw');
    helpdesk.allow('bob', TICKET.id, 'ro');
  }

  /** The articles of the ticket, oldest first, by their first lines. */
  get bodies(): string[] {
    return this.helpdesk.ticket(TICKET.id).articles.map(({ body }) => body.split('\n')[0] ?? '');
  }

  /** What people were told in this way, each with the name of who was told. */
  told(what: 'tell' | 'write'): string[] {
    return this.chat.membership.said.filter((one) => one.what === what).map(({ to, about }) => `${to}: ${about}`);
  }

  advance(ms: number): void {
    this.chat.now += ms;
  }
}
