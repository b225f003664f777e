/** Green: seen to work. Red: does not work. Grey: nobody can tell, or it works with less than there could be. */
export type Light = 'green' | 'red' | 'grey';

/** Everything that the check can find, in one table; the sentences (cause and cure) are in the dictionary under `doctor.<code>`. */
export const FINDINGS = {
  settings_complete: 'green',
  secret_missing: 'red',
  two_secrets: 'grey',
  setting_missing: 'red',
  url_form: 'red',
  url_unencrypted: 'grey',
  time_zone_invalid: 'red',
  line_unreadable: 'red',
  setting_corrected: 'grey',
  paused: 'grey',

  site_url: 'green',
  site_url_invalid: 'red',
  site_url_unencrypted: 'grey',
  app_user: 'green',
  /** Of one of the app's permissions in Rocket.Chat, with the error that says which. */
  workspace_refused: 'red',

  otobo_unset: 'grey',
  otobo_answers: 'green',
  /** With the error that says how. */
  otobo_failed: 'red',
  otobo_slow: 'grey',
  routes: 'green',
  routes_missing: 'red',
  fields: 'green',
  fields_missing: 'red',
  fields_unseen: 'grey',
  package: 'green',
  package_missing: 'grey',
  agent_roles: 'green',
  agent_roles_empty: 'grey',
  you_are: 'green',
  you_are_nobody: 'grey',
  time_zone: 'green',
  time_zone_differs: 'red',
  time_zone_unseen: 'grey',

  round_trip: 'green',
  round_trip_failed: 'red',
  entrance: 'green',
  entrance_silent: 'red',
  entrance_refused: 'red',
  entrance_unseen: 'grey',
  called: 'green',
  not_called: 'grey',

  book: 'green',
  book_under_way: 'grey',
  book_not_begun: 'grey',
  book_room_too_large: 'red',
  book_rooms_gone: 'red',
  walk: 'green',
  walk_under_way: 'green',
  walk_not_begun: 'grey',
  /** Rooms wait to be compared for longer than it should take. */
  walk_late: 'red',
  /** OTOBO does not know the tickets of some rooms. */
  tickets_unknown: 'red',
  outbox_empty: 'green',
  outbox_waiting: 'grey',
  outbox_stuck: 'red',
  /** Rooms whose transcript does not get into its ticket. */
  closings_stuck: 'red',
  outbox_dead: 'red',
} as const satisfies Record<string, Light>;

export type FindingCode = keyof typeof FINDINGS;
