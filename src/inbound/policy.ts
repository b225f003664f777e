import type { Recognition } from '../domain/person-search';
import type { Settings } from '../settings/snapshot';
import type { RightsPolicy } from '../usecases/authorise';
import type { ChatRules } from '../usecases/chat-rules';
import type { Policy } from '../usecases/ticket-request';

/** The settings as the rules that the use cases follow. */
export function policyOf(settings: Settings): Policy {
  const { roomName, nameTaken, ownerMissing, joining, adding, removeLeft, customers, customerQueues, otobo } = settings;
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

/** How people are recognised. */
export function recognitionOf({ discovery, mapping, acceptUnverified }: Settings): Recognition {
  return { discovery, mapping, acceptUnverified };
}
