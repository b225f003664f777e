import type { Recognition } from '../domain/person-search';
import { ticketAddresses } from '../settings/addresses';
import type { Settings } from '../settings/snapshot';
import type { CarryingRules } from '../usecases/carry-on-closings';
import type { RightsPolicy } from '../usecases/authorise';
import type { ChatRules } from '../usecases/chat-rules';
import type { FormRules } from '../usecases/forms/form-rules';
import type { NewTicketRules } from '../usecases/create-ticket';
import type { MessageRules } from '../usecases/message-in-article';
import type { EventRules } from '../usecases/ticket-event';
import type { AdoptionRules } from '../usecases/find-adoptable';
import type { NotingRules } from '../usecases/note-message';
import type { Policy } from '../usecases/ticket-request';
import type { UnfurlingRules } from '../usecases/unfurl-tickets';
import type { WalkRules } from '../usecases/walk-rooms';
import type { TranscriptRules } from '../usecases/transcribe-room';
import type { NoteRules } from '../usecases/write-note';

/** The settings as the rules that the use cases follow. */
export function policyOf(settings: Settings): Policy {
  const {
    roomName,
    nameTaken,
    ownerMissing,
    joining,
    adding,
    removeLeft,
    customers,
    customerQueues,
    closing,
    closeDelay,
    otobo,
    colleagues,
    announce,
  } = settings;
  return {
    roomName,
    nameTaken,
    ownerMissing,
    recognition: recognitionOf(settings),
    joining,
    adding,
    removeLeft,
    customers,
    customerQueues,
    closing,
    closeDelay,
    colleagues,
    announce,
    ...(otobo && { serviceAccount: otobo.login }),
  };
}

/** Who may do what. */
export function rightsOf(settings: Settings): RightsPolicy {
  const { agentRoles, adminRoles } = settings;
  return { recognition: recognitionOf(settings), agentRoles, adminRoles };
}

/** All of it, for what somebody in the chat starts. */
export function chatRulesOf(settings: Settings): ChatRules {
  const { otoboPublicUrl } = settings;
  return { policy: policyOf(settings), rights: rightsOf(settings), ...(otoboPublicUrl !== undefined && { publicUrl: otoboPublicUrl }) };
}

/** How rooms are kept in step with their tickets, and reminded. */
export function walkRulesOf(settings: Settings): WalkRules {
  const { otoboPublicUrl, reminders, silenceAfter, quietHours, otoboTimeZone } = settings;
  return {
    policy: policyOf(settings),
    ...(otoboPublicUrl !== undefined && { publicUrl: otoboPublicUrl }),
    kinds: reminders,
    silenceAfter,
    ...(quietHours && { quietHours }),
    timeZone: otoboTimeZone,
  };
}

/** What transcripts have in them. */
export function transcriptRulesOf(settings: Settings): TranscriptRules {
  const { transcriptFiles } = settings;
  const { off, attachLimit, otoboTimeZone: timeZone } = messageRulesOf(settings);
  return {
    chat: chatRulesOf(settings),
    off,
    files: transcriptFiles,
    attachLimit,
    timeZone,
  };
}

/** How closings go on. */
export function closingRulesOf(settings: Settings): CarryingRules {
  return { closeDelay: settings.closeDelay, transcript: transcriptRulesOf(settings) };
}

/** What events of tickets do. */
export function eventRulesOf(settings: Settings): EventRules {
  const { openRules: rules, openCap: cap, otoboPublicUrl } = settings;
  return { policy: policyOf(settings), opening: { rules, cap }, ...(otoboPublicUrl !== undefined && { publicUrl: otoboPublicUrl }) };
}

/** The same, and which rooms may be the predecessor's. */
export function adoptionRulesOf(settings: Settings): AdoptionRules {
  return { ...chatRulesOf(settings), adoptPrefix: settings.adoptPrefix };
}

/** What notes that somebody types have in them. */
export function noteRulesOf(settings: Settings): NoteRules {
  return { ...chatRulesOf(settings), off: messageRulesOf(settings).off };
}

/** What forms offer. */
export function formRulesOf(settings: Settings): FormRules {
  const { allowReplies, defaults } = settings;
  return { ...noteRulesOf(settings), allowReplies, defaults };
}

/** What becomes a note, and who may make one of it. */
export function notingRulesOf(settings: Settings): NotingRules {
  return { ...chatRulesOf(settings), ...messageRulesOf(settings), noteReaction: settings.noteReaction };
}

/** What new tickets have in them. */
export function newTicketRulesOf(settings: Settings): NewTicketRules {
  return { ...chatRulesOf(settings), ...messageRulesOf(settings), defaults: settings.defaults };
}

/** What of a message goes into an article. */
function messageRulesOf({ offPrefix, offReaction, attachLimit, otoboTimeZone }: Settings): MessageRules {
  return { off: { prefix: offPrefix, reaction: offReaction }, attachLimit, otoboTimeZone };
}

/** Which tickets are meant where somebody names one, and who may. */
export function unfurlingRulesOf(settings: Settings): UnfurlingRules {
  return { rights: rightsOf(settings), addresses: ticketAddresses(settings) };
}

/** How people are recognised. */
export function recognitionOf({ discovery, mapping, acceptUnverified }: Settings): Recognition {
  return { discovery, mapping, acceptUnverified };
}
