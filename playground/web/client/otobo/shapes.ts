/** What the page reads of the OTOBO stand-in's answers, in OTOBO's own field names. */

export interface TicketSummary {
  readonly TicketID: number;
  readonly TicketNumber: string;
  readonly Title: string;
  readonly Queue: string;
  readonly State: string;
  readonly StateType: string;
  readonly Priority: string;
  readonly PriorityID: number;
  readonly Lock: string;
  readonly Owner: string;
  readonly Responsible: string;
  readonly CustomerID: string;
  readonly CustomerUserID: string;
  readonly Created: string;
  readonly Changed: string;
  readonly DynamicField: Readonly<Record<string, string | number | null>>;
}

export interface Article {
  readonly id: number;
  readonly channel: string;
  readonly senderType: string;
  readonly visibleForCustomer: boolean;
  readonly from: string;
  readonly to: string;
  readonly cc: string;
  readonly subject: string;
  readonly body: string;
  readonly created: string;
  readonly attachments: readonly { readonly filename: string; readonly contentType: string; readonly bytes: number }[];
}

export interface TicketDetails extends TicketSummary {
  readonly articles: readonly Article[];
}

export interface Agent {
  readonly login: string;
  readonly email: string;
  readonly rights: Readonly<Record<string, readonly string[]>>;
}

/** What can be chosen in forms. */
export interface Choices {
  readonly queues: readonly string[];
  readonly states: readonly string[];
  readonly priorities: readonly string[];
  readonly customers: readonly { readonly login: string; readonly name: string }[];
}

/** What a click on "Open Rocket.Chat room" brought: OTOBO's judgement, and the app's answer in `Data`. */
export interface Opening {
  readonly Success: 0 | 1;
  readonly ErrorMessage?: string;
  readonly Data: {
    readonly Result?: string;
    readonly Room?: { readonly ID: string; readonly Name: string; readonly URL: string };
    readonly Members?: {
      readonly Added?: readonly Member[];
      readonly Present?: readonly Member[];
      readonly Unresolved?: readonly Member[];
      readonly Skipped?: readonly Member[];
    };
    readonly Error?: { readonly ErrorCode: string; readonly ErrorMessage: string };
  } | null;
}

export interface Member {
  readonly Name?: string;
  readonly Login?: string;
  readonly Email?: string;
  readonly Username?: string;
  readonly Reason?: string;
}
