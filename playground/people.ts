import type { NewAccount } from './rocketchat/workspace';

/**
 * The accounts that `npm start` begins with: the agents and customers of the sample tickets, by the same mail addresses. One
 * address is not verified, and dave has chosen English while the others take the workspace's language.
 */
export const SAMPLE_PEOPLE: readonly NewAccount[] = [
  { username: 'alice', name: 'Alice Adler', emails: [{ address: 'alice@helpdesk.test', verified: true }] },
  { username: 'bob', name: 'Bob Böhm', emails: [{ address: 'bob@helpdesk.test', verified: true }] },
  { username: 'carol', name: 'Carol Castellanos', emails: [{ address: 'carol@helpdesk.test', verified: true }] },
  { username: 'dave', name: 'Dave Dreßler', emails: [{ address: 'dave@helpdesk.test', verified: true }], language: 'en' },
  { username: 'cust1', name: 'Jürgen Groß', emails: [{ address: 'cust1@customer.test', verified: true }] },
  { username: 'cust2', name: 'Zoë Martin', emails: [{ address: 'cust2@customer.test', verified: false }] },
];
