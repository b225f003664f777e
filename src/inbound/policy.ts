import type { Recognition } from '../domain/person-search';
import type { Settings } from '../settings/snapshot';
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

/** How people are recognised. */
export function recognitionOf({ discovery, mapping, acceptUnverified }: Settings): Recognition {
  return { discovery, mapping, acceptUnverified };
}
