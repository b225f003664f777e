import {
  RocketChatAssociationModel as Model,
  RocketChatAssociationRecord as Association,
} from '@rocket.chat/apps-engine/definition/metadata';
import type { RocketChat } from '../../playground/rocketchat/host';

/** Tickets that are put into the workspace at the same time. */
const AT_ONCE = 500;

/** Far above the ids of tickets that are opened. */
const FIRST_ID = 1_000_000;

/**
 * Puts tickets with their rooms and index records straight into the workspace, as the app would have left them.
 *
 * @param from how many there are already; `to`: how many there will be
 */
export async function addLinkedTickets(rocketChat: RocketChat, from: number, to: number): Promise<void> {
  const { workspace } = rocketChat;
  const appId = rocketChat.app().id;
  for (let first = from; first < to; first += AT_ONCE) {
    const ids = Array.from({ length: Math.min(AT_ONCE, to - first) }, (_, at) => String(FIRST_ID + first + at));
    await Promise.all(
      ids.map(async (ticketId) => {
        const slug = `ticket-${ticketId}`;
        const { _id: roomId } = await workspace.createPrivateGroup('alice', { name: slug, members: ['bob'] });
        const link = { ticketId, ticketNumber: ticketId, roomId, origin: 'created', slug, cardId: `card-${ticketId}` };
        const associations = [
          new Association(Model.MISC, `ticket-${ticketId}`),
          new Association(Model.ROOM, roomId),
          new Association(Model.MISC, 'links'),
        ];
        await workspace.bridgeCall('persistence', 'createWithAssociations', [link, associations, appId]);
      }),
    );
  }
}
