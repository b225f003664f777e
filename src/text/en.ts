import type { ErrorCode, Reason } from '../domain/errors';

/** English, and with it the list of all texts that the app writes. Labels that Rocket.Chat itself shows are in `i18n/`. */
export const en = {
  'room.announcement': 'Ticket#{number} – {title}',

  'card.title': 'Ticket#{number}',
  'card.queue': 'Queue',
  'card.state': 'State',
  'card.priority': 'Priority',
  'card.owner': 'Owner',
  'card.responsible': 'Responsible',
  'card.open_agent': 'Open in OTOBO',
  'card.open_customer': 'Open in the customer portal',
  'card.missing': '{count, plural, one {# person is} other {# people are}} not in this room: {people}',
  'card.ownership': 'This room keeps its owner when the ticket gets another one.',

  'notice.welcome': 'Welcome: {people}',

  'consent.question':
    'The customer {person} belongs to this ticket. Once inside, they can read everything that was said here. Let them in? The owner of the room and the agents of the ticket may decide.',
  'consent.yes': 'Let in',
  'consent.no': 'Keep out',
  'consent.granted': '{by} let the customer {person} in.',
  'consent.refused': '{by} kept the customer {person} out.',
  'consent.settled': 'This question is settled already.',
  'consent.not_yours': 'Only the owner of the room and the agents of the ticket who are in it may decide that.',
  'consent.failed': 'That did not work. The log of the app says why; try again later.',

  'error.unauthorized':
    'The secret is missing or wrong. Send it as "Authorization: Bearer <secret>"; it stands in the settings of the app OTOBO in Rocket.Chat.',
  'error.not_configured':
    'The app has no secret yet, so it lets nobody in. Set "Secret for OTOBO" in the settings of the app OTOBO in Rocket.Chat, and the same secret in OTOBO.',
  'error.method_not_allowed': 'This address takes {allowed} only.',
  'error.media_type_unsupported': 'The body must be JSON: send it with "Content-Type: application/json".',
  'error.body_invalid': 'The body does not follow the contract: {problems}',
  'error.ticket_id_missing':
    'The body names no ticket that can be found. Send TicketID. A TicketNumber is enough once the connection to OTOBO is set up in the settings of the app.',
  'error.name_taken':
    'The room name {room} is in use by a room that is not this ticket\'s, and it is not taken over. Rename that room, or set "Name taken" to "take the next name" in the settings of the app.',
  'error.room_archived':
    "The ticket's room {room} is archived. Unarchive it in Rocket.Chat (room information, as its owner or an admin), then open it again.",
  'error.owner_missing':
    'Nobody can own the room: neither the ticket\'s owner nor the responsible agent nor you have a Rocket.Chat account that may create private rooms (tried: {tried}). Give one of them an account or the permission create-p, or let the app own such rooms ("No owner" in the settings of the app).',
  'error.room_name_invalid':
    'The workspace does not allow the room name {name}. Correct "Room name" in the settings of the app: letters, digits, hyphens, and {braces}.',
  'error.prevented_by_app': 'Another app of this workspace does not allow the room. Ask the Rocket.Chat admin which one.',
  'error.permission_missing':
    'The app may not do this in Rocket.Chat: the permission {permission} was not granted. Upload the app again and accept its permissions.',
  'error.otobo_not_configured':
    'The request has to be completed from OTOBO, and the app does not know where OTOBO is. Set address, web service, login and password of OTOBO in the settings of the app.',
  'error.otobo_login_failed':
    'OTOBO does not accept the service account of the app. Correct login and password of OTOBO in the settings of the app.',
  'error.otobo_misconfigured':
    'OTOBO answers, but not as the web service {webservice} should. Check the address of OTOBO and the name of the web service in the settings of the app, and that the web service is valid in OTOBO.',
  'error.ticket_not_found': 'OTOBO has no such ticket, or the service account of the app has no permission for its queue.',
  'error.otobo_unreachable':
    'OTOBO cannot be reached from Rocket.Chat at the moment. Try again later; if it stays so, check the address of OTOBO in the settings of the app.',
  'error.busy': 'The room is being changed by others at this moment. Try again in a few seconds.',
  'error.internal_error': 'Something went wrong inside the app. Its log in Rocket.Chat has the details under this RequestID.',

  'reason.no_address': 'no e-mail address in OTOBO',
  'reason.no_login': 'no login in OTOBO',
  'reason.address_invalid': 'e-mail address not valid',
  'reason.no_account': 'no account here',
  'reason.not_searched_yet': 'not found yet, the search through the users still runs',
  'reason.mapped_to_nobody': 'nobody has the user name that "Who is who" names',
  'reason.address_unverified': 'e-mail address not verified here',
  'reason.not_admitted': 'not admitted by the server',
  'reason.not_in_room': 'not in the room',
  'reason.account_disabled': 'account disabled',
  'reason.bot': 'not a person',
  'reason.api_user': 'account of the web service',
  'reason.system_address': 'address of OTOBO itself',
  'reason.role_excluded': 'role not taken into rooms',
  'reason.customer_excluded': 'no customers in this room',
  'reason.customer_needs_consent': 'waits for consent, because the room has a history',
  'reason.federated_account': 'account of another server',
} as const satisfies Record<`error.${ErrorCode}` | `reason.${Reason}`, string> & Record<string, string>;

export type TextKey = keyof typeof en;
