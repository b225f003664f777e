import type { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import webservice from '../../otobo/webservices/RocketChat-builtin.yml';
import type { Settings } from '../settings/snapshot';
import type { Ports } from '../usecases/ports';
import { type GrantMemory, grants } from './grants';
import { otoboClient, type OtoboMemory } from './otobo/client';
import type { Accessors } from './rocketchat/accessors';
import { additions } from './rocketchat/additions';
import { addressBook, type BookMemory } from './rocketchat/address-book';
import { cards } from './rocketchat/cards';
import { claims } from './rocketchat/claims';
import { consents } from './rocketchat/consents';
import { directory } from './rocketchat/directory';
import { files } from './rocketchat/files';
import { type KeyMemory, keys } from './rocketchat/keys';
import { links } from './rocketchat/links';
import { messages } from './rocketchat/messages';
import { notices } from './rocketchat/notices';
import { outbox } from './rocketchat/outbox';
import { ownArticles } from './rocketchat/own-articles';
import { type CallerMemory, ownAddress } from './rocketchat/own-address';
import { type CorrectionMemory, ownSettings } from './rocketchat/own-settings';
import { passStore } from './rocketchat/pass-store';
import { questions } from './rocketchat/questions';
import { rooms } from './rocketchat/rooms';
import { toldRecords } from './rocketchat/told-records';
import { turns } from './rocketchat/turns';
import { waitingList } from './rocketchat/waiting-list';
import { type AppUserMemory, workspace, type WorkspaceAccess } from './rocketchat/workspace';
import { time } from './time';

/**
 * What the app remembers between calls. It lives as long as the sandbox's process, and every instance of the workspace has its
 * own: it only ever saves a question.
 */
export type Memory = KeyMemory & BookMemory & AppUserMemory & OtoboMemory & GrantMemory & CallerMemory & CorrectionMemory;

/** The ports for one call of the app, upon the accessors that the engine gave for it. */
export function adapters(
  accessors: Accessors,
  app: Pick<IApp, 'getID' | 'getAccessors'>,
  settings: Settings,
  memory: Memory,
): Ports & Pick<WorkspaceAccess, 'translate'> {
  const appId = app.getID();
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
    messages: messages(accessors),
    waiting: waitingList(accessors),
    consents: consents(accessors),
    directory: directory(accessors, book, counts),
    book,
    pass,
    keys: key,
    claims: claims(accessors),
    questions: questions(accessors),
    turns: turns(accessors),
    told: toldRecords(accessors),
    ownArticles: ownArticles(accessors),
    outbox: outbox(accessors),
    grants: grants(memory, () => Date.now()),
    workspace: here,
    ...(settings.otobo && { otobo: otoboClient(accessors.http, settings.otobo, settings.otoboTimeZone, memory, () => time.now()) }),
    files: files(accessors, here),
    ownAddress: ownAddress(accessors, () => app.getAccessors().providedApiEndpoints, settings.secrets[0], memory),
    ownSettings: ownSettings(accessors, () => app.getAccessors().environmentWriter.getSettings(), memory, time),
    webservice,
    time,
    translate: here.translate,
  };
}
