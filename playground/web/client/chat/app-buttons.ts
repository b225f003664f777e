import type { AppButton, Person, Room } from './shapes';

/** What the engine calls the kinds of rooms there are in the playground. */
function roomType({ t, prid, usernames = [] }: Room): string {
  if (t === 'd') return usernames.length > 2 ? 'direct_multiple' : 'direct';
  const privacy = t === 'c' ? 'public' : 'private';
  return prid === undefined ? `${privacy}_channel` : `${privacy}_discussion`;
}

/** Where a message stands, in the engine's words. */
export type MessagePlace = 'message' | 'threads';

/**
 * The app's buttons for one of the client's menus. Conditions on permissions are not looked at: the playground has no list of them
 * for people.
 * @param messagePlace for a message's menu
 */
export function buttonsFor(
  buttons: readonly AppButton[],
  context: string,
  room: Room,
  { roles }: Pick<Person, 'roles'>,
  messagePlace: MessagePlace = 'message',
): AppButton[] {
  return buttons.filter(({ context: own, when = {} }) => {
    const { roomTypes, messageActionContext, hasOneRole, hasAllRoles } = when;
    return (
      own === context &&
      (roomTypes?.includes(roomType(room)) ?? true) &&
      (context !== 'messageAction' || (messageActionContext?.includes(messagePlace) ?? true)) &&
      (hasOneRole?.some((role) => roles.includes(role)) ?? true) &&
      (hasAllRoles?.every((role) => roles.includes(role)) ?? true)
    );
  });
}
