import type { ErrorCode, Reason } from '../../domain/errors';

/** Every error and every reason with cause and cure; one without a sentence does not compile. */
export const errors = {
  'error.unauthorized':
    'The secret is missing or wrong. Send it as "Authorization: Bearer <secret>"; it stands in the settings of the app OTOBO in Rocket.Chat.',
  'error.not_configured':
    'The app has no secret yet, so it lets nobody in. Set "Secret for OTOBO" in the settings of the app OTOBO in Rocket.Chat, and the same secret in OTOBO.',
  'error.paused':
    'The app is paused. Its admin has switched it off for a while ("Pause" in the settings of the app OTOBO in Rocket.Chat); nothing was done. Try again later.',
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
  'error.open_cap':
    'The rules have opened {cap, plural, one {# room} other {# rooms}} within the last hour, which is all the settings allow, so this ticket got none yet. It gets one at its next change after that, or when an agent opens it. The limit is "Rooms per hour by rules" in the settings of the app.',
  'error.room_name_invalid':
    'The workspace does not allow the room name {name}. Correct "Room name" in the settings of the app: letters, digits, hyphens, and {braces}.',
  'error.prevented_by_app': 'Another app of this workspace does not allow the room. Ask the Rocket.Chat admin which one.',
  'error.permission_missing':
    'The app may not do this in Rocket.Chat: the permission {permission} was not granted. Upload the app again and accept its permissions.',
  'error.otobo_not_configured':
    'This needs OTOBO, and the app does not know where OTOBO is. Set address, web service, login and password of OTOBO in the settings of the app.',
  'error.otobo_login_failed':
    'OTOBO does not accept the service account of the app. Correct login and password of OTOBO in the settings of the app.',
  'error.otobo_misconfigured':
    'OTOBO answers, but not as the web service {webservice} should. Check the address of OTOBO and the name of the web service in the settings of the app, and that the web service is valid in OTOBO and has the routes of the file that /otobo setup makes.',
  'error.ticket_not_found': 'OTOBO has no such ticket, or the service account of the app has no permission for its queue.',
  'error.otobo_denied':
    'OTOBO does not let the service account of the app do this ({message}). The OTOBO admin has to give that account the right in the queue of the ticket.',
  'error.otobo_value_refused':
    'OTOBO does not take "{value}" for {field}. Names must be spelt as in OTOBO, and be valid there; addresses must be ones that OTOBO accepts (its settings CheckEmailAddresses, CheckMXRecord and CheckEmailInvalidAddress).',
  'error.otobo_value_missing':
    'OTOBO wants a value for {field}, and nothing was given. Name one, or ask the OTOBO admin whether it has to be required.',
  'error.otobo_field_missing':
    'OTOBO lacks a dynamic field of this app ({fields}). The OTOBO admin has to install the OTOBO package of this app, or to create the fields RocketChatURL and RocketChatRoomID (object Ticket, type Text, valid).',
  'error.reply_no_recipient':
    'The ticket has no customer with an e-mail address, so OTOBO has nobody to send the reply to. Give the ticket a customer with an address in OTOBO.',
  'error.reply_not_sent':
    'OTOBO could not send the mail. Ask the OTOBO admin: the communication log of OTOBO says why. Do not send it again before that is clear.',
  'error.package_missing':
    'This needs the OTOBO package of this app ({operation}), and OTOBO does not have it. Ask the OTOBO admin to install it, or to add the route to the web service.',
  'error.ticket_hidden': 'OTOBO has no such ticket, or you may not see it.',
  'error.right_missing': 'You may see this ticket, but not do this: OTOBO does not give you the right "{right}" for it.',
  'error.queue_hidden': 'OTOBO has no queue "{queue}", or you may not create tickets in it.',
  'error.agent_unknown':
    'You are no agent in OTOBO, as far as the app can tell: no valid agent has your verified e-mail address. Ask your admin to put the address into your OTOBO account, or to name you under "Who is who" in the settings of the app.',
  'error.agent_ambiguous':
    'More than one agent in OTOBO has your e-mail address, so nobody can tell who you are. Ask your admin to name you under "Who is who" in the settings of the app.',
  'error.agent_role_missing':
    'Only people with certain roles may work on tickets from here, and you have none of them. Ask your Rocket.Chat admin: the roles are in the settings of the app ("Roles that count as agents").',
  'error.login_unknown':
    'Nobody can tell which login {person} has in OTOBO. Ask your admin to name them under "Who is who" in the settings of the app.',
  'error.admin_only': 'This is for admins of the app. Their roles are in the settings of the app ("Roles of admins").',
  'error.member_only': 'This is for members of the room. Join it first.',
  'error.sender_refused': 'Commands are for people with an active account of this workspace.',
  'error.reference_missing': 'Give the number of the ticket here, or paste a link to it.',
  'error.reference_unclear':
    '"{text}" is no ticket. Give the number, such as 2026112310000011 or Ticket#2026112310000011, or paste a link to the ticket.',
  'error.link_elsewhere': 'That link does not lead to the OTOBO of this workspace ({address}). Give the number of the ticket instead.',
  'error.link_no_ticket': 'That link leads to OTOBO, but not to a ticket. Open the ticket there and copy its address, or give its number.',
  'error.transcript_under_way': 'A transcript of this room is being written already. Wait until it is in the ticket, then try again.',
  'error.transcript_empty': 'There is nothing to write: nothing was said in that time, or all of it is left out. Choose something else.',
  'error.ticket_changed': 'This room belongs to another ticket now. Type `/otobo transcript` again.',
  'error.dialog_missing': 'This client does not open dialogs for commands. Use Rocket.Chat in a browser, or its current app.',
  'error.write_dropped': '{admin} has taken it out of what waits for OTOBO, as an admin of the app. Ask them why, then begin again.',
  'error.site_url_invalid':
    'The address of this workspace ({url}) is none that OTOBO could call. Set "Site URL" under Administration > Workspace > Settings > General, such as https://chat.example.',
  'error.direct_room_refused':
    'I may not write to you directly, so I cannot send you the file. Allow direct messages between you and me (permission create-d, for you and for the role app), then try again.',
  'error.upload_refused':
    'Rocket.Chat does not take the file from me ({reason}). Switch on "File Uploads Enabled" under Administration > Workspace > Settings > File Upload, direct messages included, then try again.',
  'error.setting_not_saved':
    'Rocket.Chat did not keep the secret that I made. Enter one yourself under "Secret for OTOBO" in the settings of the app, then try again.',
  'error.room_without_ticket': 'This room belongs to no ticket. Link it with `/otobo ticket <number>`, or go to the room of a ticket.',
  'error.choice_missing': 'Choose something here.',
  'error.text_missing': 'There is nothing to write yet: type the text, behind the command or into the form.',
  'error.text_too_long': 'The text has {length} characters, and {max} are the most. Shorten it, or send it in parts.',
  'error.message_gone': 'That message is not in this room, or not any more. Nothing has been written; choose another one.',
  'error.message_not_noted':
    '{reason, select, app {That message is my own, so it is not noted: what it says comes from the ticket.} server {That is a line of the server, not a message of somebody, so it is not noted.} off {That message is off the record, so it is not noted. If its author takes that back, try again; or write a note of your own: `/otobo note <text>`} other {That message has neither text nor files, so there is nothing to note. Write a note of your own: `/otobo note <text>`}}',
  'error.user_unknown': 'Nobody here has the user name "{user}".',
  'error.value_unknown':
    '"{value}" is no {field, select, state {state} priority {priority} queue {queue} type {type} other {value}} that you may choose, or it means several. Choose one of these: {offered}.',
  'error.state_needs_time': 'The state "{state}" needs a time. Use `/otobo pending 2d {state}`.',
  'error.time_unknown':
    '"{time}" is no time that the app understands. Write how long (30m, 4h, 2d, 1w) or until when (2026-12-24 or 2026-12-24 10:00).',
  'error.time_past': '{time} is past already. Name a time to come.',
  'error.queue_missing':
    'No queue is set for new tickets. Name one with `/otobo create queue=<name> <title>`{offered, select, none {} other { (you may choose: {offered})}}, or ask your admin to set "Queue of new tickets" in the settings of the app.',
  'error.assignee_refused': '{person} may not own this ticket in OTOBO.{offered, select, none {} other { These may: {offered}.}}',
  'error.replies_off':
    'Customers cannot be answered from here: your admin has not switched on "Allow replies to customers" in the settings of the app. An internal note works: `/otobo note <text>`.',
  'error.changed_meanwhile':
    'Somebody has changed {field, select, state {the state} priority {the priority} owner {the owner} other {the waiting time}} of the ticket meanwhile{is, select, none {} other { (it is {is} now)}}, and the app writes over nobody. Look at the ticket, and type the command again if you still want it.',
  'error.outbox_full':
    'So much waits to be written to OTOBO that the app keeps nothing more ({max} entries, or very long ones). Nothing was written. Try again when OTOBO has taken some of it; an admin of the app sees with `/otobo doctor` why it waits, and makes room with `/otobo outbox`.',
  'error.outbox_order_unclear':
    '"{text}" is nothing that can be done with what waits for OTOBO. `/otobo outbox` lists it, `/otobo outbox retry <id>` or `retry all` tries again, `/otobo outbox drop <id>` takes one out.',
  'error.outbox_item_unknown':
    '{count, select, none {Nothing that waits for OTOBO has an id that begins with "{id}". It may have been sent meanwhile; `/otobo outbox` lists what there is.} other {{count} entries have an id that begins with "{id}". Type more of it; `/otobo outbox` shows enough.}}',
  'error.outbox_author_untold':
    '{user} cannot be written to directly, so nothing was dropped: what they typed would be lost. Allow direct messages between {user} and the app (permission create-d, for them and for the role app), then try again.',
  'error.room_unsuitable':
    '{reason, select, archived {This room is archived, so nobody can write in it. Unarchive it first.} encrypted {This room is encrypted: the app can neither read nor write in it. Take another room, or switch its encryption off.} federated {This room is shared with other servers, whose people OTOBO does not know. Take a room of this workspace only.} omnichannel {This is a conversation with a visitor, which has rules of its own. Take another room.} other {A ticket cannot be linked to a room of this kind. Take another room.}}',
  'error.room_taken':
    '{origin, select, created {This room was opened for {known, select, yes {Ticket#{ticket}} other {another ticket}} and stays its room. Use another room.} other {This room is linked to {known, select, yes {Ticket#{ticket}} other {another ticket that you may not see}} already. Unlink it first, if you may: `/otobo unlink`}}',
  'error.ticket_taken':
    '{origin, select, created {The ticket has a room of its own{known, select, yes {: {room}} other {}}. A ticket has one room, and this one stays. `/otobo open <number>` says how to get in.} other {The ticket is linked to {known, select, yes {the room {room}} direct {a direct conversation of yours} other {a room that you are not in}} already. To move it, somebody in that room types `/otobo unlink` there; then link it here.}}',
  'error.link_busy': 'Somebody else is linking this ticket or this room, or opening its room, at this moment. Try again in a few seconds.',
  'error.room_not_unlinked':
    'This room was opened for Ticket#{ticket} and cannot be unlinked. When the work is done, close the ticket: `/otobo close`',
  'error.close_linked': 'People made the room of this ticket and linked it, so it is not closed. `/otobo unlink` in the room parts them.',
  'error.closing_settled': 'There is nothing to stop any more: the room is closed, or its closing was called off.',
  'error.user_unusable':
    '{user} cannot be added: {reason, select, bot {that is not a person} disabled {the account is disabled} other {the account is of another server}}.',
  'error.user_not_admitted': 'The server does not let {user} into this room. Its admin can say why (room attributes, another app).',
  'error.direct_room':
    'Nobody can be added to a direct conversation. Make a room with all of you, and link it there with `/otobo ticket <number>`.',
  'error.question_settled': 'This question is settled already. If nothing was done, type the command again.',
  'error.question_lapsed': 'This question is more than a day old and no longer counts. Nothing was done; type the command again.',
  'error.question_not_yours': 'Only who was asked may answer this question.',
  'error.view_outdated':
    'The bar or form in which you clicked has been open for too long, so nothing was done. Copy what you typed in it, close it, and open it again.',
  'error.question_busy': 'This answer came several times at once. Nothing was done; try again.',
  'error.form_settled':
    'This has been sent already, or is more than a day old. If nothing was done, copy what you typed, and open it anew.',
  'error.otobo_unreachable':
    'OTOBO cannot be reached from Rocket.Chat at the moment, or fails inside. Try again later; if it stays so, check the address of OTOBO in the settings of the app, and the log of OTOBO.',
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
} as const satisfies Record<`error.${ErrorCode}` | `reason.${Reason}`, string>;
