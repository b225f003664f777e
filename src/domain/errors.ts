/**
 * Every error the app can answer with, in one table: a code without an entry does not compile.
 *
 * `status` is what the HTTP caller gets. What an agent must read is 200 with `Result: "refused"`, because OTOBO hands only
 * the bodies of 20x answers to its invokers. What may pass by itself is 503 with `Retry-After`.
 * The sentences (cause and cure) are in the dictionary under `error.<code>`.
 */
export const ERRORS = {
  /** No or a wrong secret. The answer is the same to the byte whatever was wrong. */
  unauthorized: { status: 401 },
  /** The admin has not set a secret yet, so nobody can be let in. */
  not_configured: { status: 503, retryAfterSeconds: 60 },
  /** An admin has told the app to do nothing for a while. */
  paused: { status: 503, retryAfterSeconds: 300 },
  method_not_allowed: { status: 405 },
  media_type_unsupported: { status: 415 },
  /** The body breaks the contract; every problem is named with its JSON path. */
  body_invalid: { status: 400 },
  /** The body names a ticket by its number only, and there is no OTOBO to ask for the id. */
  ticket_id_missing: { status: 400 },

  /** A room of that name exists and is not ours. */
  name_taken: { status: 200 },
  /** The ticket's room is archived, and an app cannot bring it back. */
  room_archived: { status: 200 },
  /** Nobody who could own the room has an account that may create private rooms. */
  owner_missing: { status: 200 },
  /** As many rooms as the setting allows in an hour have been opened by rules. */
  open_cap: { status: 200 },
  /** The name template gives a name that this workspace does not allow. */
  room_name_invalid: { status: 200 },
  /** Another app of the workspace forbade it. */
  prevented_by_app: { status: 200 },
  /** The app was installed without a permission it needs; the engine then answers with nothing at all. */
  permission_missing: { status: 200 },
  /** The request must be completed from OTOBO, and the connection to OTOBO is not set up. */
  otobo_not_configured: { status: 200 },
  /** OTOBO does not accept the service account. */
  otobo_login_failed: { status: 200 },
  /** OTOBO answers, but not like the web service the app expects. */
  otobo_misconfigured: { status: 200 },
  /** OTOBO's one answer for "does not exist" and "not for this account". */
  ticket_not_found: { status: 200 },

  /** The service account lacks a right for what is to be written. */
  otobo_denied: { status: 200 },
  /** OTOBO does not take a value (state, priority, owner, queue …); `field` and `value` say which. */
  otobo_value_refused: { status: 200 },
  /** OTOBO wants a value for `field`, and got none. */
  otobo_value_missing: { status: 200 },
  /** OTOBO has no such dynamic field (`fields`: one of these). */
  otobo_field_missing: { status: 200 },
  /** The ticket has nobody a mail could go to. */
  reply_no_recipient: { status: 200 },
  /** OTOBO could not send the mail. */
  reply_not_sent: { status: 200 },
  /** The web service lacks an operation of the OTOBO package that this needs. */
  package_missing: { status: 200 },

  /** What the chat is told of a ticket that does not exist, or that the asking person may not see: the same. */
  ticket_hidden: { status: 200 },
  /** The person sees the ticket and may not do this with it. */
  right_missing: { status: 200 },
  /** The queue does not exist, or the person may not create tickets in it. */
  queue_hidden: { status: 200 },
  /** No valid agent has the login or address. */
  agent_unknown: { status: 200 },
  agent_ambiguous: { status: 200 },
  /** Without the OTOBO package, roles decide, and the person has none of them. */
  agent_role_missing: { status: 200 },
  /** Nobody can say which login the person has in OTOBO. */
  login_unknown: { status: 200 },
  admin_only: { status: 200 },
  member_only: { status: 200 },
  /** Commands are for people with an account of this workspace that is in use. */
  sender_refused: { status: 200 },
  /** What was given as a ticket is none. */
  reference_unclear: { status: 200 },
  /** No ticket was named where one has to be. */
  reference_missing: { status: 200 },
  /** A link that leads to another server, or to another OTOBO. */
  link_elsewhere: { status: 200 },
  /** A link into OTOBO, but not to a ticket. */
  link_no_ticket: { status: 200 },

  /** The command is about the ticket of the room it was typed in, and that room has none. */
  room_without_ticket: { status: 200 },
  /** Nothing was chosen in a form where something has to be. */
  choice_missing: { status: 200 },
  /** Nothing was typed where something is to be written. */
  text_missing: { status: 200 },
  text_too_long: { status: 200 },
  /** A message that somebody has chosen is not there. */
  message_gone: { status: 200 },
  /** A message that does not become a note; `reason` says why. */
  message_not_noted: { status: 200 },
  /** Nobody in the workspace has the user name. */
  user_unknown: { status: 200 },
  /** A value that the person may not choose, or that means several; `offered` are those they may. */
  value_unknown: { status: 200 },
  /** A pending state was asked for without saying until when. */
  state_needs_time: { status: 200 },
  time_unknown: { status: 200 },
  time_past: { status: 200 },
  /** No queue is set for new tickets, and none was named. */
  queue_missing: { status: 200 },
  /** The one who is to get the ticket may not own it. */
  assignee_refused: { status: 200 },
  replies_off: { status: 200 },

  /** Somebody else has changed a field that a kept change was to change; `field` says which, `is` what it is now. */
  changed_meanwhile: { status: 200 },
  /** So much waits for OTOBO that nothing more can. */
  outbox_full: { status: 200 },
  /** What was typed after `/otobo outbox` is nothing that can be done. */
  outbox_order_unclear: { status: 200 },
  /** No entry of the outbox begins so (`count`: none), or several do. */
  outbox_item_unknown: { status: 200 },
  /** Whoever wrote an entry cannot be given back what they typed. */
  outbox_author_untold: { status: 200 },

  /** A ticket cannot be linked to this kind of room; `reason` says which. */
  room_unsuitable: { status: 200 },
  /** The room belongs to another ticket; `known`: whether the person may know to which. */
  room_taken: { status: 200 },
  /** The ticket has another room; `known`: whether the person is in it, and whether it is one of two people or a few. */
  ticket_taken: { status: 200 },
  /** Others link the same ticket or room at this moment. */
  link_busy: { status: 200 },
  /** The app made the room for its ticket. */
  room_not_unlinked: { status: 200 },
  /** Somebody linked the room; only rooms that the app made are closed. */
  close_linked: { status: 200 },
  /** Nothing of that closing is left to be stopped. */
  closing_settled: { status: 200 },
  user_unusable: { status: 200 },
  /** The server keeps the user out. */
  user_not_admitted: { status: 200 },
  /** Nobody can be added to a direct room. */
  direct_room: { status: 200 },
  /** The question has been answered, or there never was one. */
  question_settled: { status: 200 },
  question_lapsed: { status: 200 },
  question_not_yours: { status: 200 },
  /** Several clicks at one moment. */
  question_busy: { status: 200 },
  /** A dialog was sent that has been sent already, is more than a day old, or never was opened. */
  form_settled: { status: 200 },
  /** A click in a bar or form whose record has gone, after a day. */
  view_outdated: { status: 200 },

  /** A transcript of this room that somebody wants is not at its end. */
  transcript_under_way: { status: 200 },
  /** Nothing was said in the chosen time, or all of it is left out. */
  transcript_empty: { status: 200 },
  /** The room belongs to another ticket than when the dialog was opened. */
  ticket_changed: { status: 200 },
  /** An admin has taken out what waited for OTOBO. */
  write_dropped: { status: 200 },
  /** The client that a command was typed in opens no dialogs. */
  dialog_missing: { status: 200 },

  /** The address of the workspace is none that OTOBO could call. */
  site_url_invalid: { status: 200 },
  /** The server does not let the app write to the person directly. */
  direct_room_refused: { status: 200 },
  /** The server does not take a file from the app. */
  upload_refused: { status: 200 },
  /** The server did not keep a setting that the app has filled in. */
  setting_not_saved: { status: 200 },

  otobo_unreachable: { status: 503, retryAfterSeconds: 30 },
  /** Others changed the same room so often meanwhile that the request gave up. */
  busy: { status: 503, retryAfterSeconds: 5 },
  /** A defect; the log has it under the request id. */
  internal_error: { status: 500 },
} as const satisfies Record<string, { status: number; retryAfterSeconds?: number }>;

export type ErrorCode = keyof typeof ERRORS;

/** An error of the table, on its way to the caller. `details` fill the placeholders of the sentence. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly details: Readonly<Record<string, string>> = {},
    /** What the log should know and the caller should not. */
    readonly internal?: string,
  ) {
    super(code);
    this.name = 'AppError';
  }
}

/** Why a person is not in the room: `Unresolved` (wanted, but not found or not admitted) or `Skipped` (a rule says no). */
export const REASONS = [
  /** OTOBO gave no e-mail address, and the discovery setting asks for one. */
  'no_address',
  /** OTOBO gave no login, and the discovery setting asks for one. */
  'no_login',
  /** What stands in the address field is no e-mail address. */
  'address_invalid',
  /** Nobody in the workspace has that address or login. */
  'no_account',
  /** Nobody is known by that address or login, and the search through the chosen rooms has not come to its end yet. */
  'not_searched_yet',
  /** An admin has written down a user name for this person that nobody has. */
  'mapped_to_nobody',
  /** Somebody has that address, but has not proved it. */
  'address_unverified',
  /** The server did not let the person in (attributes, another app). */
  'not_admitted',
  /** Has an account and is not in the room, because nobody was to be brought in (a status, a refusal). */
  'not_in_room',

  'account_disabled',
  'bot',
  /** The account that OTOBO's web service works with. */
  'api_user',
  /** An address of OTOBO itself, such as the queue's. */
  'system_address',
  /** People in this role are not taken into rooms. */
  'role_excluded',
  /** The customer rule keeps customers out of this ticket's room. */
  'customer_excluded',
  /** The room has a history that a customer would be able to read. */
  'customer_needs_consent',
  /** Accounts of other servers cannot be taken into a local room. */
  'federated_account',
] as const;

export type Reason = (typeof REASONS)[number];
