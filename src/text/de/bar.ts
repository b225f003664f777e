import type { bar as en } from '../en/bar';

export const bar: Readonly<Record<keyof typeof en, string>> = {
  'bar.title': 'OTOBO-Ticket',
  'bar.write': 'Schreiben',
  'bar.state': 'Status',
  'bar.transcript': 'Protokoll',
  'bar.refresh': 'Aktualisieren',
  'bar.link': 'Mit Ticket verknüpfen',
  'bar.no_ticket':
    'Dieser Raum gehört zu keinem Ticket. Mit einem verknüpft, erfährt er von den Änderungen des Tickets, und was hier gesagt wird, kann ins Ticket gehen.',
  'bar.silence': 'OTOBO hat noch nicht geantwortet.',
  'bar.people_unknown': 'Wer im Raum ist und wer fehlt, ist noch nicht bekannt. Aktualisieren Sie, um es zu sehen.',
};
