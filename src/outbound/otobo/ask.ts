import * as v from 'valibot';
import { AppError } from '../../domain/errors';
import { meaningOf } from './refusals';
import { type Body, OtoboRefusal, type Post } from './transport';

/** Asks one operation of the web service, and gives its answer in the expected shape. @throws AppError `otobo_*` and others, see `meaningOf` */
export type Ask = <T>(route: string, body: Body, shape: v.GenericSchema<unknown, T>) => Promise<T>;

/** @param post to the web service, as the service account */
export function asking(post: Post, webservice: string): Ask {
  return async (route, body, shape) => {
    const answer = await post(route, body).catch((error: unknown) => {
      throw error instanceof OtoboRefusal ? meaningOf(error, body, webservice) : error;
    });
    const decoded = v.safeParse(shape, answer);
    if (decoded.success) return decoded.output;
    // What was there instead may be somebody's words, which the log has no business with.
    const problems = decoded.issues.map((issue) => `${v.getDotPath(issue) ?? 'body'}: expected ${issue.expected ?? issue.type}`);
    throw new AppError('otobo_misconfigured', { webservice }, `${route}: ${problems.join('; ')}`);
  };
}

/**
 * Calls an operation without anything to work on: whatever it answers, it is there.
 *
 * @param nothing what makes it work on nothing, where an empty body would not
 * @throws RouteUnknown when it is not; AppError `otobo_*` when OTOBO cannot be asked
 */
export async function probed(post: Post, route: string, nothing: Body = {}): Promise<true> {
  try {
    await post(route, nothing);
  } catch (error) {
    if (!(error instanceof OtoboRefusal)) throw error;
    if (error.code.endsWith('.AuthFail')) throw new AppError('otobo_login_failed', {}, error.code);
  }
  return true;
}
