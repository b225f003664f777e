import type { ChatUser } from '../domain/member';
import { translator } from '../text/translate';
import type { Ports } from './ports';

/** Tells who has installed the app, in a direct message, what has to be done before it can work. */
export async function greetInstaller(user: ChatUser, { notices, workspace }: Pick<Ports, 'notices' | 'workspace'>): Promise<void> {
  const say = translator(user.language ?? (await workspace.language()));
  const commands = { setup: '`/otobo setup`', doctor: '`/otobo doctor`', help: '`/otobo help`' };
  await notices.write(user, say('setup.installed', commands));
}
