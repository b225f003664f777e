import { greetInstaller } from '../../usecases/greet-installer';
import { settingsAtFirst } from '../../settings/snapshot';
import { stackOf } from '../stack-of';
import type { RequestAccessors, Wiring } from '../api/endpoint';

/**
 * Somebody has installed the app. At that moment the engine does not know its settings yet. Never throws: an exception would make the
 * installation fail for want of a greeting.
 */
export async function appInstalled(by: { readonly id: string }, accessors: RequestAccessors, wiring: Pick<Wiring, 'ports'>): Promise<void> {
  try {
    const ports = wiring.ports(accessors, await settingsAtFirst());
    const user = await ports.directory.byId(by.id);
    if (user) await greetInstaller(user, ports);
  } catch (error) {
    accessors.log.warn({ msg: 'who installed the app was not told what comes next', error: stackOf(error) });
  }
}
