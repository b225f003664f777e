import type { ListedPerson, MemberLists } from '../../domain/member-lists';
import { roomAddress } from '../../domain/room-address';
import type { RoomAction } from '../../domain/room-action';
import type { EventOutcome, Parting, RoomAnswer, RoomOutcome, StatusAnswer } from '../../usecases/answers';
import type { Translate } from '../../text/translate';
import { type Body, errorPart } from './response';

/** The dynamic fields of OTOBO that hold the link; its built-in invokers write them from the answer by themselves. */
const URL_FIELD = 'RocketChatURL';
const ROOM_FIELD = 'RocketChatRoomID';

/** What the contract calls the outcomes; they differ by what was asked for. */
const OPEN_RESULT = {
  created: 'created',
  reopened: 'reopened',
  changed: 'repaired',
  unchanged: 'existing',
  none: 'ignored',
  refused: 'refused',
  planned: 'planned',
} as const;
const SYNC_RESULT = { ...OPEN_RESULT, changed: 'synced' } as const;
/** Whether the closing begins with this request makes no difference to who wants it. */
const CLOSE_RESULT = { ...OPEN_RESULT, changed: 'closed', unchanged: 'closed' } as const;

/** @returns the body of `tickets/open` */
export function openBody(outcome: RoomOutcome, siteUrl: string, translate: Translate): Body {
  return { ...outcomeBody(OPEN_RESULT[outcome.result], outcome, siteUrl, translate), ...storedPart(outcome, siteUrl) };
}

/** @returns the body of `tickets/sync` */
export function syncBody({ outcome, partings, bereft }: EventOutcome, siteUrl: string, translate: Translate): Body {
  const { Actions, ...body } = outcomeBody(SYNC_RESULT[outcome.result], outcome, siteUrl, translate);
  return {
    ...body,
    Actions: [...partings.map(partingPart), ...Actions],
    ...(outcome.result === 'created' && storedPart(outcome, siteUrl)),
    ...(bereft && linkPart('', '')),
  };
}

/** @returns the body of `tickets/close` */
export function closeBody(outcome: RoomOutcome, siteUrl: string, translate: Translate): Body {
  return outcomeBody(CLOSE_RESULT[outcome.result], outcome, siteUrl, translate);
}

/** Where the room is, for the ticket to keep. */
function storedPart({ result, room }: RoomOutcome, siteUrl: string): Body {
  return room?.id !== undefined && result !== 'planned' ? linkPart(roomAddress(room, siteUrl), room.id) : {};
}

function linkPart(url: string, roomId: string): Body {
  return {
    Ticket: {
      DynamicField: [
        { Name: URL_FIELD, Value: url },
        { Name: ROOM_FIELD, Value: roomId },
      ],
    },
  };
}

function partingPart(parting: Parting): Body {
  const { type, roomId } = parting;
  return { Type: type, ID: roomId, ...(parting.type === 'MoveRoom' && { TicketID: parting.to.id, TicketNumber: parting.to.number }) };
}

function outcomeBody(
  result: string,
  { room, members, actions, refusal }: RoomOutcome,
  siteUrl: string,
  translate: Translate,
): Body & { readonly Actions: readonly Body[] } {
  return {
    Result: result,
    ...(room && { Room: roomPart(room, siteUrl) }),
    Members: membersPart(members),
    Actions: actions.flatMap((action) => actionParts(action, room)),
    ...(refusal && errorPart(refusal, translate)),
  };
}

/** @returns the body of `tickets/status` */
export function statusBody({ result, room, inside, members }: StatusAnswer, siteUrl: string): Body {
  return { Result: result, ...(room && { Room: { ...roomPart(room, siteUrl), Members: inside } }), Members: membersPart(members) };
}

export function membersPart({ added, present, unresolved, skipped }: MemberLists): Body {
  return {
    Added: added.map(personPart),
    Present: present.map(personPart),
    Unresolved: unresolved.map(personPart),
    Skipped: skipped.map(personPart),
  };
}

/** Keys without a value are left out: the engine would make null of them. */
function personPart({ login, email, name, type, roles, username, reason }: ListedPerson): Body {
  const part = { Login: login, Email: email, Name: name, Type: type, Roles: roles, Username: username, Reason: reason };
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined));
}

function roomPart(room: RoomAnswer, siteUrl: string): Body {
  const { username, source, tried } = room.owner;
  return {
    ...(room.id !== undefined && { ID: room.id }),
    Name: room.slug,
    URL: roomAddress(room, siteUrl),
    Owner: { Username: username, Source: source, Tried: tried.map((one) => ({ Username: one.username, Reason: one.reason })) },
  };
}

function actionParts(action: RoomAction, room: RoomAnswer | undefined): Body[] {
  switch (action.type) {
    case 'CreateRoom':
      return [
        {
          Type: action.type,
          Name: action.slug,
          DisplayName: action.displayName,
          Owner: action.owner.user.username,
          ...(room?.announced !== undefined && { Announced: room.announced }),
        },
      ];
    case 'AddMembers':
      return action.members.map((username) => ({ Type: 'AddMember', Username: username }));
    case 'RemoveMembers':
      return action.members.map((username) => ({ Type: 'RemoveMember', Username: username }));
    case 'DeleteDuplicate':
      return [{ Type: action.type, ID: action.roomId, Name: action.slug }];
    case 'PostCard':
    case 'RefreshCard':
      return [{ Type: action.type, Guarded: action.card.guarded }];
    case 'TellChanges': {
      const { fields, articles } = action.news;
      return [{ Type: action.type, Changes: [...fields.map(({ field }) => field), ...(articles.length > 0 ? ['articles'] : [])] }];
    }
    case 'AskConsent':
      return action.people.map(({ username }) => ({ Type: action.type, Username: username }));
    case 'TellMissing':
      return [{ Type: action.type, Username: action.to.username }];
    case 'BeginClosing':
      return [{ Type: action.type, Policy: action.terms.policy, DelaySeconds: Math.round(action.delay / 1000) }];
    case 'CancelClosing':
    case 'Reopen':
    case 'KeepOpen':
    case 'StartWaiting':
    case 'StopWaiting':
    case 'RestoreMark':
    case 'RememberAdded':
    case 'Welcome':
    case 'DropLinks':
    case 'WriteLink':
    case 'RememberTold':
      return [{ Type: action.type }];
  }
}
