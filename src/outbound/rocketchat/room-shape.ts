import { type IRoom, RoomType } from '@rocket.chat/apps-engine/definition/rooms';
import * as v from 'valibot';
import type { Mark } from '../../domain/mark';
import type { Room } from '../../domain/room';

/** Where our mark stands among the custom fields of a room. */
export const MARK_FIELD = 'otobo';

const MarkShape = v.object({ v: v.literal(1), ticketId: v.string(), ticketNumber: v.string(), sig: v.string() });

/**
 * What the server knows of a room beyond the engine's definitions. It comes back under this key, and it is taken from there when
 * a room is created, and only then: there is no accessor for topic, announcement and the rest.
 */
export interface Unmapped {
  readonly topic?: string;
  readonly announcement?: string;
  readonly archived?: boolean;
  readonly encrypted?: boolean;
  /** Newer servers call it `isFederated`, on the room itself. */
  readonly federated?: boolean;
  readonly usersCount?: number;
  /** User names that may post although the room is read-only. */
  readonly unmuted?: readonly string[];
  /** Types of system messages that are not shown in this room. */
  readonly sysMes?: readonly string[];
}

export type RoomWithUnmapped = IRoom & { readonly _unmappedProperties_?: Unmapped; readonly isFederated?: boolean };

const TYPES: Readonly<Record<string, Room['type']>> = {
  [RoomType.PRIVATE_GROUP]: 'private',
  [RoomType.CHANNEL]: 'public',
  [RoomType.DIRECT_MESSAGE]: 'direct',
  [RoomType.LIVE_CHAT]: 'omnichannel',
};

const typeOf = ({ type }: Pick<IRoom, 'type'>): Room['type'] => TYPES[type] ?? 'other';

/** @returns the engine's room in our words */
export function toRoom(room: RoomWithUnmapped): Room {
  const unmapped = room._unmappedProperties_ ?? {};
  const mark = markOf(room);
  return {
    id: room.id,
    slug: nameOf(room) ?? room.id,
    ...(room.displayName && { name: room.displayName }),
    type: typeOf(room),
    ...(room.parentRoom && { discussionIn: typeOf(room.parentRoom) }),
    creator: creatorOf(room),
    createdAt: room.createdAt ? new Date(room.createdAt).getTime() : 0,
    archived: unmapped.archived === true,
    encrypted: unmapped.encrypted === true,
    federated: room.isFederated === true || unmapped.federated === true,
    announced: Boolean(unmapped.announcement),
    messageCount: room.messageCount ?? 0,
    memberCount: unmapped.usersCount ?? 0,
    ...(mark && { mark }),
  };
}

/** Direct rooms have no name, whatever the type says. */
function nameOf({ slugifiedName }: Partial<IRoom>): string | undefined {
  return slugifiedName;
}

/** The general channel is the server's own: nobody has created it, whatever the type says. */
function creatorOf({ creator }: Partial<IRoom>): Room['creator'] {
  return { id: creator?.id ?? '', username: creator?.username ?? '' };
}

function markOf({ customFields }: IRoom): Mark | undefined {
  const parsed = v.safeParse(MarkShape, customFields?.[MARK_FIELD]);
  return parsed.success ? parsed.output : undefined;
}
