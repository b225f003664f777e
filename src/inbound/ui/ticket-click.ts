import { peopleText } from '../../text/people-text';
import { changeTicket } from '../../usecases/change-ticket';
import { peopleOfTicket } from '../../usecases/people-of-ticket';
import { changeText } from '../commands/render-write';
import { chatRulesOf } from '../policy';
import { type ClickHandler, requirePlace } from './answer-click';

/** Who clicked becomes the owner of the ticket whose room the button stands in, as with `/otobo take`. */
export const takeClicked: ClickHandler = async (click) => {
  const { by, settings, ports, say } = click;
  const place = requirePlace(click);
  const change = await changeTicket({ user: by, place, wish: { field: 'owner' } }, chatRulesOf(settings), ports);
  return { text: changeText('owner', change, say), place };
};

/** Who clicked is told who is in the room and who is missing, as with `/otobo people`. */
export const peopleClicked: ClickHandler = async (click) => {
  const { by, settings, ports, say } = click;
  const place = requirePlace(click);
  return { text: peopleText(await peopleOfTicket(by, undefined, place.roomId, chatRulesOf(settings), ports), say), place };
};
