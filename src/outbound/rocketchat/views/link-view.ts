import { inputOf } from '../../../domain/form';
import { small } from '../blocks';
import { type Reader, type Shown, textInput } from './inputs';

/** The form that links a room to a ticket. */
export function linkView(reader: Reader): Shown {
  const { appId, say } = reader;
  return {
    title: say('form.link.title'),
    submit: say('form.link.submit'),
    blocks: [
      textInput(reader, inputOf('ticket'), say('form.ticket'), { placeholder: 'Ticket#2026112310000011' }),
      small(appId, 'about', say('form.link.about')),
    ],
  };
}
