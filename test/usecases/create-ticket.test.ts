import { createTicket, type NewTicket, type NewTicketRules } from '../../src/usecases/create-ticket';
import { deliverOutbox } from '../../src/usecases/deliver-outbox';
import type { Outcome } from '../../src/usecases/write-to-otobo';
import type { FakeTicket } from './fake-helpdesk';
import { RULES, WritingWorld } from './writing-world';

const SET: NewTicketRules = { ...RULES, defaults: { queue: 'Support', priority: '3 normal', open: 'open' } };
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
});
