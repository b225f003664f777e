import type { forms as en } from '../en/forms';

export const forms: Readonly<Record<keyof typeof en, string>> = {
  'dialog.close': 'Abbrechen',
  'form.look_again': 'OTOBO noch einmal fragen',
  'form.silence': 'OTOBO hat noch nicht gesagt, was zur Wahl steht. Geben Sie es ein, oder fragen Sie noch einmal.',
  'form.text': 'Text',
  'form.audience': 'Wer es liest',
  'form.audience.agents': 'Nur Agenten',
  'form.audience.customer': 'Auch der Kunde',
  'form.state': 'Status',
  'form.day': 'Bis (Tag)',
  'form.time': 'Bis (Uhrzeit, nach Ihrer Uhr)',
  'form.note': 'Notiz für Agenten (darf leer bleiben)',
  'form.write.title': 'In Ticket#{number} schreiben',
  'form.write.submit': 'Schreiben',
  'form.write.internal': 'Daraus wird eine interne Notiz; der Kunde sieht sie nicht.',
  'form.write.silence':
    'OTOBO hat noch nicht gesagt, ob eine Antwort an den Kunden als E-Mail hinausgeht. Wenn Sie das wählen, werden Sie vor dem Senden noch einmal gefragt.',
  'form.write.reply':
    '{mailed, select, yes {Was der Kunde liest{customer, select, none {} other { ({customer})}}, verlässt OTOBO als E-Mail.} other {Was der Kunde liest{customer, select, none {} other { ({customer})}}, steht im Kundenportal; es geht keine E-Mail hinaus.}}',
  'form.state.title': 'Status von Ticket#{number}',
  'form.state.submit': 'Setzen',
  'form.state.pending': 'Für einen wartenden Status geben Sie an, bis wann.',
  'form.close.title': 'Ticket#{number} schließen',
  'form.close.submit': 'Ticket schließen',
  'form.close.about': 'Der Raum, den die App für das Ticket geöffnet hat, wird mit ihm geschlossen, sobald sein Protokoll im Ticket steht.',
  'form.link.title': 'Diesen Raum mit einem Ticket verknüpfen',
  'form.link.submit': 'Verknüpfen',
  'form.ticket': 'Ticket (Nummer oder Link)',
  'form.link.about': 'Der Raum bekommt eine Karte des Tickets und erfährt von seinen Änderungen; sonst ändert sich nichts in ihm.',
};
