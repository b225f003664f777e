/** The bar about a room's ticket. */
export const bar = {
  'bar.title': 'OTOBO ticket',
  'bar.write': 'Write',
  'bar.state': 'State',
  'bar.transcript': 'Transcript',
  'bar.refresh': 'Refresh',
  'bar.link': 'Link to a ticket',
  'bar.no_ticket':
    'This room belongs to no ticket. Linked to one, it hears of the changes of the ticket, and what is said here can go into it.',
  'bar.silence': 'OTOBO has not answered yet.',
  'bar.people_unknown': 'Who is in the room and who is missing is not known yet. Refresh to see it.',
} as const;
