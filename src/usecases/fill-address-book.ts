import type { ChatUser } from '../domain/member';
import {
  afterLeavingAlone,
  afterMeeting,
  afterRoom,
  atItsEnd,
  type Pass,
  type PassScope,
  passFor,
  roomUnderWay,
  stillToMeet,
} from '../domain/address-pass';
import { learnOf, type MeetingPolicy, type MeetingPorts } from './meet-user';
import type { Ports } from './ports';

type PassPorts = MeetingPorts & Pick<Ports, 'pass' | 'time'>;

/** How many people are met side by side. What a dead sandbox has not written down is met again: at most this many. */
const BATCH = 100;
/** Half of what the engine gives a job by default before it gives the job up. */
const BUDGET_MS = 15_000;

/**
 * One step of the pass over the members of the chosen rooms. It goes on where the last step ended, wherever that was, and it
 * meets at least one batch, so that it comes to its end on the slowest server.
 *
 * @param budgetMs nothing new is begun after this many milliseconds
 * @returns the pass as it was written last
 */
export async function fillAddressBook(scope: PassScope, policy: MeetingPolicy, ports: PassPorts, budgetMs = BUDGET_MS): Promise<Pass> {
  const begun = ports.time.now();
  const hasTime = (): boolean => ports.time.now() - begun < budgetMs;
  let pass = passFor(scope, await ports.pass.read(), begun);
  if (pass.completedAt !== undefined) return pass;
  const awaited = new Set(await ports.waiting.keys());
  const meet = (user: ChatUser): Promise<void> => learnOf(user, awaited, policy, ports);
  let roomId = roomUnderWay(pass);
  while (roomId !== undefined) {
    pass = await goThrough(roomId, pass, meet, hasTime, ports);
    roomId = roomUnderWay(pass);
    if (roomId !== undefined && !hasTime()) return pass;
  }
  return written(atItsEnd(pass, ports.time.now()), ports);
}

/** @returns the pass behind this room, or in the middle of it when there is no time left */
async function goThrough(
  roomId: string,
  given: Pass,
  meet: (user: ChatUser) => Promise<void>,
  hasTime: () => boolean,
  ports: PassPorts,
): Promise<Pass> {
  const room = await ports.rooms.byId(roomId);
  if (!room || room.memberCount > given.limit) return written(afterLeavingAlone(given, roomId, room), ports);
  let pass = given;
  let waiting = stillToMeet(await ports.rooms.members(roomId), pass);
  while (waiting.length > 0) {
    const batch = waiting.slice(0, BATCH);
    waiting = waiting.slice(BATCH);
    await Promise.all(batch.map(meet));
    pass = await written(afterMeeting(pass, batch), ports);
    if (waiting.length > 0 && !hasTime()) return pass;
  }
  return written(afterRoom(pass), ports);
}

async function written(pass: Pass, { pass: store }: PassPorts): Promise<Pass> {
  await store.write(pass);
  return pass;
}
