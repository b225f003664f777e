import * as v from 'valibot';
import { AppError } from '../../domain/errors';
import type { OtoboAccess } from '../../settings/snapshot';
import { OtoboRefusal, type Post, RouteUnknown } from './transport';

/** The one session of the service account; OTOBO limits how many there may be. It is forgotten when the settings change. */
export interface SessionMemory {
  session: Promise<string> | undefined;
}

const SessionShape = v.object({ SessionID: v.pipe(v.string(), v.nonEmpty()) });

/**
 * Posts as the service account: logs in when there is no session, concurrent calls share one login, and a session that OTOBO
 * has ended is replaced once.
 *
 * @throws AppError `otobo_login_failed` when OTOBO does not accept the account, and what `transport` throws
 */
export function withSession(post: Post, { login, password, webservice }: OtoboAccess, memory: SessionMemory): Post {
  async function logIn(): Promise<string> {
    try {
      const answer = v.safeParse(SessionShape, await post('/Session', { UserLogin: login, Password: password }));
      if (!answer.success) throw new AppError('otobo_misconfigured', { webservice }, 'no SessionID in the answer of /Session');
      return answer.output.SessionID;
    } catch (error) {
      memory.session = undefined;
      // Whoever asks for another route must not take that for the one that is missing.
      if (error instanceof RouteUnknown) throw new AppError('otobo_misconfigured', { webservice }, error.internal);
      throw error instanceof OtoboRefusal ? new AppError('otobo_login_failed', {}, `${error.code}: ${error.message}`) : error;
    }
  }
  /** Somebody else may have replaced the session already, or dropped it. */
  function renewed(ended: Promise<string>): Promise<string> {
    const current = memory.session === undefined || memory.session === ended ? logIn() : memory.session;
    memory.session = current;
    return current;
  }

  return async (route, body) => {
    const session = (memory.session ??= logIn());
    try {
      return await post(route, { ...body, SessionID: await session });
    } catch (error) {
      if (!(error instanceof OtoboRefusal) || !error.code.endsWith('.AuthFail')) throw error;
      return post(route, { ...body, SessionID: await renewed(session) });
    }
  };
}
