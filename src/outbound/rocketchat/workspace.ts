import type { ChatUser } from '../../domain/member';
import { AppError } from '../../domain/errors';
import { type Translate, translator } from '../../text/translate';
import type { Workspace } from '../../usecases/ports';
import type { Accessors } from './accessors';
import { toChatUser } from './chat-user';

/** The app's own user does not change while the app runs. */
export interface AppUserMemory {
  appUser: ChatUser | undefined;
}

export interface WorkspaceAccess extends Workspace {
  /** Texts in the language of the workspace. */
  readonly translate: () => Promise<Translate>;
}

/** The workspace's own settings, read once per call of the app and side by side. */
export function workspace({ read }: Pick<Accessors, 'read'>, memory: AppUserMemory): WorkspaceAccess {
  const setting = async (id: string): Promise<string> => {
    const value: unknown = await read.getEnvironmentReader().getServerSettings().getValueById(id);
    return typeof value === 'string' ? value : '';
  };
  let language: Promise<string> | undefined;
  const languageHere = (): Promise<string> => (language ??= setting('Language'));
  const translate = async (): Promise<Translate> => translator(await languageHere());
  return {
    async appUser() {
      if (!memory.appUser) {
        const user = await read.getUserReader().getAppUser();
        if (!user) throw new AppError('permission_missing', { permission: 'user.read' });
        memory.appUser = toChatUser(user);
      }
      return memory.appUser;
    },
    async siteUrl() {
      return (await setting('Site_Url')).replace(/\/+$/, '');
    },
    language: languageHere,
    translate,
  };
}
