import { type IncomingMessage, messageChangesFromApp, messageForApp, messageFromApp } from '../app-shape/messages';
import type { MessageDocument } from '../documents';
import { databaseTurn } from '../hooks';
import { deleteMessage, updateMessage } from '../messages/change';
import { notice } from '../messages/ephemeral';
import { setReaction } from '../messages/reactions';
import { sendMessage } from '../messages/send';
import type { Server } from '../server';
import type { BridgeMethods } from './table';

interface Typing {
  scope: string;
  id: string;
  username?: string;
  isTyping: boolean;
}

/** An ephemeral message is made like any other, but nothing about it is checked. */
function unsent(server: Server, message: IncomingMessage): MessageDocument {
  const made = messageFromApp(server, message);
  return { ...made, msg: made.msg ?? '', u: made.u ?? { _id: '', username: '' }, _updatedAt: made.ts };
}

export function messageBridge(server: Server): BridgeMethods {
  const { messages, users, subscriptions } = server.store;
  return {
    create: async (message: IncomingMessage) => {
      const made = messageFromApp(server, message);
      return (await sendMessage(server, made.u?._id ?? '', made))._id;
    },
    getById: async (id: string) => {
      await databaseTurn();
      return messageForApp(server, messages.get(id));
    },
    update: async (message: IncomingMessage) => {
      await databaseTurn();
      const editor = users.get(message.editor?.id ?? '');
      if (!editor) throw new Error('Invalid editor assigned to the message for the update.');
      updateMessage(server, messageChangesFromApp(server, message), editor);
    },
    delete: async (message: IncomingMessage, user: { id: string }) => {
      if (!message.id) throw new Error('Invalid message id');
      await databaseTurn();
      const stored = messages.get(message.id);
      const by = users.get(user.id);
      if (stored && by) deleteMessage(server, stored, by);
    },
    notifyUser: async (user: { id: string }, message: IncomingMessage) => {
      const shown = unsent(server, message);
      const reader = users.get(user.id);
      if (reader) notice(server, reader, shown);
      return Promise.resolve();
    },
    notifyRoom: async (room: { id: string }, message: IncomingMessage) => {
      const shown = { ...unsent(server, message), rid: room.id };
      for (const { u } of subscriptions.inRoom(room.id)) {
        const reader = users.get(u._id);
        if (reader) notice(server, reader, shown);
      }
      return Promise.resolve();
    },
    typing: async ({ scope, id, username, isTyping }: Typing) => {
      if (scope !== 'room') throw new Error('Unrecognized typing scope provided');
      if (!username) throw new Error('Invalid username');
      const names = server.typing.get(id) ?? new Set();
      if (isTyping) names.add(username);
      else names.delete(username);
      server.typing.set(id, names);
      return Promise.resolve();
    },
    addReaction: async (messageId: string, userId: string, emoji: string) => {
      await databaseTurn();
      setReaction(server, userId, emoji, messageId, true);
    },
    removeReaction: async (messageId: string, userId: string, emoji: string) => {
      await databaseTurn();
      setReaction(server, userId, emoji, messageId, false);
    },
  };
}
