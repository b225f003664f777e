import { changeTicket } from '../../usecases/change-ticket';
import { peopleOfTicket } from '../../usecases/people-of-ticket';
import { peopleText } from '../commands/render-people';
import { changeText } from '../commands/render-write';
import { chatRulesOf } from '../policy';
import type { Click, ClickAnswer } from './question-click';

/** Who clicked becomes the owner of the ticket whose room the button stands in, as with `/otobo take`. */
export async function takeClicked({ by, settings, ports, say }: Click, roomId: string | undefined): Promise<ClickAnswer | undefined> {
  if (roomId === undefined) return undefined;
  const place = { roomId };
  const change = await changeTicket({ user: by, place, wish: { field: 'owner' } }, chatRulesOf(settings), ports);
  return { text: changeText('owner', change, say), place };
}

/** Who clicked is told who is in the room and who is missing, as with `/otobo people`. */
export async function peopleClicked({ by, settings, ports, say }: Click, roomId: string | undefined): Promise<ClickAnswer | undefined> {
  if (roomId === undefined) return undefined;
  return { text: peopleText(await peopleOfTicket(by, undefined, roomId, chatRulesOf(settings), ports), say), place: { roomId } };
}
