import type { Command } from './command';
import { setState } from './set-state';

/** Closes the room's ticket, with the state from the settings where none is named. */
export const close: Command = {
  name: 'close',
  aliases: ['schließen'],
  takes: [{ name: 'state', optional: true }],
  action: 'state',
  about: 'command.close.about',
  run: (call) => setState(call, (typed, { closed }) => ({ field: 'state', typed: typed || closed, kind: 'closed' })),
};
