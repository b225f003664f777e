import type { Accounts } from '../accounts';
import { messageForApp } from '../app-shape/messages';
import { databaseTurn } from '../hooks';
import type { Persistence } from '../persistence';
import type { Scheduler } from '../scheduler';
import type { Server } from '../server';
import { messageBridge } from './messages';
import { persistenceBridge } from './persistence';
import { roleBridge } from './roles';
import { roomBridge } from './rooms';
import { schedulerBridge } from './scheduler';
import { serverSettingBridge } from './server-settings';
import type { BridgeMethods } from './table';
import { uploadBridge } from './uploads';
import { userBridge } from './users';

export interface Parts {
  readonly server: Server;
  readonly accounts: Accounts;
  readonly persistence: Persistence;
  readonly scheduler: Scheduler;
}

/** A thread: the message that started it, then the replies. */
function threadBridge(server: Server): BridgeMethods {
  return {
    getById: async (threadId: string) => {
      await databaseTurn();
      const { messages } = server.store;
      const start = messages.get(threadId);
      if (!start) return [];
      const replies = messages.inRoom(start.rid).filter(({ tmid }) => tmid === threadId);
      return [start, ...replies].map((message) => messageForApp(server, message));
    },
  };
}

function internalBridge({ store }: Server): BridgeMethods {
  return {
    getUsernamesOfRoomById: async (roomId: string) => Promise.resolve(store.subscriptions.inRoom(roomId).map(({ u }) => u.username)),
  };
}

/** The bridges that the workspace answers, by the engine's name for them. */
export function bridgesOf({ server, accounts, persistence, scheduler }: Parts): Readonly<Record<string, BridgeMethods>> {
  return {
    room: roomBridge(server),
    message: messageBridge(server),
    thread: threadBridge(server),
    user: userBridge(server, accounts),
    role: roleBridge(),
    persistence: persistenceBridge(persistence),
    scheduler: schedulerBridge(scheduler),
    serverSetting: serverSettingBridge(server.settings),
    upload: uploadBridge(server),
    internal: internalBridge(server),
  };
}
