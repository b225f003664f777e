/** A refusal by Rocket.Chat (or on the way to it), said as cause and cure. */
export class DeployError extends Error {}

/** What Rocket.Chat's answers contain, and what an admin can do about it. The first match counts. */
const CURES: readonly (readonly [answer: RegExp, sentence: string])[] = [
  [
    /totp-required|totp-invalid|TOTP|2FA/i,
    'The account uses two-factor authentication: add --code with the current code, or use --user-id and --token (a personal access token that ignores two-factor authentication).',
  ],
  [/too many requests|error-too-many/i, 'Too many attempts to log in: wait a minute and try again.'],
  [
    /Invalid API token/i,
    'Rocket.Chat does not know this user id and token: make a new personal access token (My Account → Personal Access Tokens).',
  ],
  [
    /private_app_install_disabled/i,
    'This workspace refuses private apps: DISABLE_PRIVATE_APP_INSTALLATION is set in its environment. Remove it there, or install the app by other means.',
  ],
  [
    /Cannot_Update_Exempt_App|license|licence|apps-engine-limit|maxActive/i,
    'The licence of this workspace does not cover another private app: a free Starter plan (up to 50 users) or a paid plan is needed. See Workspace → Subscription.',
  ],
  [
    /compiler_error|compiler errors/i,
    'This Rocket.Chat cannot load the package: check that its version is at least the one that the documentation names.',
  ],
  [/requiredApiVersion|Apps-Engine version|Failed to load the App/i, 'This Rocket.Chat is too old for the app: update Rocket.Chat.'],
  [/unauthorized|not allowed|permission/i, 'This account may not manage apps: use one with the permission "manage-apps" (role admin).'],
  [
    /already exist|already in use|Deployment error: undefined/i,
    "Rocket.Chat refused the app without saying why. Most often a person already has the app's user name otobo.bot, or another app uses this app's id: rename that user or remove that app. The server's log has the reason.",
  ],
  [
    /invalid json response body|FetchError/i,
    'What answered is not Rocket.Chat (or a proxy in between refused the upload, often for its size): check the address.',
  ],
];

/**
 * @param answer what the server or the uploading library said
 * @returns the same with the cure in front, and the original text behind it, because it may say more
 */
export function withCure(answer: string): DeployError {
  const text = answer.replace(/^(Error: )+/, '');
  const cure = CURES.find(([pattern]) => pattern.test(text))?.[1] ?? "Rocket.Chat refused the app; the server's log may say more.";
  return new DeployError(`${cure}\n(The answer was: ${text})`);
}
