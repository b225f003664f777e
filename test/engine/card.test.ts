import { OPEN_ROOM, packageService } from '../../playground/otobo/requester/package-service';
import { withOtobo } from './commands';
import { cardsIn, SECRET } from './otobo-app';
import { visible } from '../reading';

interface Element {
  readonly type: string;
  readonly actionId: string;
  readonly blockId: string;
  readonly value?: string;
  readonly url?: string;
}

describe('the card of a ticket', () => {
  const world = withOtobo();
  let roomId = '';
  const ticket = () => world.otobo().helpdesk.ticket(1);
  const by = () => ({ by: world.otobo().helpdesk.agent('bob') });
  beforeAll(async () => {
    const { requester, helpdesk } = world.otobo();
    const { rocketChat } = world.app();
    await rocketChat.setAppSetting('customers', 'never');
    requester.services.push(packageService((path) => rocketChat.app().endpoint(path), SECRET));
    requester.packageEvents = true;
    helpdesk.takeEvents();
    const { Data } = await requester.run(OPEN_ROOM, { event: OPEN_ROOM, eventData: { TicketID: ticket().id } });
    roomId = (Data as { Room: { ID: string } }).Room.ID; // as: the app has answered with a room
  });

  /** Lets OTOBO tell what has happened. */
  async function toldByOtobo(): Promise<void> {
    const { requester, helpdesk } = world.otobo();
    await requester.react(helpdesk.takeEvents());
    world.app().rocketChat.clock.advance(2_000);
    await requester.idle();
  }

  const card = () => {
    const cards = cardsIn(world.app(), { _id: roomId });
    expect(cards).toHaveLength(1);
    const [one] = cards;
    if (!one) throw new Error('There is no card.');
    return one;
  };
  const text = (): string => visible(JSON.stringify(card().blocks));
  const elements = (): Element[] =>
    (card().blocks as { type: string; elements?: Element[] }[]).flatMap(({ type, elements: all = [] }) => (type === 'actions' ? all : []));

  /** @returns what the person is told */
  async function click(username: string, actionId: string, chosen?: string): Promise<string> {
    const app = world.app();
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
    expect(ticket().owner).toBe('carol');
    expect(card()._id).toBe(before);
    expect(text()).toContain('Owner: carol');
    expect(await click('carol', 'otobo-take')).toContain('nothing was changed');
    await toldByOtobo();
    expect(text()).toContain('Owner: carol');
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

  test('tells who clicks "People" who is in, and a menu does nothing but what stands in it', async () => {
    expect(visible(await click('alice', 'otobo-more', 'otobo-people'))).toContain('Carol Castellanos (owner');
    expect(await click('alice', 'otobo-more', 'otobo-consent-yes')).toBe('');
  });

  test('names who is missing until they have come in, without another word of OTOBO', async () => {
    const { _id: before } = card();
    const [, line = ''] = /not in this room: (.*?)"/.exec(text()) ?? [];
    expect(line).toContain('(no account here)');
    const app = world.app();
    app.workspace.addUser({
      username: 'root',
      emails: [{ address: world.otobo().helpdesk.agent('root@localhost').email, verified: true }],
    });
    app.workspace.logIn('root');
    await app.atRest();
    expect(app.workspace.members(roomId)).toContain('root');
    expect(text()).not.toContain('not in this room');
    expect([card()._id, text().includes('Owner: carol')]).toEqual([before, true]);
  });

  test('shows nothing internal once a customer is in the room, whose clicks are refused', async () => {
    await world.app().workspace.invite('cust1', roomId);
    const { helpdesk } = world.otobo();
    helpdesk.set(ticket(), 'title', 'Plotter', by());
    await toldByOtobo();
    expect(text()).toContain('Plotter');
    expect(text()).not.toMatch(/Owner|Priority|Responsible|Customer:|Pending|Escalation|not in this room/);
    for (const [action, chosen] of [['otobo-take'], ['otobo-more', 'otobo-people'], ['otobo-more', 'otobo-close-ticket']] as const)
      expect(await click('cust1', action, chosen)).not.toMatch(/→|Carol|Close Ticket/);
    expect([ticket().owner, ticket().state]).toEqual(['carol', 'open']);
  });
});
