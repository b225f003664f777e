import fc from 'fast-check';
import type { Closing } from '../../src/domain/closing';
import { type ClosingInput, type ClosingWish, planClosing } from '../../src/domain/closing-plan';
import { TERMS } from './chat';

const CLOSING: Closing = {
  ticketId: '2',
  ticketNumber: '2026112310000011',
  roomId: 'room',
  phase: 'announced',
  terms: TERMS,
  revision: 1,
  since: 0,
  dueAt: 10,
  removed: [],
};

const closing = (more: Partial<Closing> = {}): Closing => ({ ...CLOSING, ...more });
const input = (stateType: string | undefined, one?: Closing, wish?: ClosingWish, more: Partial<ClosingInput> = {}): ClosingInput => ({
  ticket: stateType === undefined ? {} : { stateType },
  roomId: 'room',
  ...(one && { closing: one }),
  ...(wish && { wish }),
  terms: TERMS,
  delay: 10,
  mine: false,
  keptOut: [],
  ...more,
});
const planned = (...args: Parameters<typeof input>): string =>
  planClosing(input(...args))
    .actions.map(({ type }) => type)
    .join() || 'nothing';

const ANNOUNCED = closing();
const STOPPED = closing({ phase: 'stopped' });
const TRANSCRIPT = closing({ phase: 'transcript' });
const CANCELLED = closing({ phase: 'transcript', cancelled: true });
const CLOSED = closing({ phase: 'closed' });
const ADDENDUM = closing({ phase: 'transcript', addendum: true });
const ASKED_FOR = closing({ whateverState: true });

describe('the room of a ticket', () => {
  test.each(['closed', 'merged', 'removed'])('that is %s begins to close', (stateType) => {
    expect(planClosing(input(stateType))).toEqual({
      actions: [{ type: 'BeginClosing', roomId: 'room', terms: TERMS, delay: 10, again: false, whateverState: false }],
      leaveAlone: false,
    });
  });

  test.each(['new', 'open', 'pending reminder', 'pending auto', 'something of their own'])('that is %s stays open', (stateType) => {
    expect(planned(stateType)).toBe('nothing');
  });

  test.each([
    ['nothing was announced', undefined],
    ['a closing was announced', ANNOUNCED],
    ['it was stopped', STOPPED],
    ['the transcript is on its way', TRANSCRIPT],
    ['the room is closed', CLOSED],
  ])('stays as it is where nobody knows what its state means, when %s', (_what, one) => {
    expect(planned(undefined, one)).toBe('nothing');
  });

  test.each<[string, Closing, string]>([
    ['was announced is called off', ANNOUNCED, 'CancelClosing'],
    ['was stopped is forgotten', STOPPED, 'CancelClosing'],
    ['is under way is undone', TRANSCRIPT, 'Reopen'],
    ['is called off already comes to its end', CANCELLED, 'nothing'],
    ['is done is undone', CLOSED, 'Reopen'],
    ['is done, with something still to be written, is undone', ADDENDUM, 'Reopen'],
    ['was asked for whatever the state stays', ASKED_FOR, 'nothing'],
  ])('that is open again: a closing that %s', (_what, one, action) => {
    expect(planned('open', one)).toBe(action);
  });

  test.each([ANNOUNCED, STOPPED, TRANSCRIPT, CLOSED, ADDENDUM])('that stays closed is not closed twice (%#)', (one) => {
    expect(planned('closed', one)).toBe('nothing');
  });

  test('that is closed after it was to be closed anyway follows the state from then on', () => {
    expect(planned('closed', ASKED_FOR)).toBe('BeginClosing');
  });

  test('that is closed again while a transcript comes to its end begins to close again', () => {
    expect(planned('closed', CANCELLED)).toBe('BeginClosing');
  });

  test('is not opened again by news from before it was closed', () => {
    const one = closing({ phase: 'closed', changedAt: 2_000 });
    expect(planClosing(input('open', one, undefined, { ticket: { stateType: 'open', changedAt: 1_000 } })).actions).toEqual([]);
    expect(planClosing(input('open', one, undefined, { ticket: { stateType: 'open', changedAt: 3_000 } })).actions).toHaveLength(1);
  });
});

describe('who asks for a room to be', () => {
  test.each<[string, Closing | undefined, string]>([
    ['open', undefined, 'BeginClosing'],
    ['stopped', STOPPED, 'BeginClosing'],
    ['announced', ANNOUNCED, 'nothing'],
    ['closed', CLOSED, 'nothing'],
  ])('closed gets that, whatever the state is, from one that is %s', (_what, one, action) => {
    for (const stateType of ['open', 'closed', undefined]) expect(planned(stateType, one, 'close')).toBe(action);
  });

  test('closed gets nobody in, and nobody out', () => {
    expect(planClosing(input('open', undefined, 'close')).leaveAlone).toBe(true);
  });

  test.each<[string, Closing, string]>([
    ['announced', ANNOUNCED, 'nothing'],
    ['stopped', STOPPED, 'nothing'],
    ['in transcript', TRANSCRIPT, 'nothing'],
    ['closed', CLOSED, 'Reopen'],
    ['closed, with something still to be written', ADDENDUM, 'Reopen'],
  ])('there to go into, of a closed ticket, changes one that is closed only: %s', (_what, one, action) => {
    expect(planned('closed', one, 'open')).toBe(action);
  });

  test('there to go into keeps it open although the ticket stays closed', () => {
    expect(planClosing(input('closed', CLOSED, 'open')).actions).toEqual([{ type: 'Reopen', roomId: 'room', keepOpen: true, keptOut: [] }]);
    expect(planned('closed', undefined, 'open', { mine: true })).toBe('KeepOpen');
  });

  test.each<[Closing, string]>([
    [ANNOUNCED, 'CancelClosing'],
    [ASKED_FOR, 'CancelClosing'],
    [TRANSCRIPT, 'Reopen'],
    [CLOSED, 'Reopen'],
  ])('open again gets that from any closing (%#)', (one, action) => {
    for (const stateType of ['open', 'closed', undefined]) expect(planned(stateType, one, 'reopen')).toBe(action);
  });
});

test.each<[string, Closing | undefined, boolean]>([
  ['none', undefined, false],
  ['one that was announced', ANNOUNCED, false],
  ['one that was stopped', STOPPED, false],
  ['one whose transcript is on its way', TRANSCRIPT, true],
  ['one that is done', CLOSED, true],
  ['one that was called off', CANCELLED, false],
])('a room follows its ticket unless it is closed or about to be: %s', (_what, one, leaveAlone) => {
  expect(planClosing(input('closed', one)).leaveAlone).toBe(leaveAlone);
});

/** What comes of an action, as far as the next plan sees it. */
function after(one: Closing | undefined, { ticket, wish, terms, mine, keptOut }: ClosingInput): Closing | undefined {
  const [action] = planClosing({
    ticket,
    roomId: 'room',
    terms,
    delay: 10,
    mine,
    keptOut,
    ...(wish && { wish }),
    ...(one && { closing: one }),
  }).actions;
  switch (action?.type) {
    case undefined:
      return one;
    case 'BeginClosing': {
      if (one && one.phase !== 'stopped' && !one.cancelled) {
        const settled = { ...one };
        delete settled.whateverState;
        return settled;
      }
      return closing({ ...(action.whateverState && { whateverState: true }) });
    }
    case 'CancelClosing':
      return action.keepOpen ? STOPPED : undefined;
    case 'Reopen':
      if (action.keepOpen) return STOPPED;
      return one?.phase === 'closed' || one?.addendum ? undefined : CANCELLED;
    case 'KeepOpen':
      return STOPPED;
  }
}

test('planning what came of a plan gives nothing to do', () => {
  const anyClosing = fc.option(
    fc.constantFrom(
      ANNOUNCED,
      STOPPED,
      TRANSCRIPT,
      CANCELLED,
      CLOSED,
      ADDENDUM,
      ASKED_FOR,
      closing({ phase: 'closed', whateverState: true }),
    ),
    { nil: undefined },
  );
  const anyState = fc.constantFrom(undefined, 'new', 'open', 'closed', 'merged', 'removed');
  const anyWish = fc.constantFrom<(ClosingWish | undefined)[]>(undefined, 'close', 'open', 'reopen');
  fc.assert(
    fc.property(anyClosing, anyState, anyWish, fc.boolean(), (one, stateType, wish, mine) => {
      const request = input(stateType, one, wish, { mine });
      const next = after(one, request);
      expect(planClosing({ ...input(stateType, next, wish, { mine }) }).actions).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
