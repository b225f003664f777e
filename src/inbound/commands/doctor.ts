import { FINDINGS, type Light } from '../../domain/finding';
import { errorSentence } from '../../text/error-sentence';
import { inertLine } from '../../text/inert';
import type { Translate } from '../../text/translate';
import { examine } from '../../usecases/examine';
import type { Finding } from '../../usecases/finding';
import { rightsOf } from '../policy';
import type { Command } from './command';

const SIGNS: Readonly<Record<Light, string>> = { green: ':white_check_mark:', red: ':x:', grey: ':grey_question:' };

/** Looks at the connection in both directions, and says of each step how it is. */
export const doctor: Command = {
  name: 'doctor',
  aliases: ['check', 'prüfen'],
  takes: [],
  action: 'admin',
  about: 'command.doctor.about',
  async run({ sender, place, settings, ports, say }) {
    const findings = await examine(sender, place.roomId, settings, rightsOf(settings), ports);
    const red = findings.filter(({ code }) => FINDINGS[code] === 'red').length;
    return { text: [say('doctor.summary', { red }), ...findings.map((finding) => findingLine(finding, say))].join('\n') };
  },
};

/** @returns one line: a sign, and the sentence in which all foreign text is inert */
export function findingLine({ code, values = {}, choice = '', error }: Finding, say: Translate): string {
  const reason = error ? errorSentence(error, say) : '';
  return `${SIGNS[FINDINGS[code]]} ${say(`doctor.${code}`, { ...harmless(values), choice, reason, setup: '`/otobo setup`' })}`;
}

/** Most of what is found is somebody else's words: OTOBO's, or those of a setting. */
function harmless(values: Readonly<Record<string, string | number>>): Record<string, string | number> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? inertLine(value) : value]));
}
