import { randomUUID } from 'crypto';
import { AppError } from '../domain/errors';
import type { ChatUser } from '../domain/member';
import { askQuestion } from './ask-question';
import { authorise, requireMember } from './authorise';
import { inTimeToOpen } from './in-time-to-open';
import type { Place, Ports, Trigger } from './ports';
import { previewTranscript } from './preview-transcript';
import { requireTicketOfRoom } from './ticket-of-room';
import type { TranscriptRules } from './transcribe-room';
import { unlessAway } from './write-to-otobo';

/**
 * Opens the dialog in which somebody chooses what goes into a transcript, soon, whatever has been read by then. A dialog without a preview has
 * a button that shows it.
 *
 * @param triggerId what the client waits with
 * @throws AppError `dialog_missing`, `room_without_ticket`, `member_only`, `busy`, what `authorise` refuses with
 */
export async function openTranscriptDialog(
  { user, place, triggerId }: { readonly user: ChatUser; readonly place: Place; readonly triggerId: string | undefined },
  rules: TranscriptRules,
  ports: Ports,
): Promise<void> {
  if (triggerId === undefined) throw new AppError('dialog_missing');
  const { roomId } = place;
  const [ticket] = await Promise.all([requireTicketOfRoom(roomId, ports), requireMember(user, roomId, ports)]);
  const viewId = randomUUID();
  const trigger: Trigger = { id: triggerId, user };
  const mayWrite = unlessAway(authorise(user, 'transcript', { ticketId: ticket.id }, rules.chat.rights, ports));
  const preparing = Promise.all([previewTranscript(roomId, ticket, rules.off, ports), mayWrite]).then(async ([choices]) => {
    await askQuestion({ userId: user.id, ...place, about: { type: 'ChooseTranscript', ...choices } }, ports, viewId);
    return choices;
  });
  const choices = await inTimeToOpen(preparing, ports);
  await ports.views.open(trigger, viewId, { type: 'Transcript', ...(choices && { preview: choices }) });
  await preparing;
}

/** Shows the preview in a dialog that was opened before it was there; until then it stays as it is. */
export async function showTranscriptPreview(
  { viewId, trigger }: { readonly viewId: string; readonly trigger: Trigger },
  { questions, views }: Pick<Ports, 'questions' | 'views'>,
): Promise<void> {
  const question = await questions.find(viewId);
  const choices = question?.userId === trigger.user.id && question.about.type === 'ChooseTranscript' ? question.about : undefined;
  await views.update(trigger, viewId, { type: 'Transcript', ...(choices && { preview: choices }) });
}
