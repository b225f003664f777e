import {
  RocketChatAssociationModel as Model,
  RocketChatAssociationRecord as Association,
} from '@rocket.chat/apps-engine/definition/metadata';
import * as v from 'valibot';
import type { OwnArticles } from '../../usecases/ports';
import type { Accessors } from './accessors';
import { readRecords } from './records';

const ArticleShape = v.object({ articleId: v.string() });

const ofTicket = (ticketId: string): Association => new Association(Model.MISC, `own-articles-${ticketId}`);
const of = (ticketId: string, articleId: string): Association[] => [
  new Association(Model.MISC, `article-${articleId}`),
  ofTicket(ticketId),
];

/** One record per article, until the room knows of a newer one. */
export function ownArticles({ read, persistence }: Pick<Accessors, 'read' | 'persistence'>): OwnArticles {
  return {
    ofTicket: async (ticketId) => (await readRecords(read, ArticleShape, ofTicket(ticketId))).map(({ articleId }) => articleId),
    async note(ticketId, articleId) {
      await persistence.updateByAssociations(of(ticketId, articleId), { articleId }, true);
    },
    async drop(ticketId, articleIds) {
      await Promise.all(articleIds.map((articleId) => persistence.removeByAssociations(of(ticketId, articleId))));
    },
  };
}
