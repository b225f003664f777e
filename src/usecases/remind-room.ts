import { isGuarded } from '../domain/guard';
import { unlinkable } from '../domain/linkable';
import { hoursAhead } from '../domain/otobo-time';
import { isQuiet, type QuietHours } from '../domain/quiet-hours';
import {
  afterSaying,
  mustListen,
  planReminder,
  type ReminderPlan,
  type ReminderRules,
  stagesNow,
  watchOn,
  withoutOver,
} from '../domain/reminder-plan';
import type { Told } from '../domain/told';
import type { SaidStage, Watch } from '../domain/watch';
import type { Ports } from './ports';
import type { Policy } from './ticket-request';

/** When and of what rooms are reminded. */
export interface RemindingRules extends ReminderRules {
  readonly quietHours?: QuietHours;
  /** The zone on whose clock the quiet hours are meant. */
  readonly timeZone: string;
  readonly policy: Policy;
}

export type Reminding = Pick<Ports, 'reminders' | 'rooms' | 'links' | 'workspace' | 'time'>;

/** What could not be said, because customers read along or the server did not take it, is tried again after this. */
const RESTS_MS = 3_600_000;

/**
 * Reminds a room of what is due by what it knows of its ticket, in one message: posted when there is something to be said, edited when more
 * comes or something does not hold any more, and left behind once nothing holds. During quiet hours nothing is touched. Where nothing is
 * due nothing is asked of anybody.
 *
 * The message comes first, and then the record, which the caller writes. After a crash in between, the message is found among the newest
 * ones and edited.
 *
 * @param told what the room knows
 * @param watch what is remembered of it
 * @returns what is to be remembered
 */
export async function remindRoom(told: Told, watch: Watch, rules: RemindingRules, ports: Reminding): Promise<Watch> {
  const now = ports.time.now();
  const watched = watchOn(watch, told.fields, now);
  const quiet = rules.quietHours && isQuiet(rules.quietHours, now, hoursAhead(rules.timeZone, now));
  if (quiet || now < (watched.restUntil ?? 0)) return watched;
  const heard = mustListen(watched, rules, now) ? await listened(watched, ports) : watched;
  const stages = stagesNow(told.fields, heard, rules, now);
  if (!planReminder(stages, heard.said, false).changes) return heard;
  const standing = await standingOf(told, rules.policy, ports);
  if (standing === 'closed') return { ...heard, restUntil: now + RESTS_MS };
  const plan = planReminder(stages, heard.said, standing === 'guarded');
  const said = plan.changes ? await say(heard, plan, ports) : heard;
  // What is internal is not said now; whether customers are still there is not asked each minute.
  return !plan.announces && standing === 'guarded' ? { ...said, restUntil: now + RESTS_MS } : said;
}

/** Says in the room's reminder, if it has one, that nothing holds any more: the room is not in step any longer. */
export async function endReminder({ messageId, said }: Watch, { reminders }: Pick<Ports, 'reminders'>): Promise<void> {
  if (messageId !== undefined) await reminders.edit(messageId, planReminder([], said, false).said);
}

/** A look that finds nobody's talk leaves what was known: all that is new was said by the app. */
async function listened(watch: Watch, { reminders, time }: Reminding): Promise<Watch> {
  const { talkedAt } = await reminders.listen(watch.roomId);
  return { ...watch, listenedAt: time.now(), ...(talkedAt !== undefined && { talkedAt: Math.max(talkedAt, watch.talkedAt ?? 0) }) };
}

/**
 * Read right before something is said: `closed` where nothing can be said, or nothing is to be said any more.
 */
async function standingOf(
  { ticketId, roomId, fields, agents, others }: Told,
  policy: Policy,
  { rooms, links, workspace }: Reminding,
): Promise<'open' | 'guarded' | 'closed'> {
  const [room, members, ofRoom, appUser] = await Promise.all([
    rooms.byId(roomId),
    rooms.members(roomId),
    links.ofRoom(roomId),
    workspace.appUser(),
  ]);
  if (!room || unlinkable(room) || ofRoom.every((link) => link.ticketId !== ticketId)) return 'closed';
  const circle = { agents: new Set(agents), others: new Set(others) };
  return isGuarded(room, members, circle, policy, fields.queue, appUser.id) ? 'guarded' : 'open';
}

async function say(watch: Watch, plan: ReminderPlan, ports: Reminding): Promise<Watch> {
  const { messageId: current, ...rest } = watch;
  const { messageId, said } = await written(watch.roomId, current, plan, ports);
  return { ...rest, said: afterSaying({ ...plan, said }), ...(messageId !== undefined && plan.holds && { messageId }) };
}

/** A message that somebody has deleted is not made again, unless there is something new to say. */
async function written(
  roomId: string,
  messageId: string | undefined,
  { said, announces }: ReminderPlan,
  { reminders }: Reminding,
): Promise<{ readonly messageId?: string; readonly said: readonly SaidStage[] }> {
  if (messageId !== undefined && (await reminders.edit(messageId, said))) return { messageId, said };
  if (!announces) return { said: said.map((one) => ({ ...one, shown: false })) };
  const fresh = withoutOver(said);
  const { reminderId } = await reminders.listen(roomId);
  if (reminderId !== undefined && (await reminders.edit(reminderId, fresh))) return { messageId: reminderId, said: fresh };
  return { messageId: await reminders.post(roomId, fresh), said: fresh };
}
