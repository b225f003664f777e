import type { Ticket } from '../../playground/otobo/records';
import { type Told, type, withOtobo } from './commands';

const HIDDEN = 'OTOBO has no such ticket, or you may not see it.';

describe('/otobo', () => {
  const { app, otobo } = withOtobo();
  const texts = (told: readonly Told[]): string[] => told.map(({ text }) => text);
  const say = async (username: string, text: string, where = {}): Promise<string[]> => texts(await type(app(), username, text, where));
  const ticketIn = (queue: string): Ticket => {
    const ticket = [...otobo().helpdesk.tickets.values()].find((one) => one.queue === queue);
    if (!ticket) throw new Error(`There is no ticket in ${queue}.`);
    return ticket;
  };

  test('is offered to everybody, with a description in the language of the reader', async () => {
    const commands = await app().rocketChat.commands();
    expect(commands).toEqual([
      { command: 'otobo', i18nParamsExample: 'command_params', i18nDescription: 'command_description', providesPreview: false },
    ]);
  });

  test('alone lists the commands, for the sender only', async () => {
    const { length } = app().workspace.messages('GENERAL');
    const told = await type(app(), 'alice', '/otobo');
    expect(told).toEqual([{ text: expect.stringContaining('/otobo help [command]') as string, roomId: 'GENERAL' }]);
    expect(app().workspace.messages('GENERAL')).toHaveLength(length);
  });

  test('in a thread answers in the thread', async () => {
    const [message] = app().workspace.messages('GENERAL');
    expect(await type(app(), 'alice', '/otobo help', { threadId: message?._id ?? 'some-thread' })).toMatchObject([
      { threadId: message?._id ?? 'some-thread' },
    ]);
  });

  test('typed wrongly is answered in the language of who typed it', async () => {
    app().workspace.updateUser('bob', { language: 'de' });
    expect(await say('bob', '/otobo zeik 42')).toEqual([
      'Den Befehl „zeik“ gibt es nicht.\nMeinten Sie `/otobo zeige`?\nAlle Befehle: `/otobo help`',
    ]);
    expect(await say('alice', '/otobo shwo 42')).toEqual([
      'There is no command "shwo".\nDid you mean `/otobo show`?\nAll commands: `/otobo help`',
    ]);
  });

  test('show shows a ticket with its articles, by number and by link', async () => {
    const { id, number, title } = ticketIn('Support');
    const link = `${otobo().url}/otobo/index.pl?Action=AgentTicketZoom;TicketID=${id}`;
    const [byNumber] = await say('alice', `/otobo show Ticket#${number}`);
    expect(byNumber?.split('\n')[0]).toBe(`[Ticket#${number}](${link}) ${title}`);
    expect(byNumber).toContain('Newest articles');
    expect(await say('alice', `/otobo ${link}`)).toEqual([byNumber]);
    expect(await say('alice', `/otobo <${link}&ArticleID=3>`)).toEqual([byNumber]);
  });

  test('search and mine list tickets with the rights of who asks', async () => {
    const salaries = ticketIn('Management');
    const word = salaries.title.split(' ').find((part) => part.length > 4) ?? '';
    const [asAlice] = await say('alice', `/otobo search ${word}`);
    expect(asAlice).toContain(salaries.number);
    expect(await say('dave', `/otobo search ${word}`)).toEqual([
      'No ticket that you may see has all these words. Try fewer or shorter ones.',
    ]);
    const own = [...otobo().helpdesk.tickets.values()].filter(({ owner, state }) => owner === 'alice' && !state.startsWith('closed'));
    const [mine = ''] = await say('alice', '/otobo mine');
    expect(own.length).toBeGreaterThan(0);
    for (const { number } of own) expect(mine).toContain(number);
    expect(mine.match(/\]\(http/g)).toHaveLength(own.length);
  });

  test('people says who is in the room and who is not', async () => {
    const { id, number } = ticketIn('Support');
    expect((await say('alice', `/otobo people ${number}`))[0]).toContain('has no room yet');
    const { body } = await app().open({ TicketID: id });
    const [told = ''] = await say('alice', '/otobo people', { roomId: body.Room?.ID ?? '' });
    expect(told).toContain(`People of Ticket#${number} in the room ticket-${number}`);
    expect(told).toContain('> Alice Adler');
    const [shown] = await say('alice', '/otobo show', { roomId: body.Room?.ID ?? '' });
    expect(shown).toContain(`[Ticket#${number}]`);
  });

  test.each(['show', 'people'])('%s tells somebody without rights nothing, not even whether there is such a ticket', async (command) => {
    const { id, number } = ticketIn('Management');
    await app().open({ TicketID: id });
    const asked = async (text: string, roomId = 'GENERAL'): Promise<unknown> => {
      const { length } = otobo().calls;
      const told = await say('dave', text, { roomId });
      return { told, calls: otobo().calls.slice(length) };
    };
    const hidden = await asked(`/otobo ${command} ${number}`);
    expect(hidden).toEqual(await asked(`/otobo ${command} 2026112399999999`));
    expect(hidden).toMatchObject({ told: [HIDDEN] });
    expect(await asked(`/otobo ${command} ${otobo().url}/otobo/index.pl?Action=AgentTicketZoom;TicketID=${id}`)).toEqual(
      await asked(`/otobo ${command} ${otobo().url}/otobo/index.pl?Action=AgentTicketZoom;TicketID=99999`),
    );
    const room = app().workspace.room(`ticket-${number}`);
    expect(await asked(`/otobo ${command}`, room?._id)).toMatchObject({ told: [HIDDEN] });
  });

  test("in a ticket's room every command tells somebody without rights what they would hear if there were no such ticket", async () => {
    await app().rocketChat.setAppSetting('allow_replies', true);
    const { helpdesk } = otobo();
    const ticket = ticketIn('Management');
    const { body } = await app().open({ TicketID: ticket.id });
    const roomId = body.Room?.ID ?? '';
    await app().workspace.invite('dave', roomId);
    const lines = [
      'show',
      'people',
      'note it burns',
      'reply it burns',
      'take',
      'assign @bob',
      'close',
      'state open',
      'priority 3',
      'pending 2d',
    ];
    const asked = async (): Promise<unknown[]> => {
      const learned: unknown[] = [];
      for (const line of lines) {
        const { length } = otobo().calls;
        learned.push([line, await say('dave', `/otobo ${line}`, { roomId }), otobo().calls.slice(length)]);
      }
      return learned;
    };
    const hidden = await asked();
    helpdesk.tickets.delete(ticket.id);
    expect(hidden).toEqual(await asked());
    helpdesk.tickets.set(ticket.id, ticket);
    const told = (line: string): string => (/^(note|reply)/.test(line) ? `${HIDDEN}\nYou typed: it burns` : HIDDEN);
    expect(hidden).toEqual(lines.map((line) => [line, [told(line)], expect.anything() as unknown]));
  });

  test('somebody who is no agent hears that, and OTOBO is asked with their own address', async () => {
    const told = await say('cust1', `/otobo show ${ticketIn('Support').number}`);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('You are no agent in OTOBO');
  });

  test('the log names command, person and room, and nothing that was written or found', async () => {
    const { number, title } = ticketIn('Support');
    await say('carol', `/otobo search ${title}`);
    await say('carol', `/otobo show ${number}`);
    const lines = app()
      .rocketChat.logs()
      .flatMap(({ entries }) => entries)
      .map(({ args }) => JSON.stringify(args))
      .filter((line) => line.includes('"msg":"command"') && line.includes('"carol"'));
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('"command":"search"');
    expect(lines[1]).toContain('"outcome":"ok"');
    expect(lines.join()).not.toContain(title);
  });

  describe('when OTOBO', () => {
    afterEach(() => {
      otobo().away = false;
      otobo().slowMs = 0;
      otobo().packageInstalled = true;
    });

    test.each(['show 2026112310000011', 'search printer', 'mine', 'people 2026112310000011'])('is away, %s says so', async (line) => {
      otobo().away = true;
      const told = await say('alice', `/otobo ${line}`);
      expect(told).toHaveLength(1);
      expect(told[0]).toContain('OTOBO cannot be reached from Rocket.Chat at the moment');
    });

    test('is slow, the sender hears so, and gets the answer later', async () => {
      const { number, title } = ticketIn('Support');
      otobo().slowMs = 1_300;
      const told = await say('alice', `/otobo show ${number}`);
      expect(told).toHaveLength(2);
      expect(told[0]).toBe('Working on it. The answer comes here in a moment.');
      expect(told[1]).toContain(title);
    });
  });
});
