import type { closing as en } from '../en/closing';

export const closing: Readonly<Record<keyof typeof en, string>> = {
  'closing.announced':
    'Die Arbeit an Ticket#{number} ist getan. Am {at} wird ein Protokoll dieses Raumes in das Ticket geschrieben{policy, select, remove {, und alle außer dem Besitzer werden aus dem Raum genommen} delete {; dann kann hier niemand mehr schreiben, und etwa am {until} wird der Raum gelöscht} nothing {; der Raum bleibt, wie er ist} other {, und hier kann niemand mehr schreiben}}.',
  'closing.stop': 'Aufhalten',
  'closing.stopped':
    '{by} hat das Schließen dieses Raumes aufgehalten. Er bleibt offen, solange Ticket#{number} geschlossen bleibt; `/otobo close` schließt ihn trotzdem.',
  'closing.cancelled': 'Dieser Raum bleibt offen: Die Arbeit an Ticket#{number} geht weiter.',
  'closing.begun': 'Dieser Raum wird geschlossen: Die Arbeit an Ticket#{number} ist getan.',
  'closing.closed':
    '{policy, select, nothing {Das Protokoll dieses Raumes steht in Ticket#{number}.} delete {Dieser Raum ist geschlossen, sein Protokoll steht in Ticket#{number}. Am {until} wird der Raum gelöscht.} other {Dieser Raum ist geschlossen, sein Protokoll steht in Ticket#{number}. Wird das Ticket wieder geöffnet, so auch der Raum.}}',
  'closing.reopened': 'Dieser Raum ist wieder offen: Die Arbeit an Ticket#{number} geht weiter.',
  'closing.refused':
    'Das Protokoll dieses Raumes ließ sich nicht in Ticket#{number} schreiben. Deshalb wird niemand herausgenommen und nichts gesperrt oder gelöscht. {cause}',
  'close.button': 'Ticket schließen',
  'close.room_announced': 'Dieser Raum wird am {at} geschlossen; das steht jetzt in ihm.',
  'close.room_now': 'Dieser Raum wird geschlossen, sobald sein Protokoll im Ticket steht.',
  'close.room_closed': 'Dieser Raum ist schon geschlossen.',
  'close.room_linked': 'Dieser Raum bleibt, wie er ist: Er wurde mit dem Ticket verknüpft.',
  'close.room_later': 'Dieser Raum folgt dann.',
  'close.room_refused': 'Der Raum konnte nicht folgen: {cause}',
  'reopen.room': 'Dieser Raum ist wieder offen.',
  'open.reopened': 'Der Raum von Ticket#{number} war geschlossen und ist wieder offen.',
  'card.closed': 'Dieser Raum ist geschlossen.',
  'sync.BeginClosing': 'Schließen begonnen',
  'sync.CancelClosing': 'Schließen zurückgenommen',
  'sync.Reopen': 'Raum wieder geöffnet',
  'sync.KeepOpen': 'vermerkt, dass der Raum offen bleibt',
};
