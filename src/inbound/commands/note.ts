import { writeNote } from '../../usecases/write-note';
import { noteRulesOf } from '../policy';
import type { Command } from './command';
import { noteText } from './render-write';

/** Writes an internal note into the ticket of the room. */
export const note: Command = {
  name: 'note',
  aliases: ['notiz'],
  takes: [{ name: 'text' }],
  action: 'note',
  about: 'command.note.about',
  form: 'write',
  async run({ sender, place, text, settings, ports, say }) {
    const { ticket, outcome } = await writeNote({ user: sender, place, text }, noteRulesOf(settings), ports);
    return { text: noteText(ticket.number, outcome, say) };
  },
};
