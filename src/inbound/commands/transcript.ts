import { openTranscriptDialog } from '../../usecases/open-transcript-dialog';
import { transcriptRulesOf } from '../policy';
import type { Command } from './command';

/** Opens a dialog that shows what a transcript of the room would have, and sends it. */
export const transcript: Command = {
  name: 'transcript',
  aliases: ['protokoll', 'export'],
  takes: [],
  action: 'transcript',
  about: 'command.transcript.about',
  opensDialog: true,
  async run({ sender, place, triggerId, settings, ports }) {
    await openTranscriptDialog({ user: sender, place, triggerId }, transcriptRulesOf(settings), ports);
    return undefined;
  },
};
