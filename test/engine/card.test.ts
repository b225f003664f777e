import { cardsIn } from './otobo-app';
import { person, ticketBody } from './people';
import { withWorkingWorld } from './working-world';

interface Element {
  readonly type: string;
  readonly actionId: string;
  readonly blockId: string;
  readonly value?: string;
  readonly url?: string;
}

/** What people read: inert text has invisible characters and backslashes. */
const visible = (text: string): string => text.replaceAll('\u200B', '').replaceAll('\u2024', '.').replaceAll('\\', '');

describe('the card of a ticket', () => {
  const world = withWorkingWorld();
  beforeAll(async () => {
    await world().app.rocketChat.setAppSetting('customers', 'never');
    await sync();
  });

  const card = () => {
    const cards = cardsIn(world().app, { _id: world().roomId });
    expect(cards).toHaveLength(1);
    const [one] = cards;
    if (!one) throw new Error('There is no card.');
    return one;
  };
  const text = (): string => visible(JSON.stringify(card().blocks));
  const elements = (): Element[] =>
    (card().blocks as { elements?: Element[] }[]).flatMap(({ elements = [] }) => elements).filter(({ actionId }) => actionId);

  /** OTOBO tells of the ticket as it is, with these people. */
  async function sync(people = [person('alice', 'Owner'), person('carol', 'Involved'), person('dave', 'Involved')], more: object = {}) {
    const { ticket, app } = world();
    const body = ticketBody(people.map((one) => ({ ...one, Email: `${String(one.Login)}@helpdesk.test` })));
    const { title, queue, state, priority, owner } = ticket;
    const Ticket = {
      TicketID: String(ticket.id),
      TicketNumber: ticket.number,
      Title: title,
      Queue: queue,
      State: state,
      StateType: 'open',
      Priority: priority,
      Owner: owner,
    };
    return (await app.post('tickets/sync', { ...body, Event: 'TicketUpdate', Ticket: { ...Ticket, ...more } })).body;
  }

  /** @returns what the person is told */
  async function click(username: string, actionId: string, chosen?: string): Promise<string> {
    const { app } = world();
    const element = elements().find((one) => one.actionId === actionId);
    if (!element) throw new Error(`There is no ${actionId}.`);
    const { length } = app.workspace.ephemeral;
    const value = chosen ?? element.value;
    await app.rocketChat.clickAction({
      username,
      actionId,
      blockId: element.blockId,
      messageId: card()._id,
      ...(value !== undefined && { value }),
    });
    return app.workspace.ephemeral
      .slice(length)
      .filter((notice) => notice.username === username)
      .map(({ message }) => message.msg)
      .join('\n');
  }

  test('makes who clicks "Take" the owner, and is edited in place', async () => {
    const { _id: before } = card();
    expect(text()).toContain('Owner: alice');
    expect(await click('carol', 'otobo-take')).toContain('owner alice → carol');
    expect(world().ticket.owner).toBe('carol');
    expect(card()._id).toBe(before);
    expect(text()).toContain('Owner: carol');
    expect(await click('carol', 'otobo-take')).toContain('nothing was changed');
  });

  test('has at most four buttons, of which one leads to OTOBO', () => {
    expect(elements().map(({ actionId, type }) => `${actionId} ${type}`)).toEqual([
      'otobo-take button',
      'otobo-write button',
      'otobo-open button',
      'otobo-more overflow',
    ]);
    expect(elements()[2]?.url).toMatch(/^https?:.*TicketID=/);
  });

  test('tells who clicks "People" who is in, and nobody without a right', async () => {
    expect(await click('alice', 'otobo-more', 'otobo-people')).toContain('carol');
    expect(await click('erin', 'otobo-more', 'otobo-people')).not.toContain('carol');
    expect(await click('alice', 'otobo-more', 'otobo-consent-yes')).toBe('');
  });

  test('refuses "Take" to who has no right in OTOBO', async () => {
    expect(await click('dave', 'otobo-take')).not.toContain('→');
    expect(world().ticket.owner).toBe('carol');
  });

  test('names who is missing until they have come in, without another word of OTOBO', async () => {
    const { app } = world();
    const newcomer = { Login: 'nina', Name: 'Nina Newcomer', Type: 'Agent', Roles: ['Involved'] };
    await sync([person('alice', 'Owner'), person('carol', 'Involved'), person('dave', 'Involved'), newcomer]);
    expect(text()).toContain('1 person is not in this room: Nina Newcomer');
    const { _id: before } = card();
    app.workspace.addUser({ username: 'nina', emails: [{ address: 'nina@helpdesk.test', verified: true }] });
    app.workspace.logIn('nina');
    await app.workspace.idle();
    expect(app.workspace.members(world().roomId)).toContain('nina');
    expect(text()).not.toContain('Nina Newcomer');
    expect([card()._id, text().includes('Owner: carol')]).toEqual([before, true]);
  });

  test('shows nothing internal once a customer is in the room, whose clicks are refused', async () => {
    const { app, roomId, ticket } = world();
    app.workspace.addUser({ username: 'cust1', emails: [{ address: 'cust1@customer.test', verified: true }] });
    await app.workspace.invite('cust1', roomId);
    await sync();
    expect(text()).not.toMatch(/Owner|Priority|Responsible|Customer:|Pending|Escalation/);
    expect(text()).toContain('State: open');
    expect(await click('cust1', 'otobo-take')).not.toContain('→');
    expect(ticket.owner).toBe('carol');
  });
});
