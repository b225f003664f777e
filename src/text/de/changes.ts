import type { changes as en } from '../en/changes';

export const changes: Readonly<Record<keyof typeof en, string>> = {
  'changes.title': 'Titel',
  'changes.state': 'Status',
  'changes.pendingUntil': 'Wartet bis',
  'changes.queue': 'Queue',
  'changes.priority': 'Priorität',
  'changes.owner': 'Besitzer',
  'changes.responsible': 'Verantwortlich',
  'changes.customerUser': 'Kunde',
  'changes.customerId': 'Kundenfirma',
  'changes.escalatesAt': 'Eskalation',
  'changes.article':
    '{visible, select, yes {Neuer Artikel von {who}, für den Kunden sichtbar: {subject}} other {Neuer interner Artikel von {who}: {subject}}}',
  'changes.more': '{count, plural, one {# weiterer neuer Artikel} other {# weitere neue Artikel}}',
};
