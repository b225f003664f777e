import type { Settings } from '../settings/snapshot';
import type { Ports } from '../usecases/ports';
import { otoboClient } from './otobo/client';
import type { SessionMemory } from './otobo/session';
import type { Accessors } from './rocketchat/accessors';
import { additions } from './rocketchat/additions';
import { addressBook, type BookMemory } from './rocketchat/address-book';
import { cards } from './rocketchat/cards';
import { consents } from './rocketchat/consents';
import { directory } from './rocketchat/directory';
import { type KeyMemory, keys } from './rocketchat/keys';
import { links } from './rocketchat/links';
import { notices } from './rocketchat/notices';
import { passStore } from './rocketchat/pass-store';
import { rooms } from './rocketchat/rooms';
import { waitingList } from './rocketchat/waiting-list';
import { type AppUserMemory, workspace, type WorkspaceAccess } from './rocketchat/workspace';

/**
 * What the app remembers between calls. It lives as long as the sandbox's process, and every instance of the workspace has its
 * own: it only ever saves a question.
 */
export type Memory = KeyMemory & BookMemory & AppUserMemory & SessionMemory;

/** The ports for one call of the app, upon the accessors that the engine gave for it. */
export function adapters(
  accessors: Accessors,
  appId: string,
  settings: Settings,
  memory: Memory,
): Ports & Pick<WorkspaceAccess, 'translate'> {
  const here = workspace(accessors, memory);
  const key = keys(accessors, memory);
  const pass = passStore(accessors);
  const counts = ({ verified }: { readonly verified: boolean }): boolean => verified || settings.acceptUnverified;
  const book = addressBook(accessors, key, pass, memory, counts);
  return {
    rooms: rooms(accessors, here, here.translate),
    cards: cards(accessors, appId, here, here.translate),
    links: links(accessors),
    additions: additions(accessors),
    notices: notices(accessors, appId, here, here.translate),
    waiting: waitingList(accessors),
    consents: consents(accessors),
    directory: directory(accessors, book, counts),
    book,
    pass,
    keys: key,
    workspace: here,
    ...(settings.otobo && { otobo: otoboClient(accessors.http, settings.otobo, memory) }),
    time: { now: () => Date.now(), pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) },
    translate: here.translate,
  };
}
