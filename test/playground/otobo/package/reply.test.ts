import { error, FRESH, MIGRATION, PRINTER, SALARIES, SampleOtobo } from './sample-otobo';

let sample: SampleOtobo;

beforeEach(async () => {
  sample = await SampleOtobo.start();
});
afterEach(() => sample.otobo.stop());

describe('a reply', () => {
  const REPLY = { Login: 'dave', TicketID: PRINTER, Subject: 'Drucker', Body: 'Wir kommen.', HistoryComment: 'rc:abc' };

  test('leaves as a mail from the queue’s address, and is in the ticket as the agent’s', async () => {
    const { number } = sample.otobo.helpdesk.ticket(PRINTER);
    const answer = await sample.call('Reply', REPLY);
    expect(answer).toEqual({ TicketID: PRINTER, TicketNumber: number, ArticleID: expect.any(Number) as number, To: 'cust1@customer.test' });
    const mail = {
      from: '"Dave Dreßler via Support" <support@helpdesk.test>',
      to: 'cust1@customer.test',
      subject: `Re: [Ticket#${number}] Drucker`,
      body: 'Wir kommen.',
    };
    expect(sample.otobo.mails()).toMatchObject([{ ...mail, ticketId: PRINTER, articleId: answer.ArticleID }]);
    const agent = sample.otobo.helpdesk.agent('dave');
    expect(sample.otobo.helpdesk.ticket(PRINTER).articles.at(-1)).toMatchObject({
      ...mail,
      channel: 'Email',
      senderType: 'agent',
      visibleForCustomer: true,
      createdBy: agent.id,
    });
  });

  test('has its mark in the history', async () => {
    const { ArticleID } = await sample.call('Reply', REPLY);
    expect(await sample.call('TicketHistoryGet', { TicketID: PRINTER })).toMatchObject({
      TicketHistory: [
        { History: expect.arrayContaining([expect.objectContaining({ HistoryType: 'SendAnswer', Name: 'rc:abc', ArticleID })]) as unknown },
      ],
    });
  });

  test('does not repeat what the subject has already', async () => {
    const { number } = sample.otobo.helpdesk.ticket(PRINTER);
    await sample.call('Reply', { ...REPLY, Subject: `Re: [Ticket#${number}] Drucker` });
    expect(sample.otobo.mails()[0]?.subject).toBe(`Re: [Ticket#${number}] Drucker`);
  });

  test('goes where the request says', async () => {
    expect((await sample.call('Reply', { ...REPLY, To: 'Haus <haus@partner.test>' })).To).toBe('Haus <haus@partner.test>');
    expect(sample.otobo.mails()).toMatchObject([{ to: 'Haus <haus@partner.test>' }]);
  });

  test('goes to whoever wrote last as a customer, where the ticket has no customer', async () => {
    const by = { by: sample.otobo.helpdesk.agent('alice') };
    const draft = { channel: 'Email', senderType: 'customer', visibleForCustomer: true, subject: 's', body: 'b' } as const;
    for (const from of ['old@customer.test', 'new@customer.test'])
      sample.otobo.helpdesk.addArticle(sample.otobo.helpdesk.ticket(FRESH), { ...draft, from }, by);
    expect((await sample.call('Reply', { ...REPLY, TicketID: FRESH })).To).toBe('new@customer.test');
  });

  test.each([
    ['without a subject', { Subject: '' }, 'MissingParameter', 'Subject parameter is missing!'],
    ['without a text', { Body: '' }, 'MissingParameter', 'Body parameter is missing!'],
    ['without a ticket', { TicketID: '' }, 'MissingParameter', 'TicketID parameter is missing!'],
    ['about a ticket that the agent does not see', { TicketID: SALARIES }, 'AccessDenied', 'User does not have access to the ticket!'],
    ['about a ticket that does not exist', { TicketID: 99 }, 'AccessDenied', 'User does not have access to the ticket!'],
    ['when there is nobody to write to', { TicketID: MIGRATION }, 'NoRecipient', 'There is no address to send to!'],
    ['to somebody without an address', { To: 'Jürgen' }, 'NoRecipient', 'There is no address to send to!'],
  ])('is refused %s, and nothing leaves', async (_what, change, code, message) => {
    const before = JSON.stringify([...sample.otobo.helpdesk.tickets.values()].map(({ articles }) => articles));
    expect(await sample.call('Reply', { ...REPLY, ...change })).toEqual(error(`Reply.${code}`, `Reply: ${message}`));
    expect(sample.otobo.mails()).toEqual([]);
    expect(JSON.stringify([...sample.otobo.helpdesk.tickets.values()].map(({ articles }) => articles))).toBe(before);
  });

  test('is refused to an agent who may read but not write notes', async () => {
    sample.addAgent('eve', 'eve@helpdesk.test', { Support: ['ro'] });
    expect(await sample.call('Reply', { ...REPLY, Login: 'eve' })).toMatchObject({ Error: { ErrorCode: 'Reply.AccessDenied' } });
    expect(sample.otobo.mails()).toEqual([]);
  });

  test('is mailed once, though its answer is lost', async () => {
    sample.otobo.breakAfterWriting = true;
    await expect(sample.call('Reply', REPLY)).rejects.toThrow('socket hang up');
    expect(sample.otobo.mails()).toHaveLength(1);
    const access = await sample.call('AgentAccess', { Login: 'dave', Permission: 'note', TicketID: PRINTER });
    expect(access.Access).toEqual({ [PRINTER]: 1 });
  });

  test('is the only thing that is mailed: an article that the customer sees is not', async () => {
    const Article = {
      CommunicationChannel: 'Email',
      IsVisibleForCustomer: 1,
      Subject: 's',
      Body: 'b',
      ContentType: 'text/plain; charset=utf-8',
    };
    expect(await sample.call('TicketUpdate', { TicketID: PRINTER, Article: { ...Article, To: 'cust1@customer.test' } })).not.toHaveProperty(
      'Error',
    );
    expect(sample.otobo.helpdesk.ticket(PRINTER).articles.at(-1)).toMatchObject({ channel: 'Email', to: 'cust1@customer.test' });
    expect(sample.otobo.mails()).toEqual([]);
  });
});
