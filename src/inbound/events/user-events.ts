import * as v from 'valibot';
import type { Ports } from '../../usecases/ports';
import { meetUser, userGone } from '../../usecases/meet-user';
import type { Settings } from '../../settings/snapshot';
import { policyOf } from '../policy';
import { stackOf } from '../stack-of';
import type { RequestAccessors, Wiring } from '../api/endpoint';

type EventWiring = Pick<Wiring, 'settings' | 'ports'>;

/** Which user an event is about is all that is believed of it. */
const UserShape = v.object({ id: v.pipe(v.string(), v.nonEmpty()) });

/** Somebody was created, changed or has logged in. */
export function userSeen(user: unknown, accessors: RequestAccessors, wiring: EventWiring): Promise<void> {
  return withUser(user, accessors, wiring, (userId, ports, settings) => meetUser(userId, policyOf(settings), ports));
}

/** Somebody was deleted. */
export function userDeleted(user: unknown, accessors: RequestAccessors, wiring: EventWiring): Promise<void> {
  return withUser(user, accessors, wiring, (userId, ports) => userGone(userId, ports));
}

/** Never throws: on some servers, an exception would end what the person was doing. */
async function withUser(
  user: unknown,
  accessors: RequestAccessors,
  wiring: EventWiring,
  act: (userId: string, ports: Ports, settings: Settings) => Promise<unknown>,
): Promise<void> {
  try {
    const named = v.safeParse(UserShape, user);
    // Servers that tell of a new user before they store it have no id to tell.
    if (!named.success) return;
    const settings = await wiring.settings(accessors.read);
    if (settings.paused) return;
    await act(named.output.id, wiring.ports(accessors, settings), settings);
  } catch (error) {
    accessors.log.error({ msg: 'user event not used', error: stackOf(error) });
  }
}
