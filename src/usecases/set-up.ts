import { AppError } from '../domain/errors';
import type { ChatUser } from '../domain/member';
import { newSecret } from '../domain/secret';
import { type Entrance, entranceOf, fillWebservice } from '../domain/webservice';
import { authorise, type RightsPolicy } from './authorise';
import type { Ports } from './ports';

/** The file that OTOBO imports. */
export const WEBSERVICE_FILE = 'RocketChat.yml';

/**
 * Makes the app ready for OTOBO: a secret, where there is none, and the web service for OTOBO's import, as a file to the admin who asks.
 * The secret itself is nowhere but in the settings.
 *
 * @param letter what is said with the file
 * @returns whether a secret was made; otherwise there was one, and it stays
 * @throws AppError `admin_only`, `site_url_invalid`, `setting_not_saved`, `direct_room_refused`, `upload_refused`, `permission_missing`
 */
export async function setUp(
  admin: ChatUser,
  policy: RightsPolicy,
  ports: Ports,
  letter: (entrance: Entrance) => string,
): Promise<{ readonly secretMade: boolean }> {
  await authorise(admin, 'admin', {}, policy, ports);
  const siteUrl = await ports.workspace.siteUrl();
  const entrance = entranceOf(siteUrl, ports.ownAddress.path());
  if (!entrance) throw new AppError('site_url_invalid', { url: siteUrl });
  const secretMade = await ports.ownSettings.fillSecret(newSecret());
  await ports.files.send(admin, WEBSERVICE_FILE, fillWebservice(ports.webservice, entrance));
  await ports.notices.write(admin, letter(entrance));
  return { secretMade };
}
