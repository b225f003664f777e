import type { Files, OwnAddress, OwnSettings, Time, Workspace } from './ports/installation';
import type { Otobo } from './ports/otobo';
import type { AddressBook, Consents, Directory, PassStore, WaitingList } from './ports/people';
import type { Claims, Grants, Keys, Outbox, OwnArticles, Questions, ToldRecords, Turns } from './ports/records';
import type { Additions, Cards, Links, Rooms } from './ports/rooms';
import type { Messages, Notices } from './ports/speech';

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
  readonly messages: Messages;
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
  readonly ownArticles: OwnArticles;
  readonly outbox: Outbox;
  /** Reading rights that OTOBO granted a moment ago; writing is asked for each time. */
  readonly grants: Grants;
  readonly workspace: Workspace;
  readonly files: Files;
  readonly ownAddress: OwnAddress;
  readonly ownSettings: OwnSettings;
  /** The web service for OTOBO's import, see `fillWebservice`. */
  readonly webservice: string;
  /** Absent when the connection to OTOBO is not set up. */
  readonly otobo?: Otobo;
  readonly time: Time;
}
