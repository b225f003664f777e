import { AUDIENCES, inputOf } from '../../../domain/form';
import { inertLine } from '../../../text/inert';
import type { View } from '../../../usecases/ports';
import { silence } from './form-inputs';
import { small } from '../blocks';
import { option, type Reader, select, type Shown, textInput } from './inputs';

/** The form for a note; and for a reply to the customer, where the settings allow one. */
export function writeView({ ticketNumber, reply }: Extract<View, { type: 'Write' }>, reader: Reader): Shown {
  const { appId, say } = reader;
  const audience = select(
    reader,
    inputOf('audience'),
    say('form.audience'),
    AUDIENCES.map((value) => option(value, say(`form.audience.${value}`))),
    'agents',
  );
  const text = textInput(reader, inputOf('text'), say('form.text'), { lines: true });
  return {
    title: say('form.write.title', { number: ticketNumber }),
    submit: say('form.write.submit'),
    blocks:
      reply === 'off'
        ? [text, small(appId, 'about', say('form.write.internal'))]
        : reply === 'unknown'
          ? [text, audience, ...silence(reader, say('form.write.silence'))]
          : [
              text,
              audience,
              small(
                appId,
                'about',
                say('form.write.reply', {
                  customer: reply.customer === undefined ? 'none' : inertLine(reply.customer),
                  mailed: reply.mailed ? 'yes' : 'no',
                }),
              ),
            ],
  };
}
