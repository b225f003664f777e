import fc from 'fast-check';
import {
  afterSaying,
  mustListen,
  planReminder,
  type ReminderPlan,
  type ReminderRules,
  stagesNow,
  watchOn,
  withoutOver,
} from '../../src/domain/reminder-plan';
import { REMINDERS } from '../../src/domain/reminder';
import type { ToldFields } from '../../src/domain/told';
import { newWatch, type SaidStage, type Stage, type Watch } from '../../src/domain/watch';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 23, 8);
const RULES: ReminderRules = { kinds: REMINDERS, silenceAfter: 24 * HOUR };
const WATCH = newWatch({ ticketId: '2', ticketNumber: '11', roomId: 'room' }, NOW);
const OPEN = { title: 'Printer', stateType: 'open' };
const PENDING = { title: 'Printer', stateType: 'pending reminder' };

/** What a room is reminded of at a moment, of which the app has known since `NOW`. */
function stages(fields: ToldFields, now: number, more: Partial<Watch> = {}, rules = RULES): string[] {
  const watch = { ...watchOn(WATCH, fields, NOW), ...more };
  return stagesNow(fields, watch, rules, now).map(({ kind, percent }) => (kind === 'escalation' ? `${kind} ${percent}` : kind));
}

describe('a waiting time', () => {
  test.each([
    ['has not ended', PENDING, NOW + HOUR, []],
    ['has ended', PENDING, NOW, ['pending']],
    ['of a ticket that is to be closed has ended', { ...PENDING, stateType: 'pending auto' }, NOW, ['pending']],
    ['belongs to a state that was left', OPEN, NOW, []],
    ['belongs to a ticket of which nobody knows what its state means', { title: 'Printer' }, NOW, []],
  ])('that %s', (_what, fields, pendingUntil, said) => {
    expect(stages({ ...fields, pendingUntil }, NOW)).toEqual(said);
  });
});

describe('an escalation', () => {
  test.each([
    [0, []],
    [74.9, []],
    [75, ['escalation 75']],
    [89.9, ['escalation 75']],
    [90, ['escalation 90']],
    [99.9, ['escalation 90']],
    [100, ['escalation 100']],
    [500, ['escalation 100']],
  ])('of which %s percent of the time since it is known have passed', (percent, said) => {
    expect(stages({ ...OPEN, escalatesAt: NOW + 100 * HOUR }, NOW + percent * HOUR)).toEqual(said);
  });

  test('that was over before anybody knew of it is told as such', () => {
    expect(stages({ ...OPEN, escalatesAt: NOW - HOUR }, NOW)).toEqual(['escalation 100']);
  });

  test('of a closed ticket is nobody’s business', () => {
    expect(stages({ ...OPEN, stateType: 'closed', escalatesAt: NOW }, NOW)).toEqual([]);
  });

  test('that OTOBO comes back to is known since it was known first', () => {
    const far = { ...OPEN, escalatesAt: NOW + 100 * HOUR };
    const near = { ...OPEN, escalatesAt: NOW + 50 * HOUR };
    const watch = [far, near, far].reduce((one, fields, at) => watchOn(one, fields, NOW + at * HOUR), WATCH);
    expect(stagesNow(far, watch, RULES, NOW + 75 * HOUR)).toMatchObject([{ percent: 75 }]);
  });
});

describe('a silence', () => {
  const listening = (talkedAt: number | undefined, now: number, rules = RULES): string[] =>
    stages(OPEN, now, { listenedAt: now, ...(talkedAt !== undefined && { talkedAt }) }, rules);

  test('is long enough after the time from the settings, since somebody said something or the ticket is open', () => {
    expect(listening(NOW + HOUR, NOW + 25 * HOUR - 1)).toEqual([]);
    expect(listening(NOW + HOUR, NOW + 25 * HOUR)).toEqual(['silence']);
    expect(listening(undefined, NOW + 24 * HOUR)).toEqual(['silence']);
    expect(listening(NOW - 99 * HOUR, NOW + 23 * HOUR)).toEqual([]);
  });

  test('is not believed before somebody has looked', () => {
    expect(stages(OPEN, NOW + 99 * HOUR, { talkedAt: NOW, listenedAt: NOW + HOUR })).toEqual([]);
  });

  test.each([['pending reminder'], ['closed'], ['merged'], [undefined]])(
    'in the room of a ticket that is %s does not count',
    (stateType) => {
      const fields = { title: 'Printer', ...(stateType !== undefined && { stateType }) };
      expect(stages(fields, NOW + 99 * HOUR, { talkedAt: NOW, listenedAt: NOW + 99 * HOUR })).toEqual([]);
    },
  );

  test('counts anew when a ticket is open again', () => {
    const reopened = watchOn(watchOn(watchOn(WATCH, OPEN, NOW), PENDING, NOW + HOUR), OPEN, NOW + 50 * HOUR);
    expect(reopened.openSince).toBe(NOW + 50 * HOUR);
    expect(watchOn(reopened, PENDING, NOW)).not.toHaveProperty('openSince');
  });

  test.each([
    ['silence is not among the reminders', { ...RULES, kinds: ['pending'] as const }],
    ['the time is 0', { ...RULES, silenceAfter: 0 }],
  ])('is never looked for when %s', (_why, rules) => {
    const watch = watchOn(WATCH, OPEN, NOW);
    expect(mustListen(watch, rules, NOW + 999 * HOUR)).toBe(false);
    expect(listening(NOW, NOW + 999 * HOUR, rules)).toEqual([]);
  });

  test('is listened for at most twice in its time while people talk, whenever they do', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 23 * 60 }), { minLength: 5, maxLength: 60 }), (pauses) => {
        const talk = pauses.map((_pause, at) => NOW + pauses.slice(0, at + 1).reduce((sum, one) => sum + one, 0) * 60_000);
        const end = talk.at(-1) ?? NOW;
        const looks: number[] = [];
        let watch: Watch = watchOn(WATCH, OPEN, NOW);
        for (let now = NOW; now <= end; now += 60_000) {
          if (!mustListen(watch, RULES, now)) continue;
          looks.push(now);
          watch = { ...watch, listenedAt: now, talkedAt: talk.filter((one) => one <= now).at(-1) ?? NOW };
          expect(stagesNow(OPEN, watch, RULES, now)).toEqual([]);
        }
        const crowded = looks.filter((look, at) => (looks[at + 2] ?? Infinity) - look < RULES.silenceAfter);
        expect(crowded).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});

const stage = (kind: Stage['kind'], of = NOW, percent = 100): Stage => ({ kind, of, percent });
const said = (one: Stage, more: Partial<SaidStage> = {}): SaidStage => ({ ...one, over: false, shown: true, ...more });

describe('the reminder', () => {
  test('is announced with what is said for the first time, and left alone after that', () => {
    const plan = planReminder([stage('pending')], [], false);
    expect(plan).toEqual({ said: [said(stage('pending'))], announces: true, changes: true, holds: true });
    expect(planReminder([stage('pending')], plan.said, false)).toMatchObject({ announces: false, changes: false });
  });

  test('says the next stage of an escalation instead of the one before', () => {
    const plan = planReminder([stage('escalation', NOW, 90)], [said(stage('escalation', NOW, 75))], false);
    expect(plan).toMatchObject({ said: [{ percent: 90, shown: true }], announces: true });
  });

  test('marks what does not hold any more, and what holds beside it stays', () => {
    const plan = planReminder([stage('silence')], [said(stage('pending')), said(stage('silence'))], false);
    expect(plan).toMatchObject({ said: [{ over: true }, { over: false }], announces: false, changes: true, holds: true });
  });

  test('is left behind once nothing in it holds, and nothing of it is ever said again', () => {
    const settled = planReminder([], [said(stage('pending'))], false);
    expect(settled).toMatchObject({ changes: true, holds: false });
    const remembered = afterSaying(settled);
    expect(remembered).toEqual([said(stage('pending'), { over: true, shown: false })]);
    expect(planReminder([stage('pending')], remembered, false)).toMatchObject({ announces: false, changes: false });
  });

  test('takes back that something is settled, without calling it news', () => {
    const plan = planReminder(
      [stage('pending'), stage('silence')],
      [said(stage('pending'), { over: true }), said(stage('silence'))],
      false,
    );
    expect(plan).toMatchObject({ said: [{ over: false }, {}], announces: false, changes: true });
  });

  test('begins in a new message without what was over in the old one', () => {
    expect(withoutOver([said(stage('pending'), { over: true }), said(stage('silence'))]).map(({ shown }) => shown)).toEqual([false, true]);
  });

  test('says nothing internal where customers read along, and takes back what it said before they came', () => {
    expect(planReminder([stage('pending'), stage('escalation')], [], true)).toMatchObject({ said: [], announces: false, changes: false });
    expect(planReminder([stage('silence'), stage('pending')], [], true).said).toEqual([said(stage('silence'))]);
    const plan = planReminder([stage('pending')], [said(stage('pending'))], true);
    expect(plan).toMatchObject({ said: [{ shown: false }], announces: false, changes: true, holds: false });
  });

  test('says the stage that was kept from customers once they have gone', () => {
    const guarded = planReminder([stage('escalation', NOW, 90)], [said(stage('escalation', NOW, 75), { shown: false })], true);
    expect(guarded).toMatchObject({ announces: false, changes: false });
    expect(planReminder([stage('escalation', NOW, 90)], guarded.said, false)).toMatchObject({
      announces: true,
      said: [{ percent: 90, shown: true }],
    });
  });

  const anyStages = fc
    .tuple(fc.subarray([...REMINDERS]), fc.integer({ min: 0, max: 2 }), fc.constantFrom(75, 90, 100))
    .map(([kinds, of, percent]) => kinds.map((kind) => stage(kind, of, kind === 'escalation' ? percent : 100)));

  test('says each stage at most once, and shows what holds and nothing else, whatever comes, goes and comes back', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ stages: anyStages, guarded: fc.boolean() }), { maxLength: 25 }), (looks) => {
        let memory: readonly SaidStage[] = [];
        const announced: string[] = [];
        for (const { stages: holding, guarded } of looks) {
          const before = memory;
          const plan: ReminderPlan = planReminder(holding, before, guarded);
          const news = plan.said.filter((one, at) => one.percent > (before[at]?.percent ?? 0));
          expect(plan.announces).toBe(news.length > 0);
          announced.push(...news.map(({ kind, of, percent }) => `${kind} ${of} ${percent}`));
          for (const one of plan.said.filter(({ shown, over }) => shown && !over)) {
            expect(holding.some(({ kind, of }) => kind === one.kind && of === one.of)).toBe(true);
            expect(guarded && one.kind !== 'silence').toBe(false);
          }
          // Nothing is to be done about what was just done.
          expect(planReminder(holding, plan.said, guarded)).toMatchObject({ announces: false, changes: false });
          if (plan.changes) memory = afterSaying(plan);
        }
        expect(new Set(announced).size).toBe(announced.length);
      }),
    );
  });
});
