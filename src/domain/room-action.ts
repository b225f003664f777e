import type { Card } from './card';
import type { News } from './change-plan';
import type { ClosingTerms } from './closing';
import type { ClosingAction } from './closing-plan';
import type { ChatUser } from './member';
import type { OwnerCandidate } from './owner';
import type { Ticket } from './ticket';
import type { ChangeNotice, MissingPerson, Told } from './told';
import type { Waiting } from './waiting';

/** One thing that must change so that the room matches the ticket. */
export type RoomAction =
  | {
      readonly type: 'CreateRoom';
      readonly slug: string;
      readonly displayName: string;
      readonly owner: OwnerCandidate;
      readonly members: readonly string[];
      /** Whether the server's own messages about joining are shown. */
      readonly showJoins: boolean;
    }
  | { readonly type: 'DeleteDuplicate'; readonly roomId: string; readonly slug: string }
  | { readonly type: 'AddMembers'; readonly roomId: string; readonly members: readonly string[] }
  | { readonly type: 'RemoveMembers'; readonly roomId: string; readonly members: readonly string[]; readonly userIds: readonly string[] }
  /** Takes down whom the app has brought in: only those does it ever remove. */
  | { readonly type: 'RememberAdded'; readonly roomId: string; readonly userIds: readonly string[] }
  /** From now on these come in when they have an account. */
  | { readonly type: 'StartWaiting'; readonly entries: readonly Waiting[] }
  | { readonly type: 'StopWaiting'; readonly keys: readonly string[] }
  /** The room's people are asked whether these customers may read its history. */
  | { readonly type: 'AskConsent'; readonly roomId: string; readonly people: readonly ChatUser[]; readonly agents: readonly string[] }
  /** Who asked is told in private who is missing, where no card says it. */
  | { readonly type: 'TellMissing'; readonly to: ChatUser; readonly ticket: Ticket; readonly missing: readonly MissingPerson[] }
  | { readonly type: 'Welcome'; readonly roomId: string; readonly members: readonly string[] }
  | { readonly type: 'RestoreMark'; readonly roomId: string; readonly slug: string; readonly creatorId: string }
  | { readonly type: 'PostCard'; readonly roomId: string; readonly card: Card; readonly others: 'none' | 'possible' }
  /** What the card shows has changed. */
  | { readonly type: 'RefreshCard'; readonly messageId: string; readonly card: Card }
  /** One message for all that has changed. */
  | {
      readonly type: 'TellChanges';
      readonly roomId: string;
      /** The message that is edited in place; absent for a new one. */
      readonly messageId?: string;
      readonly news: News;
      /** Stands in the message, so that who dies before it is taken down does not post it twice. */
      readonly digest: string;
      readonly notice: Omit<ChangeNotice, 'messageId'>;
    }
  /** Takes down what the room knows now. */
  | {
      readonly type: 'RememberTold';
      readonly told: Told;
      /** Rooms whose records go for it. */
      readonly instead: readonly string[];
      /** Articles of the app's own that nobody has to know by their ids any more. */
      readonly ownArticles: readonly string[];
    }
  | { readonly type: 'DropLinks'; readonly roomIds: readonly string[] }
  | ClosingAction
  /** `cardId` is absent when the card is posted by the same plan. */
  | {
      readonly type: 'WriteLink';
      readonly roomId: string;
      readonly slug: string;
      readonly cardId?: string;
      /** What becomes of the room one day; absent for a room that an older version of the app has made. */
      readonly closing?: ClosingTerms;
    };
