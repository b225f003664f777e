import { OPEN_ROOM, packageService } from '../../playground/otobo/requester/package-service';
import { HOSTILE, hurts, objectsIn, turnsRound } from '../hostile';
import { withOtobo } from './commands';
import { cardsIn, SECRET } from './otobo-app';

/** What the app has on purpose in its messages: links to OTOBO, commands, quotations of articles. */
const MEANT = ['LINK', 'INLINE_CODE', 'QUOTE'];

describe('a ticket whose title calls everybody, links to code and turns text round', () => {
  const world = withOtobo();
  let roomId = '';
  const room = () => {
    const found = world.app().workspace.room(roomId);
    if (!found) throw new Error('There is no room.');
    return found;
  };
  /** What the app has said in the room. */
  const said = () =>
    world
      .app()
      .workspace.messages(roomId)
      .filter(({ u, t }) => u.username === 'otobo.bot' && t === undefined);
  beforeAll(async () => {
    const { requester, helpdesk } = world.otobo();
    const { rocketChat } = world.app();
    await rocketChat.setAppSetting('customers', 'never');
    requester.services.push(packageService((path) => rocketChat.app().endpoint(path), SECRET));
    requester.packageEvents = true;
    const ticket = helpdesk.ticket(1);
    const by = { by: helpdesk.agent('bob') };
    helpdesk.set(ticket, 'title', HOSTILE, by);
    helpdesk.takeEvents();
    const { Data } = await requester.run(OPEN_ROOM, { event: OPEN_ROOM, eventData: { TicketID: ticket.id } });
    roomId = (Data as { Room: { ID: string } }).Room.ID; // as: the app has answered with a room
    rocketChat.clock.advance(120_000);
    helpdesk.set(ticket, 'title', `@here ${HOSTILE}`.slice(0, 255), by);
    const article = { channel: 'Email', senderType: 'customer', visibleForCustomer: true } as const;
    helpdesk.addArticle(ticket, { ...article, from: `"${HOSTILE}" <cust1@customer.test>`, subject: HOSTILE, body: HOSTILE }, by);
    await requester.react(helpdesk.takeEvents());
    rocketChat.clock.advance(2_000);
    await requester.idle();
    await world.app().atRest();
  });

  test('has a room whose names and lines are text', () => {
    const { name, fname = '' } = room();
    const [topic, announcement] = [String(room().topic), String(room().announcement)];
    expect(name).toMatch(/^[0-9a-z-]+$/);
    expect([turnsRound(fname), fname.includes('\n')]).toEqual([[], false]);
    expect([topic, announcement].map((line) => line.includes('click'))).toEqual([true, true]);
    expect([hurts(topic), hurts(announcement, ['LINK'])]).toEqual([[], []]);
    expect(announcement).toMatch(/\[Open in OTOBO\]\(http/);
  });

  test('has a card and a message about changes that are text', () => {
    expect(cardsIn(world.app(), room())).toHaveLength(1);
    expect(said().filter(({ blocks }) => JSON.stringify(blocks ?? []).includes('otobo-changes-'))).toHaveLength(1);
    for (const { msg, blocks } of said()) {
      const formatted = objectsIn(blocks).flatMap(({ type, text }) => (type === 'mrkdwn' ? [String(text)] : []));
      // The card shows one emoji on purpose: the reaction that keeps a message off the record.
      for (const text of [msg, ...formatted]) expect([text, hurts(text.replace(':mute:', ''), MEANT)]).toEqual([text, []]);
    }
  });

  test('calls nobody', () => {
    expect(said().flatMap(({ mentions = [] }) => mentions)).toEqual([]);
    const { workspace } = world.app();
    const members = workspace.members(roomId);
    expect(members).toContain('alice');
    expect(members.map((username) => [username, mentionsOf(username)])).toEqual(members.map((username) => [username, 0]));
  });

  function mentionsOf(username: string): number | undefined {
    return world
      .app()
      .workspace.roomsOf(username)
      .find((listed) => listed.room._id === roomId)?.subscription.userMentions;
  }
});
