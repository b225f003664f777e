import type { NextFunction, Request, Response } from 'express';
import { isFromHere, REFUSAL } from '../../local-pages';

/** Turns away what other web pages ask. */
export function localPagesOnly(request: Request, response: Response, next: NextFunction): void {
  if (isFromHere(request.headers)) next();
  else response.status(403).json({ error: REFUSAL });
}
