import fc from 'fast-check';
import type { Article } from '../../src/domain/article';
import { CHANGE_KINDS } from '../../src/domain/change-kind';
import {
  compareIds,
  fieldChanges,
  firstKnown,
  isOldNews,
  MOST_ARTICLES,
  newArticles,
  nowKnown,
  sayable,
  type Telling,
} from '../../src/domain/change-plan';
import type { Ticket } from '../../src/domain/ticket';
import { TICKET } from './chat';

const FULL: Ticket = { ...TICKET, stateType: 'open', customerUser: 'cust1', customerId: 'ACME', changedAt: 1_000 };
const KNOWN = firstKnown(FULL, [], 0);
const OPEN: Telling = { guarded: false, announce: CHANGE_KINDS };
const GUARDED: Telling = { ...OPEN, guarded: true };

const article = (id: string, more: Partial<Article> = {}): Article => ({
  id,
  from: 'Alice <alice@corp.test>',
  subject: `Subject ${id}`,
  body: `Body ${id}`,
  visibleForCustomer: false,
  at: 2_000,
  ...more,
});

/** Such as `state open→closed`. */
const changes = (ticket: Ticket, before = KNOWN.fields): string[] =>
  fieldChanges(before, ticket).map(({ field, from, to }) => `${field} ${from ?? ''}→${to}`);

describe('what has changed in a ticket', () => {
  test.each<[string, Partial<Ticket>, string[]]>([
    ['nothing', {}, []],
    ['its title', { title: 'Plotter' }, ['title Printer 1 is burning→Plotter']],
    ['its state', { state: 'closed successful', stateType: 'closed' }, ['state open→closed successful']],
    ['its queue', { queue: 'Raw' }, ['queue Support→Raw']],
    ['its priority', { priority: '5 very high' }, ['priority 3 normal→5 very high']],
    ['owner and responsible', { owner: 'carol', responsible: 'dave' }, ['owner alice→carol', 'responsible bob→dave']],
    ['customer and company', { customerUser: 'cust2', customerId: 'Umbrella' }, ['customerUser cust1→cust2', 'customerId ACME→Umbrella']],
    [
      'that it waits',
      { state: 'pending reminder', stateType: 'pending reminder', pendingUntil: 9 },
      ['state open→pending reminder', 'pendingUntil →9'],
    ],
    ['that it escalates', { escalatesAt: 7 }, ['escalatesAt →7']],
  ])('is %s', (_what, change, expected) => {
    expect(changes({ ...FULL, ...change })).toEqual(expected);
  });

  test('is not what a request leaves out', () => {
    const { id, number, title } = TICKET;
    expect(changes({ id, number, title })).toEqual([]);
    expect(nowKnown(KNOWN, { id, number, title }, []).fields).toEqual(KNOWN.fields);
  });

  test('is not the time of a pending state that was left', () => {
    expect(changes({ ...FULL, pendingUntil: 9 })).toEqual([]);
    const waiting = nowKnown(KNOWN, { ...FULL, state: 'pending reminder', stateType: 'pending reminder', pendingUntil: 9 }, []);
    expect(nowKnown(waiting, { ...FULL, pendingUntil: 9 }, []).fields).not.toHaveProperty('pendingUntil');
  });

  test('is not what becomes known of a ticket by a request that names more than the ones before', () => {
    const { id, number, title, state } = TICKET;
    expect(changes(FULL, firstKnown({ id, number, title, state: state ?? '' }, [], 0).fields)).toEqual([]);
  });

  test('does not keep an escalation that is over, where the request names what the state means', () => {
    const escalating = nowKnown(KNOWN, { ...FULL, stateType: 'open', escalatesAt: 9 }, []);
    expect(nowKnown(escalating, { ...FULL, stateType: 'open' }, []).fields).not.toHaveProperty('escalatesAt');
    const { id, number, title } = FULL;
    expect(nowKnown(escalating, { id, number, title }, []).fields.escalatesAt).toBe(9);
  });

  test('does not keep what one state means for another', () => {
    const { fields } = nowKnown(KNOWN, { ...TICKET, state: 'strange' }, []);
    expect(fields).toMatchObject({ state: 'strange' });
    expect(fields).not.toHaveProperty('stateType');
  });
});

describe('old news', () => {
  test.each<[string, number | undefined, number | undefined, boolean]>([
    ['is what was changed before', 999, 1_000, true],
    ['is not what was changed in the same second', 1_000, 1_000, false],
    ['is not what says no time', undefined, 1_000, false],
    ['is nothing where no time is known', 1, undefined, false],
  ])('%s', (_what, changedAt, known, old) => {
    expect(isOldNews({ ...(changedAt !== undefined && { changedAt }) }, { ...(known !== undefined && { changedAt: known }) })).toBe(old);
  });
});

describe('new articles', () => {
  test('are those of a higher number, the oldest first, however many digits it has', () => {
    const known = nowKnown(KNOWN, FULL, [article('99')]);
    const ids = newArticles(
      known,
      ['100', '98', '99', '9007199254740993'].map((id) => article(id)),
    ).map(({ id }) => id);
    expect(ids).toEqual(['100', '9007199254740993']);
  });

  test('are those made after the room was told first, where it knows of none, whatever has changed in between', () => {
    const later = nowKnown(KNOWN, { ...FULL, changedAt: 5_000 }, []);
    expect(newArticles(later, [article('1', { at: 1_000 }), article('2', { at: 1_001 })]).map(({ id }) => id)).toEqual(['2']);
  });

  test('are not told twice', () => {
    const articles = [article('7'), article('8')];
    expect(newArticles(nowKnown(KNOWN, FULL, articles), articles)).toEqual([]);
  });

  test('are ordered by their numbers', () => {
    expect(['10', '9', '09', '100'].sort(compareIds)).toEqual(['9', '09', '10', '100']);
  });
});

describe('what a room is told', () => {
  const all = fieldChanges(KNOWN.fields, {
    ...FULL,
    title: 'Plotter',
    state: 'pending reminder',
    stateType: 'pending reminder',
    pendingUntil: 9,
    queue: 'Raw',
    priority: '5',
    owner: 'carol',
    responsible: 'dave',
    customerUser: 'cust2',
    customerId: 'Umbrella',
    escalatesAt: 7,
  });

  test('is title, state, queue and what customers see of articles, where a customer may be reading along', () => {
    const news = sayable(all, [article('1'), article('2', { visibleForCustomer: true })], GUARDED);
    expect(news?.fields.map(({ field }) => field)).toEqual(['title', 'state', 'queue']);
    expect(news?.articles.map(({ id }) => id)).toEqual(['2']);
  });

  test.each(CHANGE_KINDS)('is all but %s where that is switched off', (kind) => {
    const news = sayable(all, [article('1')], { guarded: false, announce: CHANGE_KINDS.filter((one) => one !== kind) });
    const told = [...(news?.fields.map(({ field }) => field) ?? []), ...(news?.articles.map(() => 'article') ?? [])];
    const everything = [...all.map(({ field }) => field), 'article'];
    const off: Partial<Record<typeof kind, string[]>> = {
      pending: ['pendingUntil'],
      customer: ['customerUser', 'customerId'],
      escalation: ['escalatesAt'],
    };
    expect(told).toEqual(everything.filter((one) => !(off[kind] ?? [kind]).includes(one)));
  });

  test('is nothing where nothing may be said', () => {
    expect(sayable([], [article('1')], GUARDED)).toBeUndefined();
    expect(sayable(all, [article('1')], { guarded: false, announce: [] })).toBeUndefined();
  });

  test('names the newest articles, and of more their number', () => {
    const many = Array.from({ length: MOST_ARTICLES + 2 }, (_, at) => article(String(at + 1)));
    expect(sayable([], many, OPEN)).toMatchObject({ more: 2, articles: many.slice(2) });
  });
});

describe('whatever is delivered', () => {
  const marker = fc.string({ minLength: 1 });
  const anyTicket: fc.Arbitrary<Ticket> = fc
    .record(
      {
        title: marker,
        state: marker,
        stateType: fc.constantFrom('open', 'closed', 'pending reminder', 'pending auto'),
        queue: marker,
        priority: marker,
        owner: marker,
        responsible: marker,
        customerUser: marker,
        customerId: marker,
        pendingUntil: fc.nat(),
        escalatesAt: fc.nat(),
      },
      { requiredKeys: ['title'] },
    )
    .map((fields) => ({ id: '2', number: '11', ...fields }));
  const anyArticles = fc.array(
    fc
      .record({ id: fc.nat(30).map(String), body: marker, visibleForCustomer: fc.boolean(), at: fc.nat(5_000) })
      .map(({ id, ...more }) => article(id, more)),
    { maxLength: 6 },
  );

  test('what a room has been told is no news to it', () => {
    fc.assert(
      fc.property(anyTicket, anyTicket, anyArticles, anyArticles, (before, ticket, old, articles) => {
        const told = nowKnown(firstKnown(before, old, 1_000), ticket, articles);
        expect(fieldChanges(told.fields, ticket)).toEqual([]);
        expect(newArticles(told, articles)).toEqual([]);
        expect(nowKnown(told, ticket, articles)).toEqual(told);
      }),
    );
  });

  test('each message goes on where the one before ended, and the last one says how the ticket is', () => {
    const anyStates = fc.array(fc.constantFrom('new', 'open', 'closed'), { minLength: 1, maxLength: 8 });
    const deliveries = anyStates.chain((states) =>
      fc.tuple(
        fc.constant(states),
        fc.array(fc.nat(states.length - 1), { maxLength: 20 }).map((order) => [...order, states.length - 1]),
      ),
    );
    fc.assert(
      fc.property(deliveries, ([states, order]) => {
        let told = firstKnown({ ...FULL, changedAt: 0 }, [], 0);
        let heard = told.fields.state;
        for (const at of order) {
          const ticket = { ...FULL, state: states[at] ?? '', changedAt: (at + 1) * 1_000 };
          if (isOldNews(ticket, told)) continue;
          for (const { from, to } of fieldChanges(told.fields, ticket)) {
            expect(from).toBe(heard);
            heard = String(to);
          }
          told = nowKnown(told, ticket, []);
        }
        expect(heard).toBe(states.at(-1));
      }),
    );
  });

  test('nothing internal is in what a guarded room is told', () => {
    const secret = (text: string): string => `secret-${text}`;
    const internal = ['priority', 'owner', 'responsible', 'customerUser', 'customerId'] as const;
    fc.assert(
      fc.property(anyTicket, anyTicket, anyArticles, (before, ticket, articles) => {
        const marked = { ...ticket, ...Object.fromEntries(internal.flatMap((field) => (ticket[field] ? [[field, secret(field)]] : []))) };
        const hidden = articles.map((one) =>
          one.visibleForCustomer ? one : { ...one, subject: secret('s'), body: secret('b'), from: secret('f') },
        );
        const news = sayable(fieldChanges(firstKnown(before, [], 0).fields, marked), hidden, GUARDED);
        expect(JSON.stringify(news ?? {})).not.toContain('secret-');
      }),
    );
  });
});
