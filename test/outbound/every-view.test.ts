import { AppError } from '../../src/domain/errors';
import type { ListedPerson, MemberLists } from '../../src/domain/member-lists';
import { surfaceOf } from '../../src/outbound/rocketchat/views';
import { LANGUAGES, translator } from '../../src/text/translate';
import type { TranscriptPreview, View } from '../../src/usecases/ports';
import { HOSTILE, hurts, objectsIn, turnsRound } from '../hostile';

/** More does not fit beside a second button on a phone of 380 px. */
const LONGEST_BUTTON = 26;
/** The frame cuts off more on such a phone. */
const LONGEST_TITLE = 40;
const NUMBER = '2026112310000011';

const PREVIEW: TranscriptPreview = {
  ticketNumber: NUMBER,
  ranges: [{ key: 'new', count: 0 }, { key: 'linked', count: 1 }, { key: 'all' }],
  people: Array.from({ length: 12 }, () => HOSTILE),
  deleted: 2,
  newest: [{ id: 'm', at: 0, name: HOSTILE, words: HOSTILE }],
};

const EVERY_FIELD = {
  title: HOSTILE,
  queue: HOSTILE,
  state: HOSTILE,
  priority: HOSTILE,
  owner: HOSTILE,
  responsible: HOSTILE,
  customerUser: HOSTILE,
  customerId: HOSTILE,
  url: `javascript:${HOSTILE}`,
};

const SOMEBODY: ListedPerson = { name: HOSTILE, type: 'Agent', roles: ['Owner', 'Involved'] };
const PEOPLE: MemberLists = {
  added: [],
  present: [SOMEBODY],
  unresolved: [{ ...SOMEBODY, reason: 'no_account' }],
  skipped: [{ ...SOMEBODY, reason: 'account_disabled' }],
};

/** Each view there is, in each of its shapes, with foreign text wherever there can be any. A view without an entry does not compile. */
const VIEWS: { readonly [Type in View['type']]: readonly Omit<Extract<View, { type: Type }>, 'type'>[] } = {
  Transcript: [{}, { preview: PREVIEW }],
  Write: [
    { ticketNumber: NUMBER, reply: 'off' },
    { ticketNumber: NUMBER, reply: 'unknown' },
    ...[true, false].flatMap((mailed) => [
      { ticketNumber: NUMBER, reply: { ticketId: '1', title: HOSTILE, mailed } },
      { ticketNumber: NUMBER, reply: { ticketId: '1', title: HOSTILE, mailed, customer: HOSTILE } },
    ]),
  ],
  State: [{ ticketNumber: NUMBER }, { ticketNumber: NUMBER, states: [] }, { ticketNumber: NUMBER, states: ['open', HOSTILE] }],
  Close: [
    { ticketNumber: NUMBER, usual: 'closed successful' },
    { ticketNumber: NUMBER, usual: HOSTILE, states: ['closed successful', HOSTILE] },
  ],
  Link: [{}],
  Add: [{}],
  Create: [
    { usual: { queue: '', priority: '3 normal' } },
    { usual: { queue: HOSTILE, priority: HOSTILE }, message: { title: HOSTILE, files: 2 }, queues: [HOSTILE], priorities: [HOSTILE] },
    { usual: { queue: 'Raw', priority: '3 normal' }, queues: ['Raw'], types: ['Incident'], priorities: [] },
  ],
  TicketBar: [
    { content: { type: 'silence' } },
    { content: { type: 'no_ticket' } },
    { content: { type: 'refusal', error: new AppError('ticket_hidden') } },
    { content: { type: 'ticket', ticket: { id: '2', number: NUMBER, title: HOSTILE }, articles: [] } },
    {
      content: {
        type: 'ticket',
        ticket: { ...EVERY_FIELD, id: '2', number: NUMBER, stateType: 'pending reminder', pendingUntil: 0, changedAt: 0 },
        articles: [{ id: '7', from: HOSTILE, subject: HOSTILE, body: `${HOSTILE}\n${HOSTILE}`, visibleForCustomer: false, at: 0 }],
        people: { ticketNumber: NUMBER, members: PEOPLE, inside: [HOSTILE], complete: false },
      },
    },
  ],
};

const CASES = LANGUAGES.flatMap((language) =>
  Object.entries(VIEWS).flatMap(([type, shapes]) => shapes.map((shape, at) => [type, at, language, { type, ...shape } as View] as const)),
); // as: the parts of one entry belong together

/** Its heading, and the lines of articles and of lists of people. */
const OF_THE_BAR = ['BOLD', 'QUOTE'];

describe.each(CASES)('the view %s (%d) in %s', (type, _at, language, view) => {
  const surface = surfaceOf(view, { viewId: 'view', appId: 'app', say: translator(language), language, utcOffset: 1 });
  const objects = objectsIn(surface);
  const texts = objects.filter(({ type }) => type === 'mrkdwn' || type === 'plain_text').map(({ text }) => String(text));
  const buttons = objects.filter(({ type }) => type === 'button').map(({ text }) => (text as { text: string }).text); // as: a button has a text

  test('says everything in that language: no text is missing, none is a key', () => {
    expect(texts.length).toBeGreaterThan(1);
    for (const text of texts) expect(text).toMatch(/\S/);
    expect(texts.filter((text) => /^[a-z_]+(\.[a-z_]+)+$/.test(text) || text.includes('undefined'))).toEqual([]);
  });

  test('has no button and no title that is too long for a phone', () => {
    expect(buttons.filter((label) => label.length > LONGEST_BUTTON)).toEqual([]);
    expect(surface.title.text.length).toBeLessThanOrEqual(LONGEST_TITLE);
  });

  test('has ids of its own for its blocks', () => {
    const ids = surface.blocks.map((block) => ('blockId' in block ? block.blockId : undefined));
    expect(ids).toEqual([...new Set(ids)]);
    expect(ids).not.toContain(undefined);
  });

  test('shows foreign text as text', () => {
    const formatted = objects.filter(({ type }) => type === 'mrkdwn').map(({ text }) => String(text));
    for (const text of formatted) expect(hurts(text, type === 'TicketBar' ? OF_THE_BAR : [])).toEqual([]);
    const plain = objects.filter(({ type }) => type === 'plain_text').map(({ text }) => String(text));
    expect(plain.filter((text) => turnsRound(text).length > 0 || text.includes('\n'))).toEqual([]);
  });
});
