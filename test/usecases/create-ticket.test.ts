import { createTicket, type NewTicket, type NewTicketRules, ticketChoices } from '../../src/usecases/create-ticket';
import { deliverOutbox } from '../../src/usecases/deliver-outbox';
import type { Outcome } from '../../src/usecases/write-to-otobo';
import { message } from '../domain/chat';
import type { FakeTicket } from './fake-helpdesk';
import { RULES, WritingWorld } from './writing-world';

const MESSAGES = { off: { prefix: '(off)', reaction: ':mute:' }, attachLimit: 2_000_000, otoboTimeZone: 'Europe/Berlin' };
const SET: NewTicketRules = { ...RULES, ...MESSAGES, defaults: { queue: 'Support', priority: '3 normal', open: 'open' } };
const UNSET: NewTicketRules = { ...SET, defaults: { ...SET.defaults, queue: '' } };

function world(): WritingWorld {
  const made = new WritingWorld();
  made.helpdesk.allow('alice', 'Support', 'create');
  return made;
}

const create = (at: WritingWorld, more: Partial<NewTicket> = {}, policy = SET): Promise<Outcome> =>
  createTicket({ user: at.alice, place: at.place, title: 'Toner is out', ...more }, policy, at.chat.ports());

const created = ({ helpdesk }: WritingWorld): FakeTicket[] => [...helpdesk.tickets.values()].filter(({ createdBy }) => createdBy);

describe('a ticket from the chat', () => {
  test('belongs to who made it, and its article says where it came from', async () => {
    const at = world();
    await expect(create(at, { title: ' Toner\nis  out ' })).resolves.toMatchObject({ kept: false });
    expect(created(at)).toMatchObject([
      {
        ticket: { title: 'Toner is out', queue: 'Support', state: 'open', priority: '3 normal', owner: 'alice' },
        articles: [
          {
            from: '"Alice Agent via Rocket.Chat" <alice@corp.test>',
            body: 'Toner is out\n\nCreated in Rocket.Chat: https://chat.test/group/ticket-2026112310000011',
            visibleForCustomer: false,
          },
        ],
      },
    ]);
  });

  test('goes into the queue that was named, by its beginning if it is the only one', async () => {
    const at = world();
    at.helpdesk.allow('alice', 'Raw', 'create');
    await create(at, { queue: 'ra' });
    expect(created(at)).toMatchObject([{ ticket: { queue: 'Raw' } }]);
  });

  test('needs a queue, and says which there are', async () => {
    const at = world();
    await expect(create(at, {}, UNSET)).rejects.toMatchObject({ code: 'queue_missing', details: { offered: 'Raw, Support' } });
    await expect(create(at, { queue: 'Sales' })).rejects.toMatchObject({
      code: 'value_unknown',
      details: { field: 'queue', value: 'Sales', offered: 'Raw, Support' },
    });
    expect(created(at)).toEqual([]);
  });

  test('has the type and the priority that were named, by how they begin', async () => {
    const at = world();
    await create(at, { type: 'inc', priority: 'high' });
    await create(at, { queue: 'sup', type: 'Request', priority: '2' });
    expect(created(at)).toMatchObject([
      { type: 'Incident', ticket: { priority: '4 high' } },
      { type: 'Request', ticket: { priority: '2 low', queue: 'Support' } },
    ]);
  });

  test.each([
    ['type', { type: 'Wish' }, 'Unclassified, Incident, Request'],
    ['priority', { priority: 'huge' }, '1 very low, 2 low, 3 normal, 4 high, 5 very high'],
  ])('is refused with a %s that there is not, and says which there are', async (field, more: Partial<NewTicket>, offered) => {
    const at = world();
    for (const queue of ['Support', 'sup'])
      await expect(create(at, { ...more, queue })).rejects.toMatchObject({ code: 'value_unknown', details: { field, offered } });
    expect([created(at), at.chat.records.writes]).toEqual([[], []]);
  });

  test('has the values as they were typed where OTOBO does not say which there are', async () => {
    const at = world();
    at.helpdesk.packageOffered = false;
    at.chat.addUsers({ ...at.alice, roles: ['agent'] });
    const user = { ...at.alice, roles: ['agent'] };
    await create(at, { user, type: 'Incident', priority: '4 high' });
    await expect(create(at, { user, type: 'inc' })).rejects.toMatchObject({ code: 'otobo_value_refused', details: { field: 'Type' } });
    expect(created(at)).toMatchObject([{ type: 'Incident', ticket: { priority: '4 high' } }]);
  });

  test('says what was typed for it', async () => {
    const at = world();
    await create(at, { body: '  It is out.\nAgain.  ' });
    expect(created(at)[0]?.articles[0]?.body).toBe(
      'It is out.\nAgain.\n\nCreated in Rocket.Chat: https://chat.test/group/ticket-2026112310000011',
    );
  });

  test('is refused in a queue where the person may create none', async () => {
    const at = world();
    await expect(create(at, { queue: 'Raw' })).rejects.toMatchObject({ code: 'queue_hidden' });
    await expect(create(at, { user: at.carol })).rejects.toMatchObject({ code: 'queue_hidden' });
    at.helpdesk.queues = [];
    await expect(create(at)).rejects.toMatchObject({ code: 'queue_hidden' });
    expect(created(at)).toEqual([]);
    expect(at.chat.records.writes).toEqual([]);
  });

  test.each([
    ['no title', ' ', 'text_missing'],
    ['a title longer than OTOBO keeps', 'x'.repeat(251), 'text_too_long'],
  ])('with %s is refused', async (_what, title, code) => {
    const at = world();
    await expect(create(at, { title })).rejects.toMatchObject({ code });
    expect(created(at)).toEqual([]);
  });

  test('asked for while OTOBO is away is kept, and made once, in the name of who asked', async () => {
    const at = world();
    at.helpdesk.away = true;
    await expect(create(at)).resolves.toMatchObject({ kept: true });
    at.helpdesk.away = false;
    at.helpdesk.losesAnswer = true;
    for (let minute = 0; minute < 5; minute += 1) {
      at.advance(60_000);
      await deliverOutbox(SET, at.chat.ports());
    }
    expect(created(at)).toMatchObject([
      { ticket: { owner: 'alice' }, articles: [{ from: expect.stringContaining('alice@corp.test') as string }] },
    ]);
    expect(at.told('tell')).toHaveLength(1);
  });

  test('that was kept is not made once the right is gone', async () => {
    const at = world();
    at.helpdesk.away = true;
    await create(at);
    at.helpdesk.away = false;
    at.helpdesk.allow('alice', 'Support');
    at.advance(60_000);
    await deliverOutbox(SET, at.chat.ports());
    expect(created(at)).toEqual([]);
    expect(at.told('write')).toEqual([expect.stringContaining('Toner is out')]);
  });

  test('that was kept and cannot be made comes back with all that was typed', async () => {
    const at = world();
    at.helpdesk.away = true;
    await create(at, { body: 'all of it' });
    at.helpdesk.away = false;
    at.helpdesk.allow('alice', 'Support');
    at.advance(60_000);
    await deliverOutbox(SET, at.chat.ports());
    expect(at.told('write')).toEqual([expect.stringMatching(/Toner is out\n\nall of it/)]);
  });
});

describe('a ticket from a message', () => {
  const FILE = { id: 'f1', name: 'smoke.png', type: 'image/png' };

  function talking(more: Parameters<typeof message>[0] = {}): WritingWorld {
    const at = world();
    at.chat.said.set(at.place.roomId, [message({ sender: { id: 'id-bob', username: 'bob', name: 'Bob' }, ...more })]);
    return at;
  }

  test('has its words, with who wrote them when, and its files in the first article', async () => {
    const at = talking({ files: [FILE] });
    at.chat.installation.uploads.set('f1', 'png');
    await create(at, { messageId: 'm1', body: 'Please look.' });
    const [article] = created(at)[0]?.articles ?? [];
    expect(article?.body.replaceAll('\u202F', ' ')).toBe(
      [
        'Please look.',
        '',
        'Bob (@bob) wrote on Nov 23, 2026, 10:05 AM (UTC+1):',
        '',
        'The toner is empty.',
        '',
        'File: smoke.png, image/png, 3 B, attached',
        'Created in Rocket.Chat: https://chat.test/group/ticket-2026112310000011?msg=m1',
      ].join('\n'),
    );
    expect(article?.attachments).toEqual([{ name: 'smoke.png', type: 'image/png', content: Buffer.from('png').toString('base64') }]);
  });

  test('asked for while OTOBO is away is made with its files, once', async () => {
    const at = talking({ files: [FILE] });
    at.chat.installation.uploads.set('f1', 'png');
    at.helpdesk.away = true;
    await expect(create(at, { messageId: 'm1' })).resolves.toMatchObject({ kept: true });
    at.helpdesk.away = false;
    at.helpdesk.losesAnswer = true;
    for (let minute = 0; minute < 4; minute += 1) {
      at.advance(60_000);
      await deliverOutbox(SET, at.chat.ports());
    }
    expect(created(at).map(({ articles }) => articles.map(({ attachments }) => attachments?.length))).toEqual([[1]]);
  });

  test.each([
    ['off the record', { text: '(off) no' }, 'alice', 'm1', 'message_not_noted'],
    ['that is not there', {}, 'alice', 'm2', 'message_gone'],
    ['of a room that the person is not in', {}, 'bob', 'm1', 'member_only'],
  ] as const)('%s is refused', async (_what, more, who, messageId, code) => {
    const at = talking(more);
    at.helpdesk.allow('bob', 'Support', 'create');
    await expect(create(at, { user: at[who], messageId })).rejects.toMatchObject({ code });
    expect([created(at), at.chat.records.writes]).toEqual([[], []]);
  });

  test('is refused first to who may create none', async () => {
    const at = talking({ text: '(off) no' });
    await expect(create(at, { user: at.carol, messageId: 'm1' })).rejects.toMatchObject({ code: 'queue_hidden' });
  });
});

describe('what may be chosen for a new ticket', () => {
  test('is what OTOBO says, in one call', async () => {
    const at = world();
    await expect(ticketChoices(at.alice, RULES, at.chat.ports())).resolves.toEqual({
      queues: ['Raw', 'Support'],
      types: ['Unclassified', 'Incident', 'Request'],
      priorities: ['1 very low', '2 low', '3 normal', '4 high', '5 very high'],
    });
    expect(at.helpdesk.calls).toEqual(['access alice@corp.test create']);
  });

  test('is not known where a role decides, and nothing for who is no agent', async () => {
    const at = world();
    at.helpdesk.packageOffered = false;
    await expect(ticketChoices({ ...at.alice, roles: ['agent'] }, RULES, at.chat.ports())).resolves.toEqual({});
    await expect(ticketChoices(at.alice, RULES, at.chat.ports())).rejects.toMatchObject({ code: 'agent_role_missing' });
  });
});
