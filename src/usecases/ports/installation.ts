import type { ChatUser } from '../../domain/member';
import type { Entrance } from '../../domain/webservice';

export interface Workspace {
  /** The app's own user. */
  appUser(): Promise<ChatUser>;
  /** Where people's browsers find the workspace, without a slash at the end. */
  siteUrl(): Promise<string>;
  /** The language of the workspace, such as `en`. */
  language(): Promise<string>;
}

/** Files that the app makes for people, and files that people have sent. */
export interface Files {
  /**
   * Into the direct room with one person.
   *
   * @param content text, sent as UTF-8
   * @throws AppError `direct_room_refused`, `upload_refused`, `permission_missing`
   */
  send(to: Pick<ChatUser, 'username'>, name: string, content: string): Promise<void>;
  /** @returns how large a file is that somebody sent into that room, in bytes; nothing where there is none, or none any more */
  size(fileId: string, roomId: string): Promise<number | undefined>;
  /** @returns its content in base64; nothing where it is gone */
  content(fileId: string): Promise<string | undefined>;
}

/** The app's own jobs. */
export interface Jobs {
  /** Has a job run now, instead of at its next minute; on one of the instances. */
  runSoon(job: 'transcripts'): Promise<void>;
}

/** What became of a call of the app's own `health`. */
export type OwnCall =
  | { readonly outcome: 'answered' }
  /** Somebody answered, but not the app, or the app did not let the call in. */
  | { readonly outcome: 'refused'; readonly status: number }
  | { readonly outcome: 'silent' };

/** Where OTOBO finds the app. */
export interface OwnAddress {
  /** What the app's addresses begin with below the address of the workspace: `/api/apps/private/<app>/<hash>`. */
  path(): string;
  /** Calls `health` with the secret, from this server, as OTOBO would from its own. */
  call(entrance: Entrance): Promise<OwnCall>;
  /** Notes that somebody with the secret has told something about a ticket. */
  noteCaller(): void;
  /** When that was last, in milliseconds since the epoch; only what this process has seen. */
  lastCaller(): number | undefined;
}

/** A value that an admin has entered and that could not work. */
export interface Correction {
  /** Id of the setting. */
  readonly setting: string;
  readonly entered: string;
}

/** Settings that the app fills in, or puts right, itself. */
export interface OwnSettings {
  /** What was put right lately; only what this process has seen. */
  corrections(): readonly Correction[];
  /** Makes this the secret for OTOBO unless there is one. @returns whether it did; it has been saved by then */
  fillSecret(secret: string): Promise<boolean>;
}

export interface Time {
  /** Milliseconds since the epoch. */
  now(): number;
  /** @param until ends the pause early as soon as it is settled, however; no timer stays behind */
  pause(ms: number, until?: Promise<unknown>): Promise<void>;
}
