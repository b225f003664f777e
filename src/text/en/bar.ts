/** The bar about a room's ticket. */
export const bar = {
  'bar.title': 'OTOBO ticket',
  'bar.write': 'Write',
  'bar.state': 'State',
  'bar.transcript': 'Transcript',
  'bar.refresh': 'Refresh',
  'bar.link': 'Link to a ticket',
  'bar.no_ticket':
    'This room belongs to no ticket. Once it is linked to one, it is told of changes in that ticket, and what is said here can be written into it.',
  'bar.silence': 'OTOBO has not answered yet.',
  'bar.people_unknown': 'Who is in the room and who is missing is not known yet. Refresh to see it.',
} as const;
