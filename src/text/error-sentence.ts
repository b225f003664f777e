import type { AppError } from '../domain/errors';
import { inertLine } from './inert';
import type { Translate } from './translate';

/** Gaps that sentences may have without the error's saying so: braces mean something in the dictionary. */
const ALWAYS = { braces: '{number}, {id}', webservice: '' };

/** @returns cause and cure; what fills the sentence's gaps is foreign text and is made inert */
export function errorSentence({ code, details }: Pick<AppError, 'code' | 'details'>, say: Translate): string {
  const inert = Object.fromEntries(Object.entries(details).map(([gap, text]) => [gap, inertLine(text)]));
  return say(`error.${code}`, { ...ALWAYS, ...inert });
}
