import type { FindingCode } from '../../domain/finding';

/** What the admin's commands say: setting up, and the check of both directions. */
export const setup = {
  'command.setup.about': 'Prepares the connection: makes a secret and sends you the web service for OTOBO',
  'command.doctor.about': 'Checks the connection in both directions, step by step',

  'setup.installed':
    'I bring tickets of OTOBO and rooms of Rocket.Chat together. Three steps, and I work:\n1. {setup} in any room: I make a secret and send you the web service for OTOBO, with instructions.\n2. In OTOBO, install the package of this app, or import that web service. Then enter the address of OTOBO and an account in my settings (Marketplace > Private Apps > OTOBO > Settings).\n3. {doctor} checks both directions and says what is missing.\nEverybody else only needs {help}.',
  'setup.sent':
    'I have sent you the file {file} with instructions, as a direct message. {secret, select, made {I have made a secret, too: it is in the settings of the app.} other {The secret in the settings of the app is unchanged.}} When you are done, {doctor} checks everything.',
  'setup.letter':
    'The file {file} above is the web service for OTOBO, made for this workspace. What to do with it in OTOBO:\n1. Admin > Dynamic Fields: add RocketChatURL and RocketChatRoomID (Text) and RocketChatOpen (Checkbox) for tickets. Whoever ticks RocketChatOpen in a ticket opens its room.\n2. Admin > Web Services > Add Web Service > Import web service: choose the file. The web service is then called as the file is, RocketChat; "Web service" in the settings of the app has to say the same.\n3. In this web service, under "OTOBO as requester", configure the network transport: in the header Authorization, put the secret where it says {placeholder}. The secret is in Rocket.Chat, in the settings of the app OTOBO under "Secret for OTOBO"; it is never in a message.\n4. Admin > Agents: add an account for the app, with the right to read and write in the queues that matter. Enter its login and password, and the address of OTOBO, in the settings of the app.\n5. Here, {doctor} checks everything.\n\nIf the OTOBO package of this app is installed, do not import the file. Enter this on its page in OTOBO instead, and the same secret:\nAddress: `{host}`\nPath: `{path}`',

  'doctor.summary': '{red, plural, =0 {Nothing is broken.} one {# thing does not work.} other {# things do not work.}}',

  'doctor.settings_complete': 'The settings of the app are complete.',
  'doctor.secret_missing':
    'There is no secret, so OTOBO is not let in. Use {setup}, or enter one under "Secret for OTOBO" in the settings of the app.',
  'doctor.two_secrets': 'Two secrets are valid. When OTOBO uses the new one, empty "Previous secret" in the settings of the app.',
  'doctor.setting_missing':
    '{choice, select, otobo_url {"Address of OTOBO\'\'s web services"} otobo_webservice {"Web service"} otobo_login {"Login"} other {"Password"}} is empty in the settings of the app, so the app cannot ask OTOBO anything.',
  'doctor.url_form':
    "The address of OTOBO's web services ({url}) should be like https://help.example/otobo/nph-genericinterface.pl, with that ending and nothing behind it. Correct it in the settings of the app.",
  'doctor.url_unencrypted':
    "The address of OTOBO's web services begins with http: the password of the service account and the tickets can be read on their way. Use https, unless the network between them is your own.",
  'doctor.time_zone_invalid':
    'There is no time zone {zone}. Enter one such as UTC or Europe/Berlin under "Time zone of OTOBO" in the settings of the app.',
  'doctor.line_unreadable':
    '{choice, select, people_mapping {Line {line} of "Who is who" in the settings of the app cannot be read. Write it as: login or address = username.} open_rules {Line {line} of "Rules that open rooms" in the settings of the app cannot be read, so it opens nothing. Write it as: queue = Support; priority = 5 very high.} quiet_hours {"Quiet hours" in the settings of the app cannot be read, so there are none. Write them as 20:00-07:00.} off_prefix {"Off the record: beginning" in the settings of the app begins with a slash, which makes a command of every message, so it counts for nothing. Choose another.} note_reaction {"Reaction that makes a note" in the settings of the app is no emoji, so none does. Write it as :memo:.} off_reaction {"Off the record: reaction" in the settings of the app is no emoji, so none does. Write it as :mute:.} silence_after {"Silence" in the settings of the app is no time, so 24 hours count. Write it as 30m, 8h or 2d.} close_delay {"Time before a room is closed" in the settings of the app is no time, so an hour counts. Write it as 30m, 8h or 2d.} other {"Delete after" in the settings of the app is no time, so 30 days count. Write it as 30m, 8h or 2d.}}',

  'doctor.setting_corrected':
    'The value "{entered}" was entered for the setting {setting} and cannot work, so it was put back. The description of the setting says what it takes.',
  'doctor.paused':
    'The app is paused ("Pause" in its settings): OTOBO is told to try later, and rooms are left as they are until you switch that off.',

  'doctor.site_url': 'The address of this workspace is {url}.',
  'doctor.site_url_invalid':
    'The address of this workspace ({url}) is none that OTOBO could call. Set "Site URL" under Administration > Workspace > Settings > General.',
  'doctor.site_url_unencrypted':
    'The address of this workspace ({url}) begins with http: the secret and the tickets can be read on their way. Use https, unless the network between OTOBO and Rocket.Chat is your own.',
  'doctor.app_user': 'The app works as {username}, and may read rooms and users.',
  'doctor.workspace_refused': '{reason}',

  'doctor.otobo_unset': 'OTOBO was not asked, because settings are missing.',
  'doctor.otobo_answers': 'OTOBO answers, and accepts the account {login}.',
  'doctor.otobo_failed': '{reason}',
  'doctor.otobo_slow':
    'OTOBO took {seconds, plural, one {# second} other {# seconds}} for a small question. Commands will be slow; ask the OTOBO admin what OTOBO is busy with.',
  'doctor.routes': 'The web service has all routes that the app needs.',
  'doctor.routes_missing':
    'The web service in OTOBO lacks {routes}, or something else answers there. Import the web service that {setup} makes, or add these routes to yours (method POST).',
  'doctor.fields': 'OTOBO has the dynamic fields for the link to the room.',
  'doctor.fields_missing':
    'OTOBO lacks the dynamic fields {fields}, so tickets do not show their rooms. Add them in OTOBO: Admin > Dynamic Fields, for tickets, as Text.',
  'doctor.fields_unseen':
    'Whether OTOBO has the dynamic fields {fields} could not be seen: the account of the app sees no ticket. If there are tickets, give the account read permission in their queues.',
  'doctor.package': 'The OTOBO package of this app answers. OTOBO decides who may do what.',
  'doctor.package_missing':
    'The web service does not offer the OTOBO package of this app. Without it, OTOBO cannot be asked what a person may do (roles decide), replies are not sent as mail, and not everybody involved in a ticket is known. The OTOBO admin can install it.',
  'doctor.agent_roles': 'Without the package, these roles may work with tickets: {roles}.',
  'doctor.agent_roles_empty':
    'Without the package, nobody may work with tickets from here yet. Name roles under "Roles that count as agents" in the settings of the app, if people should.',
  'doctor.you_are': 'In OTOBO you are {agent}.',
  'doctor.you_are_nobody': '{reason} That matters only if you want to work with tickets from here.',
  'doctor.time_zone': 'OTOBO writes times in {zone}, as set here.',
  'doctor.time_zone_differs':
    'OTOBO writes times in {zone}, but the settings of the app say {set}. Enter {zone} under "Time zone of OTOBO", or times of tickets are wrong.',
  'doctor.time_zone_unseen':
    'Whether the time zone in the settings is that of OTOBO could not be seen. Compare it with OTOBOTimeZone in OTOBO (Admin > System Configuration).',

  'doctor.round_trip': 'OTOBO reaches this app and knows the secret ({milliseconds} ms).',
  'doctor.round_trip_failed':
    '{choice, select, NotConfigured {OTOBO does not know where this app is. {setup} tells address and path; enter them and the secret on the page of the package in OTOBO.} Unreachable {OTOBO does not reach this app. Compare address and path on the page of the package in OTOBO with what {setup} tells, and look at name resolution, firewall and certificate between OTOBO and Rocket.Chat.} Refused {OTOBO reaches this app, but with a wrong secret. Enter the one from the settings of the app on the page of the package in OTOBO.} other {OTOBO called, and something else than this app answered. Compare address and path on the page of the package in OTOBO with what {setup} tells.}} OTOBO says: {message}',
  'doctor.entrance': 'The app answers under the address of this workspace, with its secret, as seen from this server.',
  'doctor.entrance_silent':
    'Nobody answers under the address of this workspace, as seen from this server. Look at "Site URL", name resolution, and the proxy before Rocket.Chat. If OTOBO reaches the address from where it is, this does not matter.',
  'doctor.entrance_refused':
    'Under the address of this workspace something else answers than this app (status {status}), as seen from this server. Look at "Site URL" and the proxy before Rocket.Chat: it has to pass on /api/apps and the header Authorization.',
  'doctor.entrance_unseen': 'Whether the app answers under the address of this workspace was not tried: secret or address are missing.',
  'doctor.called': 'OTOBO told this server about a ticket {minutes, plural, =0 {just now} one {# minute ago} other {# minutes ago}}.',
  'doctor.not_called':
    'OTOBO has told this server about no ticket since the app started here. Open a room from a ticket in OTOBO to see whether it does.',

  'doctor.book': 'All members of the chosen rooms are found by their addresses ({met} looked at).',
  'doctor.book_under_way': 'The app still looks through the members of the chosen rooms ({met} so far). Some people may not be found yet.',
  'doctor.book_not_begun':
    'The app has not begun to look through the members of the chosen rooms. It does so within two minutes of its start; if it does not, look at its log.',
  'doctor.book_room_too_large':
    'The room {room} has {members} members, more than {limit}, so they are not looked through. Raise "Largest room to search" in the settings of the app, or choose smaller rooms.',
  'doctor.book_rooms_gone':
    '{count, plural, one {A room} other {# rooms}} of "Rooms to find people in" in the settings of the app {count, plural, one {does} other {do}} not exist any more ({rooms}). Choose others.',
  'doctor.walk':
    '{followed, plural, =0 {No room follows a ticket.} one {The room that follows a ticket is compared with it every six hours.} other {The # rooms that follow tickets are compared with them every six hours.}}{followed, plural, =0 {} other { In the round that ended {hours, plural, =0 {less than an hour ago} one {an hour ago} other {# hours ago}}, {differed, plural, =0 {nothing differed} one {one room differed and was put right} other {# rooms differed and were put right}}{failed, plural, =0 {} one {; one try failed, see the log of the app} other {; # tries failed, see the log of the app}}.}}',
  'doctor.walk_under_way': 'The rooms that follow tickets are compared with them every six hours. The first round is under way.',
  'doctor.walk_not_begun':
    'The app has not begun to look after the rooms that follow tickets. It does so within two minutes of its start; if it does not, look at its log.',
  'doctor.walk_late':
    'For {hours} hours not all rooms could be compared with their tickets. If OTOBO was away, this settles itself; if not, look at the log of the app.',
  'doctor.tickets_unknown':
    'OTOBO does not know {count, plural, one {a ticket} other {# tickets}} that {count, plural, one {has a room} other {have rooms}}, or does not let the account of the app see {count, plural, one {it} other {them}}: {tickets}. Nothing was changed. Give the account "ro" in the queue. If the ticket was deleted, unlink the room, or delete it where the app made it.',
  'doctor.outbox_empty': 'Nothing waits to be written to OTOBO.',
  'doctor.outbox_waiting':
    '{count, plural, one {# entry waits} other {# entries wait}} to be written to OTOBO, the oldest for {minutes, plural, =0 {less than a minute} one {# minute} other {# minutes}}. They are tried again by themselves.',
  'doctor.outbox_dead':
    '{count, plural, one {# entry was} other {# entries were}} given up, because OTOBO answered wrongly to the end. `/otobo outbox` lists {count, plural, one {it} other {them}}. Put right what is red here, then `/otobo outbox retry all` sends {count, plural, one {it} other {them}}; `/otobo outbox drop <id>` gives one back to who wrote it.',
  'doctor.outbox_stuck':
    '{count, plural, one {# entry waits} other {# entries wait}} to be written to OTOBO, the oldest for {minutes} minutes. They are tried again by themselves; look at what is red here, and at the log of the app.',
  'doctor.closings_stuck':
    'The {count, plural, one {transcript of # closed room does} other {transcripts of # closed rooms do}} not get into OTOBO: {tickets}. Such rooms are neither locked nor deleted. If OTOBO has refused one, its room says why; others wait for OTOBO to answer.',
} as const satisfies Record<`doctor.${FindingCode}`, string> & Record<string, string>;
