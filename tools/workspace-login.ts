import * as v from 'valibot';
import { DeployError, withCure } from './deploy-errors';

/** Who uploads: a person by password (and the current code of two-factor authentication), or a personal access token. */
export type Credentials =
  { readonly username: string; readonly password: string; readonly code?: string } | { readonly userId: string; readonly token: string };

/** A logged-in account, as Rocket.Chat's REST API wants it. */
export interface Account {
  readonly userId: string;
  readonly token: string;
}

const Login = v.object({ status: v.literal('success'), data: v.object({ userId: v.string(), authToken: v.string() }) });
const App = v.object({ app: v.object({ status: v.string() }) });

/**
 * @param url the workspace's address
 * @throws {DeployError} when the workspace does not answer, or does not let the account in
 */
export async function logIn(url: string, credentials: Credentials): Promise<Account> {
  if ('token' in credentials) return credentials;
  const answer = await request(url, '/api/v1/login', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(credentials),
  });
  const login = v.safeParse(Login, answer);
  if (login.success) return { userId: login.output.data.userId, token: login.output.data.authToken };
  const text = JSON.stringify(answer);
  if (/totp|2fa|too.many/i.test(text)) throw withCure(text);
  throw new DeployError(`Rocket.Chat does not know this user name with this password. Check both.\n(The answer was: ${text})`);
}

/**
 * @param id the app's id
 * @returns the status of an installed app, in Rocket.Chat's words: `auto_enabled`, `manually_enabled`, `invalid_license_disabled`, …
 */
export async function appStatus(url: string, { userId, token }: Account, id: string): Promise<string> {
  const answer = await request(url, `/api/apps/${id}`, { headers: { 'X-Auth-Token': token, 'X-User-Id': userId } });
  const app = v.safeParse(App, answer);
  if (!app.success) throw withCure(JSON.stringify(answer));
  return app.output.app.status;
}

/** Redirects are not followed, because a redirected POST arrives as a GET. */
async function request(url: string, path: string, init: RequestInit): Promise<unknown> {
  let answer: Response;
  try {
    answer = await fetch(url.replace(/\/+$/, '') + path, { ...init, redirect: 'manual' });
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    throw new DeployError(
      `Nothing answers at ${url}: check the address, and whether this machine can reach it.\n(The cause was: ${cause})`,
    );
  }
  const location = answer.headers.get('location');
  if (location) throw new DeployError(`${url} redirects to ${location}: use the address it redirects to.`);
  try {
    return await answer.json();
  } catch {
    throw new DeployError(`What answers at ${url} is not Rocket.Chat (status ${answer.status}, no JSON): check the address.`);
  }
}
