import { copyOf } from '../copy';
import type { UserDocument } from '../documents';
import type { AppShape } from './fields';

/**
 * An account as apps see it. The addresses are passed on as they are stored, verified or not; the language only when the
 * person chose one.
 */
export function userForApp(user: UserDocument | undefined): AppShape | undefined {
  if (!user) return undefined;
  const { language } = user.settings.preferences;
  return copyOf({
    id: user._id,
    username: user.username,
    emails: user.emails,
    type: user.type,
    isEnabled: user.active,
    name: user.name,
    roles: user.roles,
    bio: user.bio,
    status: user.status,
    statusText: user.statusText,
    statusConnection: user.statusConnection,
    utcOffset: user.utcOffset,
    createdAt: user.createdAt,
    updatedAt: user._updatedAt,
    lastLoginAt: user.lastLogin,
    appId: user.appId,
    customFields: user.customFields,
    settings: { preferences: language ? { language } : {} },
  });
}
