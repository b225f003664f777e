import type { AppSetting } from './admin/app-settings';
import type { LogRecord } from './admin/log-record';
import { CHAT, OTOBO, part } from './api';
import type { AppTexts } from './chat/app-words';
import type { AppButton, Command, EphemeralNotice, ListedRoom, Message, OpenView, Person, Room } from './chat/shapes';
import type { Agent, Choices, TicketDetails, TicketSummary } from './otobo/shapes';
import type { Surroundings } from '../surroundings';

/** A place of the playground's API, with the shape of what is found there; its servers are trusted to keep to it. */
export interface Read<Content> {
  readonly path: string;
  /** Never there: it ties the shape to the path. */
  readonly shape?: Content;
}

interface InstalledApp {
  readonly name: string;
  readonly version: string;
  readonly status: string;
  readonly settings: Readonly<Record<string, AppSetting>>;
}

/** Everything that the page looks at. */
export const READS = {
  surroundings: (): Read<Surroundings> => ({ path: '/page/surroundings' }),
  clock: (): Read<{ readonly aheadMs: number }> => ({ path: `${CHAT}/clock` }),

  people: (): Read<Person[]> => ({ path: `${CHAT}/users` }),
  rooms: (): Read<Room[]> => ({ path: `${CHAT}/rooms` }),
  roomsOf: (username: string): Read<ListedRoom[]> => ({ path: `${CHAT}/users/${part(username)}/rooms` }),
  viewsOf: (username: string): Read<OpenView[]> => ({ path: `${CHAT}/users/${part(username)}/views` }),
  members: (roomId: string): Read<string[]> => ({ path: `${CHAT}/rooms/${part(roomId)}/members` }),
  messages: (roomId: string): Read<Message[]> => ({ path: `${CHAT}/rooms/${part(roomId)}/messages` }),
  ephemeral: (): Read<EphemeralNotice[]> => ({ path: `${CHAT}/ephemeral` }),
  commands: (): Read<Command[]> => ({ path: `${CHAT}/commands` }),
  buttons: (): Read<AppButton[]> => ({ path: `${CHAT}/buttons` }),
  serverSetting: (id: string): Read<{ readonly value: unknown }> => ({ path: `${CHAT}/server-settings/${part(id)}` }),

  app: (): Read<InstalledApp> => ({ path: `${CHAT}/app` }),
  appTexts: (): Read<AppTexts> => ({ path: `${CHAT}/app/texts` }),
  appLogs: (): Read<LogRecord[]> => ({ path: `${CHAT}/app/logs` }),

  tickets: (): Read<TicketSummary[]> => ({ path: `${OTOBO}/tickets` }),
  ticket: (id: string): Read<TicketDetails> => ({ path: `${OTOBO}/tickets/${part(id)}` }),
  agents: (): Read<Agent[]> => ({ path: `${OTOBO}/agents` }),
  choices: (): Read<Choices> => ({ path: `${OTOBO}/choices` }),
};
