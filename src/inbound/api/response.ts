import type { IApiResponse } from '@rocket.chat/apps-engine/definition/api';
import { type AppError, ERRORS } from '../../domain/errors';
import type { Translate } from '../../text/translate';

/** Answers are data for programs: not to be kept, and never to be taken for a page. */
const HEADERS = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };

export type Body = Readonly<Record<string, unknown>>;

export function ok(body: Body, requestId: string): IApiResponse {
  return { status: 200, headers: { ...HEADERS }, content: { ...body, RequestID: requestId } };
}

/** The `Error` part of a body: the same for refusals and failures, a sentence with cause and cure, nothing of the inside. */
export function errorPart({ code, details }: AppError, translate: Translate): Body {
  return { Error: { ErrorCode: code, ErrorMessage: translate(`error.${code}`, { braces: '{number}, {id}', webservice: '', ...details }) } };
}

/** @param requestId absent before authentication, so that all answers to strangers are the same to the byte */
export function failed(error: AppError, translate: Translate, requestId?: string): IApiResponse {
  const entry: { status: number; retryAfterSeconds?: number } = ERRORS[error.code];
  const allowed = error.code === 'method_not_allowed' ? { Allow: error.details.allowed ?? '' } : {};
  const retry = entry.retryAfterSeconds === undefined ? {} : { 'Retry-After': String(entry.retryAfterSeconds) };
  const refused = entry.status === 200 ? { Result: 'refused' } : {};
  return {
    status: entry.status,
    headers: { ...HEADERS, ...allowed, ...retry },
    content: { ...refused, ...errorPart(error, translate), ...(requestId !== undefined && { RequestID: requestId }) },
  };
}
