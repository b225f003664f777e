import { foldAddress, isAddress } from './address';
import type { AgentKey } from './agent';
import type { ChatUser } from './member';
import type { Recognition } from './person-search';

/**
 * Who a chat user is in OTOBO, in the order in which OTOBO is asked: what an admin has written down comes first and alone; then
 * verified addresses, then the user name, by the discovery setting.
 *
 * @returns nothing when there is nothing to ask by
 */
export function agentKeys(user: ChatUser, { discovery, mapping, acceptUnverified }: Recognition): AgentKey[] {
  const mapped = [...mapping].filter(([, username]) => username === user.username).map(([key]) => key);
  const login = mapped.find((key) => !isAddress(key));
  if (login !== undefined) return [{ login }];
  if (mapped.length > 0) return [{ emails: mapped }];
  const emails = verifiedAddresses(user, acceptUnverified);
  return [
    ...(discovery !== 'username' && emails.length > 0 ? [{ emails }] : []),
    ...(discovery !== 'email' ? [{ login: user.username }] : []),
  ];
}

/** @returns the addresses that count, folded */
export function verifiedAddresses({ addresses }: ChatUser, acceptUnverified: boolean): string[] {
  return addresses.filter(({ verified }) => verified || acceptUnverified).map(({ address }) => foldAddress(address));
}
