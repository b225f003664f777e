import type { LayoutBlock, PlainText, ButtonElement, TextObject } from '@rocket.chat/ui-kit';

/** What the page reads of the playground's answers; times are texts there. */

export interface Person {
  readonly username: string;
  readonly name: string;
  readonly type: 'user' | 'bot' | 'app';
  readonly active: boolean;
  readonly status: string;
  readonly roles: readonly string[];
  readonly settings: { readonly preferences: { readonly language?: string } };
}

export interface Room {
  readonly _id: string;
  /** Channel, private group, direct room. */
  readonly t: 'c' | 'p' | 'd' | 'l';
  readonly name?: string;
  readonly fname?: string;
  readonly topic?: string;
  readonly announcement?: string;
  readonly u?: { readonly username: string };
  readonly ro: boolean;
  readonly archived?: boolean;
  readonly prid?: string;
  readonly usersCount: number;
  readonly usernames?: readonly string[];
  readonly lm?: string;
  readonly ts: string;
}

/** A room in somebody's room list. */
export interface ListedRoom {
  readonly room: Room;
  readonly subscription: {
    /** How the room is called there; a direct room is called by the others in it. */
    readonly name?: string;
    readonly fname?: string;
    readonly alert: boolean;
    readonly unread: number;
    readonly userMentions: number;
  };
}

export interface Message {
  readonly _id: string;
  readonly rid: string;
  readonly u: { readonly username: string; readonly name?: string };
  readonly alias?: string;
  readonly msg: string;
  readonly ts: string;
  /** The kind of a message of the server's own. */
  readonly t?: string;
  readonly tmid?: string;
  readonly tcount?: number;
  readonly editedAt?: string;
  readonly attachments?: readonly Attachment[];
  readonly reactions?: Readonly<Record<string, { readonly usernames: readonly string[] }>>;
  readonly blocks?: readonly LayoutBlock[];
}

export interface Attachment {
  readonly title?: string;
  readonly title_link?: string;
  readonly text?: string;
  readonly description?: string;
  readonly author_name?: string;
  readonly color?: string;
  readonly fields?: readonly { readonly title: string; readonly value: string; readonly short?: boolean }[];
}

/** What one person was shown without its being stored. */
export interface EphemeralNotice {
  readonly username: string;
  readonly roomId: string;
  readonly message: Message;
}

export interface OpenView {
  readonly kind: 'modal' | 'contextual_bar';
  readonly view: {
    readonly id: string;
    readonly title: TextObject;
    readonly blocks: readonly LayoutBlock[];
    readonly submit?: Pick<ButtonElement, 'style'> & { readonly text: PlainText };
    readonly close?: { readonly text: PlainText };
  };
  readonly errors: Readonly<Record<string, string>>;
}

export interface Command {
  readonly command: string;
  readonly i18nParamsExample: string;
  readonly i18nDescription: string;
}

/** A button that the app put into one of the client's menus. */
export interface AppButton {
  readonly actionId: string;
  readonly context: string;
  readonly labelI18n: string;
  readonly variant?: 'danger';
  readonly when?: {
    readonly roomTypes?: readonly string[];
    readonly messageActionContext?: readonly string[];
    readonly hasOneRole?: readonly string[];
    readonly hasAllRoles?: readonly string[];
  };
}

/** What somebody has in front of them in the chat. */
export interface Client {
  readonly person: Person;
  /** The app's word for a key, in the person's language. */
  readonly say: (key: string) => string;
}
