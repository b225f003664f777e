import type { Article } from '../domain/article';
import { AppError } from '../domain/errors';
import type { Aside } from '../domain/plan-input';
import type { Behind } from '../domain/tell-plan';
import type { Ports } from './ports';

/** So many of a ticket's articles are looked at when one may be new: more are not made at a time. */
export const NEWEST_ARTICLES = 10;

/** Reads what has to be known before a room is told anything, and what counts only for who is alone at the ticket. */
export async function lookAside(
  ticketId: string,
  roomId: string,
  { news, articles }: Behind,
  { changeNotices, outbox, ownArticles }: Pick<Ports, 'changeNotices' | 'outbox' | 'ownArticles'>,
): Promise<Aside> {
  const ownWords = async (): Promise<Pick<Aside, 'writes' | 'ownArticles'>> => {
    // An article is noted as the app's own before its write leaves the outbox: who looks there first finds it in one of the two.
    const writes = (await outbox.all()).filter((write) => write.ticketId === ticketId);
    return { writes, ownArticles: articles ? await ownArticles.ofTicket(ticketId) : [] };
  };
  const [notices, own] = await Promise.all([news ? changeNotices.find(roomId) : [], ownWords()]);
  return { notices, ...own };
}

/**
 * Adds the newest articles to those a request brings. Each event about an article brings that one, and they come in any order: so whoever
 * hears of a new one asks for those around it. OTOBO being away is no reason to say nothing.
 */
export async function withNewest(articles: readonly Article[], ticketId: string, { otobo }: Pick<Ports, 'otobo'>): Promise<Article[]> {
  const newest = await newestArticles(ticketId, otobo);
  return [...new Map([...articles, ...newest].map((article) => [article.id, article])).values()];
}

async function newestArticles(ticketId: string, otobo: Ports['otobo']): Promise<readonly Article[]> {
  try {
    return otobo ? (await otobo.ticket(ticketId, NEWEST_ARTICLES)).articles : [];
  } catch (error) {
    if (error instanceof AppError) return [];
    throw error;
  }
}
