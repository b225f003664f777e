/** Dialogs that people fill in. */
export const forms = {
  'dialog.close': 'Cancel',
  'form.look_again': 'Ask OTOBO again',
  'form.silence': 'OTOBO has not said yet what can be chosen. Type it, or ask again.',
  'form.text': 'Text',
  'form.audience': 'Who reads it',
  'form.audience.agents': 'Agents only',
  'form.audience.customer': 'The customer, too',
  'form.state': 'State',
  'form.day': 'Until (day)',
  'form.time': 'Until (time, on your clock)',
  'form.note': 'Note for agents (may stay empty)',
  'form.write.title': 'Write into Ticket#{number}',
  'form.write.submit': 'Write',
  'form.write.internal': 'This becomes an internal note; the customer does not see it.',
  'form.write.silence':
    'OTOBO has not said yet whether a reply to the customer leaves as a mail. If you choose that, you are asked once more before it is sent.',
  'form.write.reply':
    '{mailed, select, yes {What the customer reads{customer, select, none {} other { ({customer})}} leaves OTOBO as a mail.} other {What the customer reads{customer, select, none {} other { ({customer})}} is shown in the customer portal; no mail leaves.}}',
  'form.state.title': 'State of Ticket#{number}',
  'form.state.submit': 'Set',
  'form.state.pending': 'For a state that waits, say until when.',
  'form.close.title': 'Close Ticket#{number}',
  'form.close.submit': 'Close ticket',
  'form.close.about': 'The room that the app opened for the ticket is closed with it, after its transcript is in the ticket.',
} as const;
