import type { Reminder } from './reminder';
import type { ToldFields } from './told';
import type { SaidStage, Stage, Watch } from './watch';

/** What rooms are reminded of, from the settings. */
export interface ReminderRules {
  readonly kinds: readonly Reminder[];
  /** How long nothing is said before that is remarked on, in milliseconds; 0 is never. */
  readonly silenceAfter: number;
}

/** How much of the time before an escalation has passed when the room is reminded of it. */
const ESCALATION_STAGES = [100, 90, 75] as const;
/** Customers are not to hear of these. */
const INTERNAL: readonly Reminder[] = ['pending', 'escalation'];
/** OTOBO goes back and forth between the times of a ticket's escalations: so many are told apart. */
const ESCALATIONS_KEPT = 10;
/** What was said longer ago than so many stages is forgotten. */
const STAGES_KEPT = 30;
/** While a silence is remarked on, the room is looked at this often to see whether it has ended. */
const LISTENS_EVERY_MS = 3_600_000;

const WAITING = 'pending';
const OPEN = ['new', 'open'];
const ENDED = ['closed', 'merged', 'removed'];

type Known = Pick<ToldFields, 'stateType' | 'pendingUntil' | 'escalatesAt'>;

const isOpen = ({ stateType }: Known): boolean => stateType !== undefined && OPEN.includes(stateType);
const hasEnded = ({ stateType }: Known): boolean => stateType !== undefined && ENDED.includes(stateType);
const isSame = (one: Stage, other: Stage): boolean => one.kind === other.kind && one.of === other.of;

/** Notes what can be known only from having looked: since when an escalation is known, and since when the ticket is open. */
export function watchOn(watch: Watch, fields: Known, now: number): Watch {
  const { escalatesAt } = fields;
  const { openSince, ...rest } = watch;
  const isNew = escalatesAt !== undefined && watch.escalations.every(({ at }) => at !== escalatesAt);
  const escalations = isNew ? [...watch.escalations, { at: escalatesAt, since: now }].slice(-ESCALATIONS_KEPT) : watch.escalations;
  return { ...rest, escalations, ...(isOpen(fields) && { openSince: openSince ?? now }) };
}

/** Since when nothing is said: at the earliest since the ticket is open. */
function silentSince({ openSince, talkedAt }: Watch): number | undefined {
  return openSince === undefined ? undefined : Math.max(openSince, talkedAt ?? 0);
}

/** When a silence is long enough, by what is known of the room. */
function silenceDueAt(watch: Watch, { kinds, silenceAfter }: ReminderRules): number | undefined {
  const since = silentSince(watch);
  return since === undefined || silenceAfter === 0 || !kinds.includes('silence') ? undefined : since + silenceAfter;
}

/**
 * Whether the room's messages have to be read to know whether it is silent: when a silence could be long enough, and then from time to time
 * to see whether it has ended. For a room in which people talk that is at most twice in the time after which a silence counts.
 */
export function mustListen(watch: Watch, rules: ReminderRules, now: number): boolean {
  const due = silenceDueAt(watch, rules);
  if (due === undefined || now < due) return false;
  const { listenedAt = -Infinity } = watch;
  return listenedAt < due || now - listenedAt >= LISTENS_EVERY_MS;
}

/** What a room is to be reminded of now, each kind at most once. */
export function stagesNow(fields: Known, watch: Watch, rules: ReminderRules, now: number): Stage[] {
  const stages = [pendingStage(fields, now), escalationStage(fields, watch, now), silenceStage(watch, rules)];
  return stages.filter((stage) => stage !== undefined).filter(({ kind }) => rules.kinds.includes(kind));
}

/** OTOBO keeps the time of a state that was left. */
function pendingStage({ stateType, pendingUntil }: Known, now: number): Stage | undefined {
  if (pendingUntil === undefined || now < pendingUntil || !stateType?.startsWith(WAITING)) return undefined;
  return { kind: 'pending', of: pendingUntil, percent: 100 };
}

function escalationStage(fields: Known, { escalations }: Watch, now: number): Stage | undefined {
  const { escalatesAt: of } = fields;
  if (of === undefined || hasEnded(fields)) return undefined;
  const since = escalations.find(({ at }) => at === of)?.since ?? now;
  const passed = now >= of ? 100 : (100 * (now - since)) / (of - since);
  const percent = ESCALATION_STAGES.find((stage) => passed >= stage);
  return percent === undefined ? undefined : { kind: 'escalation', of, percent };
}

/** Only once somebody has looked after it was due. */
function silenceStage(watch: Watch, rules: ReminderRules): Stage | undefined {
  const of = silentSince(watch);
  const due = silenceDueAt(watch, rules);
  if (of === undefined || due === undefined || (watch.listenedAt ?? -Infinity) < due) return undefined;
  return { kind: 'silence', of, percent: 100 };
}

/** What is to become of the room's one reminder. */
export interface ReminderPlan {
  /** Everything that was said, with what is said now. */
  readonly said: readonly SaidStage[];
  /** Whether something is said for the first time. */
  readonly announces: boolean;
  /** Whether the reminder has to be written anew. */
  readonly changes: boolean;
  /** Whether anything in it holds any more; if not, the next thing to be said gets a message of its own. */
  readonly holds: boolean;
}

/**
 * Compares what holds with what was said. Each stage is said once; of several that were reached since the last look only the last one; what
 * does not hold any more is marked so, where the reminder shows it.
 *
 * @param guarded whether customers may read along: then nothing internal is said, and what the reminder shows of it disappears
 */
export function planReminder(stages: readonly Stage[], said: readonly SaidStage[], guarded: boolean): ReminderPlan {
  const mayShow = ({ kind }: Stage): boolean => !guarded || !INTERNAL.includes(kind);
  const kept = said.map((one): SaidStage => {
    const stage = stages.find((other) => isSame(one, other));
    return { ...one, over: !stage, shown: one.shown && mayShow(one), percent: mayShow(one) ? percentOf(one, stage) : one.percent };
  });
  const begun = stages.filter(mayShow).filter((stage) => said.every((one) => !isSame(one, stage)));
  const raised = kept.map((one, at): SaidStage => ({ ...one, shown: one.shown || one.percent > (said[at]?.percent ?? 0) }));
  const next = [...raised, ...begun.map((stage): SaidStage => ({ ...stage, over: false, shown: true }))];
  return {
    said: next,
    announces: begun.length > 0 || raised.some(({ percent }, at) => percent > (said[at]?.percent ?? 0)),
    changes: next.some((one, at) => (one.shown || said[at]?.shown === true) && !isEqual(one, said[at])),
    holds: next.some(({ shown, over }) => shown && !over),
  };
}

const percentOf = (said: SaidStage, stage: Stage | undefined): number => Math.max(said.percent, stage?.percent ?? 0);

function isEqual(one: SaidStage, other: SaidStage | undefined): boolean {
  return one.percent === other?.percent && one.over === other.over && one.shown === other.shown;
}

/** What is remembered when a reminder has been written: once nothing in it holds, it is left behind. */
export function afterSaying({ said, holds }: ReminderPlan): SaidStage[] {
  return (holds ? said : said.map((one) => ({ ...one, shown: false }))).slice(-STAGES_KEPT);
}

/** What a new message shows: of an old one that is gone, what is over is not said again. */
export function withoutOver(said: readonly SaidStage[]): SaidStage[] {
  return said.map((one) => ({ ...one, shown: one.shown && !one.over }));
}
