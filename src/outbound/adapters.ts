import type { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import webservice from '../../otobo/webservices/RocketChat-builtin.yml';
import type { Settings } from '../settings/snapshot';
import type { Ports } from '../usecases/ports';
import { type GrantMemory, grants } from './grants';
import { otoboClient, type OtoboMemory } from './otobo/client';
import type { Accessors } from './rocketchat/accessors';
import { additions } from './rocketchat/additions';
import { addressBook, type BookMemory } from './rocketchat/address-book';
import { audit } from './rocketchat/audit';
import { cards } from './rocketchat/cards';
import { changeNotices } from './rocketchat/change-notices';
import { claims } from './rocketchat/claims';
import { closingNotices } from './rocketchat/closing-notices';
import { closings } from './rocketchat/closings';
import { consents } from './rocketchat/consents';
import { deletions } from './rocketchat/deletions';
import { directory } from './rocketchat/directory';
import { files } from './rocketchat/files';
import { history } from './rocketchat/history';
import { jobs } from './rocketchat/jobs';
import { type KeyMemory, keys } from './rocketchat/keys';
import { links } from './rocketchat/links';
import { merges } from './rocketchat/merges';
import { notices } from './rocketchat/notices';
import { outbox } from './rocketchat/outbox';
import { ownArticles } from './rocketchat/own-articles';
import { type CallerMemory, ownAddress } from './rocketchat/own-address';
import { type CorrectionMemory, ownSettings } from './rocketchat/own-settings';
import { passStore } from './rocketchat/pass-store';
import { questions } from './rocketchat/questions';
import { reminders } from './rocketchat/reminders';
import { rooms } from './rocketchat/rooms';
import { ruleOpenings } from './rocketchat/rule-openings';
import { toldRecords } from './rocketchat/told-records';
import { transcripts } from './rocketchat/transcripts';
import { turns } from './rocketchat/turns';
import { unfurlings } from './rocketchat/unfurlings';
import { views } from './rocketchat/views';
import { waitingList } from './rocketchat/waiting-list';
import { walkStore } from './rocketchat/walk-store';
import { watches } from './rocketchat/watches';
import { type AppUserMemory, workspace, type WorkspaceAccess } from './rocketchat/workspace';
import { time } from './time';

/**
 * What the app remembers between calls. It lives as long as the sandbox's process, and every instance of the workspace has its
 * own: it only ever saves a question.
 */
export type Memory = KeyMemory & BookMemory & AppUserMemory & OtoboMemory & GrantMemory & CallerMemory & CorrectionMemory;

/**
 * The ports for one call of the app, upon the accessors that the engine gave for it.
 *
 * @param requestId of that call
 */
export function adapters(
  accessors: Accessors,
  app: Pick<IApp, 'getID' | 'getAccessors'>,
  settings: Settings,
  memory: Memory,
  requestId: string,
): Ports & Pick<WorkspaceAccess, 'translate'> {
  const appId = app.getID();
  const here = workspace(accessors, memory);
  const key = keys(accessors, memory);
  const pass = passStore(accessors);
  const counts = ({ verified }: { readonly verified: boolean }): boolean => verified || settings.acceptUnverified;
  const book = addressBook(accessors, key, pass, memory, counts);
  return {
    rooms: rooms(accessors, here, here.translate),
    cards: cards(accessors, appId, here, here.translate, {
      timeZone: settings.otoboTimeZone,
      off: { prefix: settings.offPrefix, reaction: settings.offReaction },
    }),
    links: links(accessors),
    additions: additions(accessors),
    notices: notices(accessors, appId, here, here.translate),
    closingNotices: closingNotices(accessors, appId, here, here.translate, settings.otoboTimeZone),
    changeNotices: changeNotices(accessors, appId, here, settings.otoboTimeZone),
    reminders: reminders(accessors, appId, here, settings.otoboTimeZone),
    history: history(accessors),
    views: views(accessors, appId, here),
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
    watches: watches(accessors),
    walk: walkStore(accessors),
    closings: closings(accessors),
    ownArticles: ownArticles(accessors),
    openings: ruleOpenings(accessors),
    unfurlings: unfurlings(accessors),
    merges: merges(accessors),
    outbox: outbox(accessors),
    audit: audit(accessors, time, requestId),
    transcripts: transcripts(accessors),
    deletions: deletions(accessors),
    grants: grants(memory, () => Date.now()),
    workspace: here,
    ...(settings.otobo && { otobo: otoboClient(accessors.http, settings.otobo, settings.otoboTimeZone, memory, () => time.now()) }),
    files: files(accessors, here),
    jobs: jobs(accessors),
    ownAddress: ownAddress(accessors, () => app.getAccessors().providedApiEndpoints, settings.secrets[0], memory),
    ownSettings: ownSettings(accessors, () => app.getAccessors().environmentWriter.getSettings(), memory, time),
    webservice,
    time,
    random: () => Math.random(),
    translate: here.translate,
  };
}
