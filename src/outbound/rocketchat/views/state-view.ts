import { inputOf } from '../../../domain/form';
import type { View } from '../../../usecases/ports';
import { choiceOrText, silence } from './form-inputs';
import { plain, small } from '../blocks';
import { input, type Reader, type Shown, textInput } from './inputs';

/** The form for a state, with the end of a pending one. */
export function stateView({ ticketNumber, states }: Extract<View, { type: 'State' }>, reader: Reader): Shown {
  const { appId, say } = reader;
  return {
    title: say('form.state.title', { number: ticketNumber }),
    submit: say('form.state.submit'),
    blocks: [
      choiceOrText(reader, 'state', states),
      ...(states ? [] : silence(reader, say('form.silence'))),
      small(appId, 'pending', say('form.state.pending')),
      input(appId, inputOf('day'), say('form.day'), { type: 'datepicker', placeholder: plain(say('form.day')) }),
      textInput(reader, inputOf('time'), say('form.time'), { placeholder: '09:00' }),
    ],
  };
}

/** The form that closes a ticket. */
export function closeView({ ticketNumber, usual, states }: Extract<View, { type: 'Close' }>, reader: Reader): Shown {
  const { appId, say } = reader;
  return {
    title: say('form.close.title', { number: ticketNumber }),
    submit: say('form.close.submit'),
    blocks: [
      choiceOrText(reader, 'state', states, usual),
      ...(states ? [] : silence(reader, say('form.silence'))),
      textInput(reader, inputOf('note'), say('form.note'), { lines: true }),
      small(appId, 'about', say('form.close.about')),
    ],
  };
}
