import { startRocketChat, type RocketChat, type RocketChatOptions } from '../../../playground/rocketchat/host';
import { buildProbe } from '../probe/build';

/** A Rocket.Chat with the probe app in it, for the tests of one `describe`. */
export function withProbe(options: RocketChatOptions = {}): () => RocketChat {
  let rocketChat: RocketChat | undefined;
  beforeAll(async () => {
    rocketChat = await startRocketChat({ runtimeTimeoutMs: 3_000, ...options });
    const { status } = await rocketChat.install(await buildProbe());
    expect(status).toBe('manually_enabled');
  }, 30_000);
  afterAll(() => rocketChat?.stop());
  return () => {
    if (!rocketChat) throw new Error('Rocket.Chat did not start.');
    return rocketChat;
  };
}

/** Posts JSON and reads JSON. */
export async function post(url: string, body: unknown = {}): Promise<unknown> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${text}`);
  return JSON.parse(text) as unknown; // as: JSON.parse is typed any
}
