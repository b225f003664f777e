import type { UploadDocument } from '../documents';
import { MessageCollection } from './messages';
import { PersistenceCollection } from './persistence';
import { RoomCollection } from './rooms';
import { SubscriptionCollection } from './subscriptions';
import { UserCollection } from './users';

/** The workspace's database. */
export class Store {
  readonly users = new UserCollection();
  readonly rooms = new RoomCollection();
  readonly subscriptions = new SubscriptionCollection();
  readonly messages = new MessageCollection();
  readonly persistence = new PersistenceCollection();
  readonly uploads = new Map<string, { upload: UploadDocument; content: Buffer }>();
}
