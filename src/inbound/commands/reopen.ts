import type { Command } from './command';
import { setState } from './set-state';

/** Opens the room's ticket again. */
export const reopen: Command = {
  name: 'reopen',
  aliases: ['wiederöffnen'],
  takes: [],
  action: 'state',
  about: 'command.reopen.about',
  run: (call) => setState(call, (_typed, { open }) => ({ field: 'state', typed: open })),
};
