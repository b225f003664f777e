import type { Clock } from '../clock';

/** What the stand-in needs of the playground's clock. */
export type Time = Pick<Clock, 'now' | 'onAdvance'>;

/** OTOBO's permissions; `rw` includes all others. */
export type Right = 'ro' | 'move_into' | 'create' | 'note' | 'owner' | 'priority' | 'rw';

export interface Agent {
  readonly id: number;
  readonly login: string;
  readonly firstname: string;
  readonly lastname: string;
  readonly email: string;
  readonly password: string;
  readonly createdAt: number;
  /** By queue name; a queue that is not named here is invisible to the agent. */
  readonly rights: Readonly<Record<string, readonly Right[]>>;
  /** The account that the app itself logs in with. */
  readonly serviceAccount?: true;
}

export interface CustomerUser {
  readonly login: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  /** The company; customers see the tickets of their company. */
  readonly customerId: string;
}

export interface Queue {
  readonly id: number;
  readonly name: string;
  readonly groupId: number;
  /** The address that mail to this queue is sent to. */
  readonly systemAddress: string;
}

export interface DynamicField {
  readonly name: string;
  readonly type: 'Text' | 'Checkbox';
}
export type FieldValue = string | number | null;

export interface Attachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Buffer;
}

export type CommunicationChannel = 'Email' | 'Phone' | 'Internal' | 'Chat';
export type SenderType = 'agent' | 'system' | 'customer';

export interface Article {
  readonly id: number;
  readonly channel: CommunicationChannel;
  readonly senderType: SenderType;
  readonly visibleForCustomer: boolean;
  readonly from: string;
  readonly to: string;
  readonly cc: string;
  readonly subject: string;
  readonly body: string;
  readonly mimeType: string;
  readonly charset: string;
  readonly createdAt: number;
  readonly createdBy: number;
  readonly attachments: readonly Attachment[];
}

/** A mail that has left OTOBO. */
export interface Mail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly ticketId: number;
  /** The article that was sent. */
  readonly articleId: number;
  /** In ms since the epoch. */
  readonly sentAt: number;
}

export interface HistoryEntry {
  readonly typeId: number;
  readonly type: string;
  readonly name: string;
  readonly articleId: number;
  readonly createdAt: number;
  readonly createdBy: number;
  /** The ticket as it was then. */
  readonly ownerId: number;
  readonly queueId: number;
  readonly priorityId: number;
  readonly stateId: number;
}

export interface Ticket {
  readonly id: number;
  readonly number: string;
  title: string;
  queue: string;
  state: string;
  priority: string;
  /** `lock` or `unlock`. */
  lock: string;
  /** Logins. */
  owner: string;
  responsible: string;
  customerId: string;
  /** A login, or empty. */
  customerUser: string;
  readonly createdAt: number;
  readonly createdBy: number;
  changedAt: number;
  changedBy: number;
  /** From here the unlock timeout counts. */
  unlockTimeoutFrom: number;
  /** When a pending state ends, if a time was set. */
  pendingUntil?: number;
  /** OTOBO calls it `Unclassified` where nobody has chosen one. */
  type: string;
  /** Empty where nobody has chosen one. */
  service: string;
  /** Until when it is to be solved; what OTOBO reckons out of a queue's, service's or SLA's times is set by hand here. */
  escalatesAt?: number;
  /** Ids of the tickets that it is linked with, as parent or child. */
  readonly linked: Set<number>;
  readonly dynamicFields: Map<string, FieldValue>;
  readonly articles: Article[];
  readonly history: HistoryEntry[];
}
