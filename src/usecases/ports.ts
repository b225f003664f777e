import type { Files, Jobs, OwnAddress, OwnSettings, Time, Workspace } from './ports/installation';
import type { Otobo } from './ports/otobo';
import type { AddressBook, Consents, Directory, PassStore, WaitingList } from './ports/people';
import type {
  Audit,
  Claims,
  Closings,
  Deletions,
  Grants,
  Keys,
  Merges,
  Outbox,
  OwnArticles,
  Questions,
  RuleOpenings,
  ToldRecords,
  Transcripts,
  Turns,
  Unfurlings,
  WalkStore,
  Watches,
} from './ports/records';
import type { Additions, Cards, Links, Rooms } from './ports/rooms';
import type { ClosingNotices, Notices, Reminders, ChangeNotices, History, Views } from './ports/speech';

export type * from './ports/installation';
export type * from './ports/otobo';
export type * from './ports/people';
export type * from './ports/records';
export type * from './ports/rooms';
export type * from './ports/speech';
export { STOCK_OPERATIONS } from './ports/otobo';

export interface Ports {
  readonly rooms: Rooms;
  readonly cards: Cards;
  readonly links: Links;
  readonly additions: Additions;
  readonly notices: Notices;
  readonly closingNotices: ClosingNotices;
  readonly changeNotices: ChangeNotices;
  readonly reminders: Reminders;
  readonly history: History;
  readonly views: Views;
  readonly waiting: WaitingList;
  readonly consents: Consents;
  readonly directory: Directory;
  readonly book: AddressBook;
  readonly pass: PassStore;
  readonly keys: Keys;
  readonly claims: Claims;
  readonly questions: Questions;
  readonly turns: Turns;
  readonly told: ToldRecords;
  readonly watches: Watches;
  readonly walk: WalkStore;
  readonly closings: Closings;
  readonly ownArticles: OwnArticles;
  readonly openings: RuleOpenings;
  readonly unfurlings: Unfurlings;
  readonly merges: Merges;
  readonly outbox: Outbox;
  readonly audit: Audit;
  readonly transcripts: Transcripts;
  readonly deletions: Deletions;
  /** Reading rights that OTOBO granted a moment ago; writing is asked for each time. */
  readonly grants: Grants;
  readonly workspace: Workspace;
  readonly files: Files;
  readonly jobs: Jobs;
  readonly ownAddress: OwnAddress;
  readonly ownSettings: OwnSettings;
  /** The web service for OTOBO's import, see `fillWebservice`. */
  readonly webservice: string;
  /** Absent when the connection to OTOBO is not set up. */
  readonly otobo?: Otobo;
  readonly time: Time;
  /** Between 0 and 1, by chance. */
  readonly random: () => number;
}
