import type { AppUnderTest } from './otobo-app';

/** The agents and customers of the recordings, with an account and a verified address each. Resolves when the app has met them. */
export async function addPeople(app: AppUnderTest, names: readonly string[] = ['alice', 'bob', 'carol', 'dave', 'cust1']): Promise<void> {
  for (const username of names) {
    app.workspace.addUser({ username, name: username, emails: [{ address: `${username}@corp.test`, verified: true }] });
  }
  // The app hears of each of them.
  await app.workspace.idle();
}

/** One person in the shape of the contract. */
export function person(login: string, role: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    Login: login,
    Email: `${login}@corp.test`,
    Name: login,
    Type: role === 'Customer' ? 'Customer' : 'Agent',
    Roles: [role],
    ...more,
  };
}

/** Four digits, so that numbers do not begin alike. */
let tickets = 1000;

/** A body of the contract's own shape, for a ticket that no other test has. */
export function ticketBody(
  people: readonly Record<string, unknown>[] = [person('alice', 'Owner'), person('bob', 'Responsible'), person('carol', 'Involved')],
  more: Record<string, unknown> = {},
): Record<string, unknown> & { Ticket: Record<string, unknown> & { TicketID: string; TicketNumber: string } } {
  tickets += 1;
  return {
    Event: 'Open',
    Ticket: {
      TicketID: String(tickets),
      TicketNumber: `202611231000${tickets}`,
      Title: 'Printer 1 is burning',
      Queue: 'Support',
      State: 'open',
      Priority: '3 normal',
      Owner: 'alice',
      Responsible: 'bob',
    },
    People: people,
    PeopleComplete: 1,
    URL: `https://otobo.example/otobo/index.pl?Action=AgentTicketZoom;TicketID=${tickets}`,
    ...more,
  };
}
