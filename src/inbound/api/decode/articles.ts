import * as v from 'valibot';
import type { Article } from '../../../domain/article';
import { parseOtoboTime } from '../../../domain/otobo-time';
import { flag } from '../../../domain/otobo-values';
import { bodyText } from '../../../domain/plain-text';
import { id, text } from './values';

export const ArticleShape = v.object(
  {
    ArticleID: id,
    From: text,
    To: text,
    Cc: text,
    Subject: text,
    Body: text,
    ContentType: text,
    MimeType: text,
    IsVisibleForCustomer: flag,
    CreateTime: text,
  },
  'must be an article',
);
export type ArticleBody = v.InferOutput<typeof ArticleShape>;

/**
 * Articles as people in the chat are told of them, each once: OTOBO's built-in invokers send them beside the ticket and in it. One without
 * an id cannot be told from others, and is left out.
 *
 * @param timeZone the zone that OTOBO writes times in
 */
export function toArticles(bodies: readonly ArticleBody[], timeZone: string): Article[] {
  const articles = bodies.flatMap((body): [string, Article][] => {
    if (body.ArticleID === undefined) return [];
    const at = parseOtoboTime(body.CreateTime ?? '', timeZone) ?? 0;
    const { ArticleID, From = '', Subject = '', Body = '', IsVisibleForCustomer: visibleForCustomer } = body;
    return [
      [
        ArticleID,
        { id: ArticleID, from: From, subject: Subject, body: bodyText(Body, body.ContentType, body.MimeType), visibleForCustomer, at },
      ],
    ];
  });
  return [...new Map(articles).values()];
}
