import type { bar as en } from '../en/bar';

export const bar: Readonly<Record<keyof typeof en, string>> = {
  'bar.title': 'OTOBO-Ticket',
  'bar.write': 'Schreiben',
  'bar.state': 'Status',
  'bar.transcript': 'Protokoll',
  'bar.refresh': 'Aktualisieren',
  'bar.link': 'Mit Ticket verknüpfen',
  'bar.no_ticket':
    'Dieser Raum gehört zu keinem Ticket. Ist er mit einem verknüpft, erfährt er von dessen Änderungen, und was hier gesagt wird, kann ins Ticket geschrieben werden.',
  'bar.silence': 'OTOBO hat noch nicht geantwortet.',
  'bar.people_unknown': 'Wer im Raum ist und wer fehlt, ist noch nicht bekannt. Aktualisieren Sie, um es zu sehen.',
};
