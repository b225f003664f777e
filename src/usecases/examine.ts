import type { Pass } from '../domain/address-pass';
import { AppError } from '../domain/errors';
import type { ChatUser } from '../domain/member';
import { entranceOf, isUnencrypted, withoutCredentials } from '../domain/webservice';
import type { Write } from '../domain/write';
import type { Settings } from '../settings/snapshot';
import { authorise, type RightsPolicy } from './authorise';
import { examineClosings } from './examine-closings';
import { examineOtobo } from './examine-otobo';
import { examineSettings } from './examine-settings';
import { walkFindings } from './examine-walk';
import { failedAs, type Finding } from './finding';
import type { OwnCall, Ports } from './ports';

/** What waits longer than this in the outbox does not wait for an OTOBO that restarts. */
const STUCK_AFTER_MINUTES = 60;

/**
 * Looks at everything that OTOBO and Rocket.Chat need of each other, both ways, and changes nothing.
 *
 * @param roomId where the admin asks
 * @throws AppError `admin_only`
 */
export async function examine(admin: ChatUser, roomId: string, settings: Settings, policy: RightsPolicy, ports: Ports): Promise<Finding[]> {
  await authorise(admin, 'admin', {}, policy, ports);
  const [workspace, otobo, ownCall, book, outbox, walk, closings] = await Promise.all([
    examineWorkspace(roomId, ports),
    examineOtobo(admin, settings, policy, ports),
    callOneself(settings, ports),
    ports.pass.read(),
    ports.outbox.all(),
    ports.walk.read(),
    examineClosings(ports),
  ]);
  return [
    ...examineSettings(settings),
    ...ports.ownSettings
      .corrections()
      .map(({ setting, entered }): Finding => ({ code: 'setting_corrected', values: { setting, entered } })),
    ...workspace,
    ...otobo.findings,
    // Who is called by OTOBO itself need not be found from here, too.
    ...(otobo.calledBack ? [] : [entranceFinding(ownCall)]),
    callerFinding(ports),
    ...bookFindings(book),
    ...(settings.otobo ? walkFindings(walk, ports.time.now()) : []),
    ...closings,
    ...outboxFindings(outbox, ports.time.now()),
  ];
}

async function examineWorkspace(roomId: string, { workspace, rooms, ownAddress }: Ports): Promise<Finding[]> {
  const [siteUrl, permitted] = await Promise.all([
    workspace.siteUrl(),
    Promise.all([workspace.appUser(), rooms.byId(roomId)])
      .then(([{ username }, room]): Finding => {
        // Whoever asks is in that room, so it exists.
        if (!room) throw new AppError('permission_missing', { permission: 'room.read' });
        return { code: 'app_user', values: { username } };
      })
      .catch(failedAs('workspace_refused')),
  ]);
  return [siteUrlFinding(siteUrl, ownAddress.path()), permitted];
}

function siteUrlFinding(url: string, path: string): Finding {
  const values = { url: withoutCredentials(url) };
  if (!entranceOf(url, path)) return { code: 'site_url_invalid', values };
  return { code: isUnencrypted(url) ? 'site_url_unencrypted' : 'site_url', values };
}

async function callOneself({ secrets }: Settings, { workspace, ownAddress }: Ports): Promise<OwnCall | undefined> {
  const entrance = entranceOf(await workspace.siteUrl(), ownAddress.path());
  return entrance && secrets.length > 0 ? ownAddress.call(entrance) : undefined;
}

function entranceFinding(call: OwnCall | undefined): Finding {
  switch (call?.outcome) {
    case 'answered':
      return { code: 'entrance' };
    case 'refused':
      return { code: 'entrance_refused', values: { status: call.status } };
    case 'silent':
      return { code: 'entrance_silent' };
    case undefined:
      return { code: 'entrance_unseen' };
  }
}

function callerFinding({ ownAddress, time }: Ports): Finding {
  const at = ownAddress.lastCaller();
  return at === undefined ? { code: 'not_called' } : { code: 'called', values: { minutes: minutesSince(at, time.now()) } };
}

function bookFindings(pass: Pass | undefined): Finding[] {
  if (!pass) return [{ code: 'book_not_begun' }];
  const { met, limit, tooLarge, gone, completedAt } = pass;
  return [
    { code: completedAt === undefined ? 'book_under_way' : 'book', values: { met } },
    ...tooLarge.map(({ name, members }): Finding => ({ code: 'book_room_too_large', values: { room: name, members, limit } })),
    ...(gone.length > 0 ? [{ code: 'book_rooms_gone', values: { count: gone.length, rooms: gone.join(', ') } } as const] : []),
  ];
}

function outboxFindings(writes: readonly Write[], now: number): Finding[] {
  const waiting = writes.filter(({ givenUpAt }) => givenUpAt === undefined);
  const dead = writes.length - waiting.length;
  return [
    ...(dead > 0 ? [{ code: 'outbox_dead', values: { count: dead } } as const] : []),
    ...(waiting.length > 0 || dead === 0 ? [waitingFinding(waiting, now)] : []),
  ];
}

function waitingFinding([oldest, ...others]: readonly Write[], now: number): Finding {
  if (!oldest) return { code: 'outbox_empty' };
  const minutes = minutesSince(oldest.at, now);
  return { code: minutes >= STUCK_AFTER_MINUTES ? 'outbox_stuck' : 'outbox_waiting', values: { count: others.length + 1, minutes } };
}

const minutesSince = (at: number, now: number): number => Math.max(0, Math.floor((now - at) / 60_000));
