/** Where the two sides are driven from. */
export const CHAT = '/playground';
export const OTOBO = '/page/otobo';

/** The server has understood, and says no: there is no such room, or no right. */
export class Refusal extends Error {}

/**
 * Asks one of the playground's servers.
 * @param path complete, `/playground/rooms`
 * @returns the answer's JSON; rejects with the server's own reason, as a `Refusal` when asking again would change nothing
 */
export async function ask(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: object): Promise<unknown> {
  const response = await fetch(path, {
    method,
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return answer;
  const reason = reasonIn(answer) ?? `The playground answered with status ${response.status}.`;
  throw response.status < 500 ? new Refusal(reason) : new Error(reason);
}

function reasonIn(answer: unknown): string | undefined {
  const isReason = typeof answer === 'object' && answer !== null && 'error' in answer && typeof answer.error === 'string';
  return isReason ? String(answer.error) : undefined;
}

/** A part of a path. */
export const part = encodeURIComponent;
