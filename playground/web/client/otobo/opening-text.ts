import type { Member, Opening } from './shapes';

/** What an agent is told after a click on "Open Rocket.Chat room". */
export interface OpeningText {
  readonly failed: boolean;
  readonly summary: string;
  /** Who is not in the room, each with the reason. */
  readonly missing: readonly string[];
}

const RESULTS: Readonly<Record<string, string>> = {
  created: 'The room has been created.',
  existing: 'The room is there already.',
  repaired: 'The room was there; something in it was put right.',
  reopened: 'The room has been opened again.',
};

const inWords = (code: string): string => code.replaceAll('_', ' ');

const named = ({ Name, Login, Email, Reason }: Member): string => {
  const who = Name ?? Login ?? Email ?? 'somebody';
  return Reason === undefined ? who : `${who} (${inWords(Reason)})`;
};

export function openingText({ Success, ErrorMessage, Data }: Opening): OpeningText {
  if (!Success) return { failed: true, summary: ErrorMessage ?? 'OTOBO got no answer.', missing: [] };
  const { Result = '', Error: refusal, Members = {} } = Data ?? {};
  const missing = [...(Members.Unresolved ?? []), ...(Members.Skipped ?? [])].map(named);
  if (refusal) return { failed: true, summary: refusal.ErrorMessage, missing };
  const inside = [...(Members.Added ?? []), ...(Members.Present ?? [])].map(({ Username, Name }) => Username ?? Name ?? '');
  const summary = `${RESULTS[Result] ?? inWords(Result)} ${inside.length > 0 ? `In it: ${inside.join(', ')}.` : ''}`;
  return { failed: false, summary: summary.trim(), missing };
}
