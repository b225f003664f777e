import { type IUser, UserType } from '@rocket.chat/apps-engine/definition/users';
import type { ChatUser } from '../../domain/member';

/** @returns the engine's user in our words; users without an address have no `emails` at all, whatever the type says */
export function toChatUser(user: IUser): ChatUser {
  const language = user.settings?.preferences?.language;
  return {
    id: user.id,
    username: user.username,
    enabled: user.isEnabled,
    bot: user.type === UserType.BOT || user.type === UserType.APP || user.roles.some((role) => role === 'bot' || role === 'app'),
    addresses: ((user as Partial<IUser>).emails ?? []).map(({ address, verified }) => ({ address, verified })),
    roles: user.roles,
    ...(user.name && { name: user.name }),
    ...(language && { language }),
    ...(Number.isFinite(user.utcOffset) && { utcOffset: user.utcOffset }),
  };
}

/** The engine wants whole users where the server looks at the id only. */
export function toIUser({ id, username }: Pick<ChatUser, 'id' | 'username'>): IUser {
  return { id, username } as IUser;
}
