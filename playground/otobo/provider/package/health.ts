import { isGroup, text } from '../../parameters';
import { HEALTH } from '../../requester/package-service';
import { exchange } from '../../requester/send';
import { authenticateAgent, type Call } from '../authentication';

/** What came of asking the app whether it is well; never the app's secret. */
type Health =
  | { readonly Success: 1; readonly Version: string; readonly Milliseconds: number }
  | {
      readonly Success: 0;
      readonly Reason: 'NotConfigured' | 'Unreachable' | 'Refused' | 'Unexpected';
      readonly Status?: number;
      readonly Message: string;
    };

/** Calls the app's `health` with the address and the secret that the requester's web service has. */
export async function health(call: Call): Promise<Health> {
  authenticateAgent('Health', call);
  for (const service of call.requester.services) {
    const invoker = service.invokers.find(({ name }) => name === HEALTH);
    if (!invoker) continue;
    const startedAt = Date.now();
    const answer = await exchange(service, invoker, invoker.controller, '').catch((error: unknown) => String(error));
    if (typeof answer === 'string') return { Success: 0, Reason: 'Unreachable', Message: answer };
    return judged(answer.status, answer.content, Date.now() - startedAt);
  }
  return { Success: 0, Reason: 'NotConfigured', Message: 'No address of the app is configured.' };
}

function judged(status: number, content: string, milliseconds: number): Health {
  const version = status === 200 ? versionIn(content) : undefined;
  if (version !== undefined) return { Success: 1, Version: version, Milliseconds: milliseconds };
  const Reason = status === 401 || status === 403 ? 'Refused' : 'Unexpected';
  return { Success: 0, Reason, Status: status, Message: `The app answered with status ${status}.` };
}

function versionIn(content: string): string | undefined {
  try {
    const answer: unknown = JSON.parse(content);
    return isGroup(answer) ? text(answer, 'Version') : undefined;
  } catch {
    return undefined;
  }
}
