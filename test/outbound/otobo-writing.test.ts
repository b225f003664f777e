import type { ErrorCode } from '../../src/domain/errors';
import type { Change } from '../../src/domain/write';
import { answered, connected, errorOf, FakeOtobo, NOW, recorded, refused, withoutRoute } from './fake-otobo';

const MARK = 'rc:a1b2';
const ALICE = '"Alice Agent via Rocket.Chat" <alice@corp.test>';
const WORDS = { from: ALICE, subject: 'From the chat', body: 'Paper is out.' };
const NOTE: Change = { type: 'Note', ...WORDS };
const REPLY: Change = { type: 'Reply', mailed: false, ...WORDS };
const MAIL: Change = { type: 'Reply', mailed: true, ...WORDS };
const NEW: Change = { type: 'Create', title: 'No paper', queue: 'Support', state: 'new', priority: '3 normal', ...WORDS };
const LINK: Change = { type: 'RoomLink', roomId: 'R1', url: 'https://chat.test/group/t21' };
const agent = { login: 'alice' };

const written = (otobo: FakeOtobo, change: Change) => connected(otobo).write(change, MARK, { ticketId: '3', agent });
const updating = () => new FakeOtobo().on('/TicketUpdate', recorded('update_note_df'));
const refusing = (code: string, message: string) => new FakeOtobo().on('/TicketUpdate', refused(code, message));

/** What every article from the chat is like. */
const ARTICLE = {
  CommunicationChannel: 'Internal',
  SenderType: 'agent',
  From: ALICE,
  Subject: 'From the chat',
  Body: 'Paper is out.',
  ContentType: 'text/plain; charset=utf8',
  HistoryType: 'AddNote',
  HistoryComment: MARK,
};

describe('a note', () => {
  test('becomes an internal article of the person, with its mark', async () => {
    const otobo = updating();
    expect(await written(otobo, NOTE)).toEqual({ ticketId: '3', ticketNumber: '2026112310000021', articleId: '12' });
    expect(otobo.sent('/TicketUpdate')).toEqual({ TicketID: '3', Article: { ...ARTICLE, IsVisibleForCustomer: 0 } });
  });

  const FILES = [{ id: 'f1', name: 't.txt', type: 'text/plain', gone: 'gone' }];
  const attachments = [{ name: 't.txt', type: 'text/plain', content: 'aGVsbG8=' }];

  test('brings its files along, as a real OTOBO has taken them', async () => {
    const otobo = new FakeOtobo().on('/TicketUpdate', recorded('update_note_attachment'));
    expect(await written(otobo, { ...NOTE, files: FILES, attachments })).toMatchObject({ articleId: '13' });
    expect(otobo.sent('/TicketUpdate')).toEqual({
      TicketID: '3',
      Article: { ...ARTICLE, IsVisibleForCustomer: 0 },
      Attachment: [{ Content: 'aGVsbG8=', ContentType: 'text/plain', Filename: 't.txt' }],
    });
  });

  test.each([
    ['note', NOTE],
    ['new ticket', NEW],
  ])('is a defect where it is a %s without what is in its files, and nothing is sent', async (_what, change) => {
    const otobo = updating().on('/TicketCreate', recorded('create'));
    expect((await errorOf(written(otobo, { ...change, files: FILES }))).code).toBe('internal_error');
    expect(otobo.routes()).toEqual([]);
  });

  test('of somebody without an address leaves the sender to OTOBO', async () => {
    const otobo = updating();
    await written(otobo, { type: 'Note', subject: 's', body: 'b' });
    expect(otobo.sent('/TicketUpdate')?.Article).not.toHaveProperty('From');
  });

  test('is sent once, whatever comes of it', async () => {
    const otobo = new FakeOtobo().on('/TicketUpdate', new Error('socket hang up'));
    expect((await errorOf(written(otobo, NOTE))).code).toBe('otobo_unreachable');
    expect(otobo.routes()).toEqual(['/TicketUpdate']);
  });

  test('without a ticket is a defect, and nothing is sent', async () => {
    const otobo = updating();
    expect((await errorOf(connected(otobo).write(NOTE, MARK, {}))).code).toBe('internal_error');
    expect(otobo.routes()).toEqual([]);
  });
});

describe('a part of a transcript', () => {
  const part = (visible: boolean): Change => ({
    type: 'Transcript',
    roomId: 'R1',
    from: ALICE,
    subject: 'From the chat',
    visible,
    content: { body: 'Paper is out.', attachments: [{ name: 't.txt', type: 'text/plain', content: 'aGVsbG8=' }] },
  });

  test('is an article with its files, as a real OTOBO has taken them', async () => {
    const otobo = new FakeOtobo().on('/TicketUpdate', recorded('update_note_attachment'));
    expect(await written(otobo, part(false))).toMatchObject({ articleId: '13' });
    expect(otobo.sent('/TicketUpdate')).toEqual({
      TicketID: '3',
      Article: { ...ARTICLE, IsVisibleForCustomer: 0 },
      Attachment: [{ Content: 'aGVsbG8=', ContentType: 'text/plain', Filename: 't.txt' }],
    });
  });

  test('is visible for the customer where somebody said so', async () => {
    const otobo = new FakeOtobo().on('/TicketUpdate', recorded('update_note_attachment'));
    await written(otobo, part(true));
    expect(otobo.sent('/TicketUpdate')?.Article).toMatchObject({ IsVisibleForCustomer: 1 });
  });

  test('without what it says is a defect, and nothing is sent', async () => {
    const otobo = updating();
    const empty: Change = { type: 'Transcript', roomId: 'R1', subject: 's', visible: false };
    expect((await errorOf(written(otobo, empty))).code).toBe('internal_error');
    expect(otobo.routes()).toEqual([]);
  });

  test('is found again by its mark', async () => {
    const history = { TicketHistory: [{ History: [{ Name: MARK, ArticleID: '13' }] }] };
    const otobo = new FakeOtobo().on('/TicketHistoryGet', answered(history)).on('/TicketGet', recorded('get_min'));
    expect(await connected(otobo).arrived(part(false), MARK, '3')).toMatchObject({ articleId: '13' });
  });
});

describe('a reply', () => {
  test('that is not mailed is an article that the customer sees', async () => {
    const otobo = updating();
    await written(otobo, REPLY);
    expect(otobo.sent('/TicketUpdate')).toEqual({ TicketID: '3', Article: { ...ARTICLE, IsVisibleForCustomer: 1 } });
  });

  test('that is mailed goes through the package, as the agent, and says to whom it went', async () => {
    const otobo = new FakeOtobo().on('/Reply', answered({ TicketID: 3, TicketNumber: '21', ArticleID: '9', To: 'cust1@customer.test' }));
    expect(await written(otobo, MAIL)).toEqual({
      ticketId: '3',
      ticketNumber: '21',
      articleId: '9',
      mailedTo: 'cust1@customer.test',
    });
    expect(otobo.sent('/Reply')).toEqual({
      Login: 'alice',
      TicketID: '3',
      Subject: 'From the chat',
      Body: 'Paper is out.',
      HistoryComment: MARK,
    });
  });

  test('that was to be mailed never becomes anything weaker', async () => {
    const otobo = new FakeOtobo().on('/Reply', withoutRoute('/Reply'));
    expect(await errorOf(written(otobo, MAIL))).toMatchObject({ code: 'package_missing', details: { operation: 'Reply' } });
    expect(otobo.routes()).toEqual(['/Reply']);
  });

  test.each<[string, ErrorCode]>([
    ['NoRecipient', 'reply_no_recipient'],
    ['NotSent', 'reply_not_sent'],
    ['AgentUnknown', 'agent_unknown'],
    ['AgentAmbiguous', 'agent_ambiguous'],
    ['AccessDenied', 'right_missing'],
  ])('that OTOBO does not mail because of %s is called so', async (reason, code) => {
    expect((await errorOf(written(new FakeOtobo().on('/Reply', refused(`Reply.${reason}`)), MAIL))).code).toBe(code);
  });

  test('by mail without a text is told what is missing', async () => {
    const otobo = new FakeOtobo().on('/Reply', refused('Reply.MissingParameter', 'Reply: Body parameter is missing!'));
    expect(await errorOf(written(otobo, { ...MAIL, body: '' }))).toMatchObject({ code: 'otobo_value_missing', details: { field: 'Body' } });
  });

  test('by mail without an agent is a defect, and nothing is sent', async () => {
    const otobo = new FakeOtobo();
    expect((await errorOf(connected(otobo).write(MAIL, MARK, { ticketId: '3' }))).code).toBe('internal_error');
    expect(otobo.routes()).toEqual([]);
  });
});

describe('a change of fields', () => {
  test('names only what changes', async () => {
    const otobo = updating();
    await written(otobo, { type: 'Fields', owner: 'bob', priority: '5 very high' });
    expect(otobo.sent('/TicketUpdate')).toEqual({ TicketID: '3', Ticket: { Owner: 'bob', Priority: '5 very high' } });
  });

  test.each([
    ['in two hours', 7_200_000, 120],
    ['in a second', 1000, 1],
    ['in a minute and a bit', 61_000, 2],
    ['now', 0, 1],
    ['long ago, because OTOBO was away', -86_400_000, 1],
  ])('that ends %s is given to OTOBO in minutes from now', async (_when, ms, minutes) => {
    const otobo = updating();
    await written(otobo, { type: 'Fields', state: 'pending reminder', pendingUntil: NOW + ms });
    expect(otobo.sent('/TicketUpdate')?.Ticket).toEqual({ State: 'pending reminder', PendingTime: { Diff: minutes } });
  });
});

describe('the link of a room', () => {
  test('is written into the fields of the ticket', async () => {
    const otobo = updating();
    await written(otobo, LINK);
    expect(otobo.sent('/TicketUpdate')).toEqual({
      TicketID: '3',
      DynamicField: [
        { Name: 'RocketChatURL', Value: 'https://chat.test/group/t21' },
        { Name: 'RocketChatRoomID', Value: 'R1' },
      ],
    });
  });

  test('is emptied with empty texts', async () => {
    const otobo = updating();
    await written(otobo, { type: 'RoomLink', roomId: '', url: '' });
    expect(otobo.sent('/TicketUpdate')?.DynamicField).toEqual([
      { Name: 'RocketChatURL', Value: '' },
      { Name: 'RocketChatRoomID', Value: '' },
    ]);
  });

  test('needs the fields in OTOBO, and says so', async () => {
    const otobo = new FakeOtobo().on('/TicketUpdate', recorded('update_baddf'));
    expect(await errorOf(written(otobo, LINK))).toMatchObject({
      code: 'otobo_field_missing',
      details: { fields: 'RocketChatURL, RocketChatRoomID' },
    });
  });
});

describe('a new ticket', () => {
  const create = (otobo: FakeOtobo, change: Change) => connected(otobo).write(change, MARK, { agent });

  test('has its first article from the person, and its mark where the room is going to be', async () => {
    const otobo = new FakeOtobo().on('/TicketCreate', recorded('create'));
    expect(await create(otobo, { ...NEW, owner: 'alice', customer: 'cust1' })).toEqual({
      ticketId: '7',
      ticketNumber: '2026112310000066',
      articleId: '14',
    });
    expect(otobo.sent('/TicketCreate')).toEqual({
      Ticket: { Title: 'No paper', Queue: 'Support', State: 'new', Priority: '3 normal', CustomerUser: 'cust1', Owner: 'alice' },
      Article: { ...ARTICLE, IsVisibleForCustomer: 0 },
      DynamicField: [{ Name: 'RocketChatRoomID', Value: MARK }],
    });
  });

  test('has its type, and its files beside the first article', async () => {
    const otobo = new FakeOtobo().on('/TicketCreate', recorded('create'));
    const attachments = [{ name: 't.txt', type: 'text/plain', content: 'aGVsbG8=' }];
    await create(otobo, { ...NEW, ticketType: 'Incident', attachments });
    expect(otobo.sent('/TicketCreate')).toMatchObject({
      Ticket: { Type: 'Incident' },
      Attachment: [{ Content: 'aGVsbG8=', ContentType: 'text/plain', Filename: 't.txt' }],
    });
  });

  test('of a type that there is not is not made, and OTOBO names it', async () => {
    const refusal = refused('TicketCreate.InvalidParameter', 'TicketCreate: Ticket->TypeID or Ticket->Type parameter is invalid!');
    const otobo = new FakeOtobo().on('/TicketCreate', refusal);
    expect(await errorOf(create(otobo, { ...NEW, ticketType: 'Wish' }))).toMatchObject({
      code: 'otobo_value_refused',
      details: { field: 'Type', value: 'Wish' },
    });
  });

  test('without a customer is not made, and OTOBO says that it wants one', async () => {
    const otobo = new FakeOtobo().on(
      '/TicketCreate',
      refused('TicketCreate.MissingParameter', 'TicketCreate: Ticket->CustomerUser parameter is missing!'),
    );
    expect(await errorOf(create(otobo, NEW))).toMatchObject({ code: 'otobo_value_missing', details: { field: 'CustomerUser' } });
    expect(otobo.sent('/TicketCreate')?.Ticket).not.toHaveProperty('CustomerUser');
  });

  test('is not made where the field for its mark is missing', async () => {
    const otobo = new FakeOtobo().on(
      '/TicketCreate',
      refused('TicketCreate.InvalidParameter', 'TicketCreate: DynamicField->Name parameter is invalid!'),
    );
    expect(await errorOf(create(otobo, NEW))).toMatchObject({ code: 'otobo_field_missing', details: { fields: 'RocketChatRoomID' } });
  });

  test('is not made in a queue that the service account may not use', async () => {
    const otobo = new FakeOtobo().on(
      '/TicketCreate',
      refused('TicketCreate.AccessDenied', 'TicketCreate: Can not create tickets in given Queue or QueueID!'),
    );
    expect(await errorOf(create(otobo, NEW))).toMatchObject({
      code: 'otobo_denied',
      details: { message: 'Can not create tickets in given Queue or QueueID!' },
    });
  });
});

describe('a write that OTOBO does not take', () => {
  test.each(['update_noperm', 'update_unknown'])('is of a ticket that is out of reach (%s)', async (name) => {
    expect((await errorOf(written(new FakeOtobo().on('/TicketUpdate', recorded(name)), NOTE))).code).toBe('ticket_not_found');
  });

  test('because of a right is told with what OTOBO says, and is not mistaken for a ticket that is out of reach', async () => {
    const otobo = refusing('TicketUpdate.AccessDenied', 'TicketUpdate: Does not have permissions to create new articles!');
    expect(await errorOf(written(otobo, NOTE))).toMatchObject({
      code: 'otobo_denied',
      details: { message: 'Does not have permissions to create new articles!' },
    });
  });

  test.each<[string, Change, Record<string, string>]>([
    ['update_badqueue', { type: 'Fields', owner: 'nobody' }, { field: 'Owner', value: 'nobody' }],
    ['update_from_plain', NOTE, { field: 'From', value: ALICE }],
    ['update_reply_visible', REPLY, { field: 'From', value: ALICE }],
  ])('because of a value names it (%s)', async (name, change, details) => {
    const error = await errorOf(written(new FakeOtobo().on('/TicketUpdate', recorded(name)), change));
    expect(error).toMatchObject({ code: 'otobo_value_refused', details });
  });

  test('because a value is missing names what is (update_article_missing)', async () => {
    const error = await errorOf(written(new FakeOtobo().on('/TicketUpdate', recorded('update_article_missing')), { ...NOTE, body: '' }));
    expect(error).toMatchObject({ code: 'otobo_value_missing', details: { field: 'Body' } });
  });

  test('because a pending state has no end says so, though OTOBO names no field', async () => {
    const otobo = refusing('TicketUpdate.MissingParameter', "Can't set a ticket on a pending state without pendig time!");
    expect(await errorOf(written(otobo, { type: 'Fields', state: 'pending reminder' }))).toMatchObject({
      code: 'otobo_value_missing',
      details: { field: 'PendingTime' },
    });
  });

  test('though its pending state has an end is not said to lack one', async () => {
    const otobo = refusing('TicketUpdate.MissingParameter', 'TicketUpdate: something else is missing!');
    const change: Change = { type: 'Fields', state: 'pending reminder', pendingUntil: NOW };
    expect((await errorOf(written(otobo, change))).code).toBe('otobo_misconfigured');
  });

  test('for a reason nobody knows is a matter of the configuration', async () => {
    expect(
      (await errorOf(written(refusing('TicketUpdate.InvalidParameter', 'TicketUpdate: Article parameter is not valid!'), NOTE))).code,
    ).toBe('otobo_misconfigured');
  });

  test('because it fails inside may have been taken all the same', async () => {
    const otobo = new FakeOtobo().on('/TicketUpdate', {
      statusCode: 500,
      content: 'Attachment could not be created, please contact the system administrator',
    });
    expect((await errorOf(written(otobo, NOTE))).code).toBe('otobo_unreachable');
  });
});

describe('a write of which nobody knows whether it arrived', () => {
  const entry = (Name: string, ArticleID: unknown = 12) => ({ Name, ArticleID, HistoryType: 'AddNote' });
  const history = (...entries: object[]) =>
    new FakeOtobo()
      .on('/TicketHistoryGet', answered({ TicketHistory: [{ TicketID: '3', History: entries }] }))
      .on('/TicketGet', recorded('get_by_session'));

  test.each([
    ['note', NOTE],
    ['reply', REPLY],
    ['mail', MAIL],
  ])('is found by its mark, when it is a %s', async (_what, change) => {
    const otobo = history(entry('seed', 4), entry(MARK), entry('%%\uE000', 0));
    expect(await connected(otobo).arrived(change, MARK, '3')).toEqual({ ticketId: '3', ticketNumber: '2026112310000021', articleId: '12' });
    expect(otobo.sent('/TicketHistoryGet')).toEqual({ TicketID: '3' });
  });

  test('is found where OTOBO puts something around its mark', async () => {
    expect(await connected(history(entry(`%%${MARK}%%cust1@customer.test`))).arrived(MAIL, MARK, '3')).toMatchObject({ articleId: '12' });
  });

  test.each([['rc:a1b'], ['rc:a1b2c'], ['xrc:a1b2'], ['seed']])('is not taken for another one (%s)', async (name) => {
    expect(await connected(history(entry(name))).arrived(NOTE, MARK, '3')).toBeUndefined();
  });

  test('is not there in a history without it', async () => {
    const otobo = new FakeOtobo().on('/TicketHistoryGet', recorded('history'));
    expect(await connected(otobo).arrived(NOTE, MARK, '3')).toBeUndefined();
  });

  test('is not called missing while OTOBO is away', async () => {
    const otobo = new FakeOtobo().on('/TicketHistoryGet', { statusCode: 503 });
    expect((await errorOf(connected(otobo).arrived(NOTE, MARK, '3'))).code).toBe('otobo_unreachable');
  });

  test('is found by its mark, when it is a new ticket', async () => {
    const otobo = new FakeOtobo().on('/TicketSearch', recorded('search_post_df')).on('/TicketGet', recorded('get_post'));
    expect(await connected(otobo).arrived(NEW, 'GENERAL1')).toEqual({ ticketId: '3', ticketNumber: '2026112310000021' });
    expect(otobo.sent('/TicketSearch')).toMatchObject({ DynamicField_RocketChatRoomID: { Equals: 'GENERAL1' } });
  });

  test('is not there when OTOBO finds nothing', async () => {
    const otobo = new FakeOtobo().on('/TicketSearch', recorded('search_post_df_empty'));
    expect(await connected(otobo).arrived(NEW, MARK)).toBeUndefined();
  });

  test('is not taken for another ticket by an OTOBO that ignores the field, and finds everything', async () => {
    const otobo = new FakeOtobo().on('/TicketSearch', recorded('search_by_df')).on('/TicketGet', recorded('get_post'));
    expect(await connected(otobo).arrived(NEW, MARK)).toBeUndefined();
  });

  test.each([LINK, { type: 'Fields', state: 'open' } as const])('is simply repeated when it changes fields', async (change) => {
    const otobo = new FakeOtobo();
    expect(await connected(otobo).arrived(change, MARK, '3')).toBeUndefined();
    expect(otobo.routes()).toEqual([]);
  });
});
