import type { Command } from './command';
import { setState } from './set-state';

/** Sets the state of the room's ticket. */
export const state: Command = {
  name: 'state',
  aliases: ['status'],
  takes: [{ name: 'state' }],
  action: 'state',
  about: 'command.state.about',
  form: 'state',
  run: (call) => setState(call, (typed) => ({ field: 'state', typed })),
};
