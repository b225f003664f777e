import { inputOf } from '../../../domain/form';
import type { View } from '../../../usecases/ports';
import { choiceOrText, silence } from './form-inputs';
import { small } from '../blocks';
import { type Reader, type Shown, textInput } from './inputs';

/** The form for a new ticket. */
export function createView({ usual, message, queues, types, priorities }: Extract<View, { type: 'Create' }>, reader: Reader): Shown {
  const { appId, say } = reader;
  const silent = !queues && !priorities;
  return {
    title: say('form.create.title'),
    submit: say('form.create.submit'),
    blocks: [
      textInput(reader, inputOf('title'), say('form.title'), message ? { initial: message.title } : {}),
      textInput(reader, inputOf('text'), say(message ? 'form.create.added' : 'form.create.text'), { lines: true }),
      ...(message ? [small(appId, 'message', say('form.create.message', { files: message.files }))] : []),
      choiceOrText(reader, 'queue', queues, usual.queue),
      ...(silent || types ? [choiceOrText(reader, 'type', types)] : []),
      choiceOrText(reader, 'priority', priorities, usual.priority),
      textInput(reader, inputOf('customer'), say('form.customer')),
      ...(silent ? silence(reader, say('form.silence')) : []),
    ],
  };
}

/** The form that asks into which ticket a message goes. */
export function addView(reader: Reader): Shown {
  const { say } = reader;
  return {
    title: say('form.add.title'),
    submit: say('form.add.submit'),
    blocks: [textInput(reader, inputOf('ticket'), say('form.ticket'), { placeholder: '2026112310000011' })],
  };
}
