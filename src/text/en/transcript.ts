/** Transcripts: what stands in tickets, in the dialog, and what people are told about them. */
export const transcript = {
  'command.transcript.about': 'Writes what was said in this room into its ticket; first you see what will be in it',
  'transcript.subject': 'Transcript of the room {room}, {from} – {to}',
  'transcript.direct': 'direct conversation',
  'transcript.ticket': 'Ticket#{number}{title, select, none {} other { – {title}}}',
  'transcript.title': 'Transcript of the room {room} in Rocket.Chat',
  'transcript.range': 'From {from} to {to}; all times in {zone}',
  'transcript.people': 'People: {people}',
  'transcript.counts': 'Messages: {count}. Not in it: off the record {off}, left out {leftOut}, deleted in the room {deleted}.',
  'transcript.more': 'More follows in the next article.',
  'transcript.edited': 'Edited{person, select, unknown {} other { by {person}}}, {at}',
  'transcript.answers': 'In answer to: {words}',
  'transcript.answers_unseen':
    'In answer to a message that {why, select, off {is off the record} left_out {is left out} other {is not there any more}}',
  'transcript.quote_hidden': 'A quotation of a message that is not in the transcript',
  'transcript.quote_of': '{person} wrote:',
  'transcript.no_text': '(no text)',
  'transcript.checksum': '{count, plural, one {# message} other {# messages}}\nSHA-256 of {file}: {checksum}',
  'transcript.progress':
    'The transcript is under way: {expected, select, unknown {{done, plural, one {# message is} other {# messages are}}} other {{done} of {expected} messages are}} in the ticket.',
  'transcript.begun':
    'The transcript{expected, select, unknown {} other { ({count, plural, one {# message} other {# messages}})}} is being written into Ticket#{number}. You are told when it is there.',
  'transcript.done':
    'The transcript is in Ticket#{number}: {count, plural, one {# message} other {# messages}} in {articles, plural, one {# article} other {# articles}}, {visible, select, yes {visible for the customer} other {internal}}.',
  'transcript.done_empty': 'There was nothing left to write into Ticket#{number}: the messages have been deleted meanwhile.',
  'transcript.kept':
    'OTOBO does not take the transcript right now. It is kept and goes on as soon as possible; whether you may is checked again then.',
  'transcript.refused':
    'The transcript for Ticket#{number} has been stopped{done, plural, =0 {} one { after # message} other { after # messages}}: OTOBO does not take it.',
  'transcript.ask':
    'The customer of Ticket#{number} will be able to read this transcript{expected, select, unknown {} other { ({count, plural, one {# message} other {# messages}})}} in the customer portal. Write it all the same?',
  'transcript.ask_yes': 'Show it to the customer',
  'dialog.transcript.title': 'Transcript',
  'dialog.transcript.send': 'Write into the ticket',
  'dialog.transcript.reading': 'The room is being read …',
  'dialog.transcript.show': 'Show',
  'dialog.transcript.summary':
    'For Ticket#{number}. {off, select, unknown {The room is too large to be counted beforehand.} other {Not in it: off the record {off}, deleted in the room {deleted}.}}',
  'dialog.transcript.people': 'People ({count}): {people}',
  'dialog.transcript.nothing_new': 'Nothing has been said since the last transcript.',
  'dialog.transcript.range': 'What',
  'dialog.transcript.range.new': 'Since the last transcript',
  'dialog.transcript.range.linked': 'Since the room was linked',
  'dialog.transcript.range.all': 'Everything in the room',
  'dialog.transcript.counted': '{range} ({count, plural, one {# message} other {# messages}})',
  'dialog.transcript.leave_out': 'Leave out (of the newest 100)',
  'dialog.transcript.none': 'Nothing left out',
  'dialog.transcript.visible': 'Who reads it',
  'dialog.transcript.visible.no': 'Agents only',
  'dialog.transcript.visible.yes': 'The customer, too',
} as const;
