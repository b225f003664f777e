/** What rooms are told of changes in their tickets. */
export const changes = {
  'changes.title': 'Title',
  'changes.state': 'State',
  'changes.pendingUntil': 'Pending until',
  'changes.queue': 'Queue',
  'changes.priority': 'Priority',
  'changes.owner': 'Owner',
  'changes.responsible': 'Responsible',
  'changes.customerUser': 'Customer',
  'changes.customerId': 'Customer company',
  'changes.escalatesAt': 'Escalation',
  'changes.article':
    '{visible, select, yes {New article from {who}, visible to the customer: {subject}} other {New internal article from {who}: {subject}}}',
  'changes.more': '{count, plural, one {# more new article} other {# more new articles}}',
} as const;
