import type { Otobo } from '../../../playground/otobo';
import type { Helpdesk } from '../../../playground/otobo/helpdesk';
import { ROOT } from '../../../playground/otobo/names';
import type { Agent, Right } from '../../../playground/otobo/records';
import type { SetTime } from './set-time';

const ALL: Agent['rights'] = { Support: ['rw'], Board: ['rw'] };
const SEEDED_AT = '2026-11-23 01:16:29';

/** The OTOBO that the recordings were made with, as it was before the first of them: five tickets about printers, and the welcome ticket. */
export function seedRecordedWorld({ helpdesk }: Otobo, time: SetTime): void {
  time.set('2026-11-22 20:00:00');
  helpdesk.queues.push({ id: 5, name: 'Support', groupId: 1, systemAddress: 'support@example.com' });
  helpdesk.queues.push({ id: 6, name: 'Board', groupId: 4, systemAddress: 'board@example.com' });
  addAgent(helpdesk, ROOT, ALL);
  helpdesk.createTicket({ ...COMMON, title: 'Welcome', owner: ROOT, responsible: ROOT, by: helpdesk.agent(ROOT) });
  helpdesk.nextArticleId++; // the welcome ticket's

  time.set('2026-11-23 01:16:26');
  for (const login of ['alice', 'bob', 'carol']) addAgent(helpdesk, login, ALL);
  addAgent(helpdesk, 'dave', { Support: ['ro', 'note'] satisfies Right[] });
  addAgent(helpdesk, 'rcapi', ALL);
  for (const login of ['cust1', 'cust2']) {
    const name = `${capital(login)} Customer`;
    helpdesk.customerUsers.push({ login, name, email: `${login}@customer.example`, password: `${login}-pw`, customerId: 'ACME' });
  }
  for (const name of ['RocketChatRoomID', 'RocketChatURL', 'ProcessManagementProcessID', 'ProcessManagementActivityID']) {
    helpdesk.dynamicFields.push({ name, type: 'Text' });
  }

  time.set(SEEDED_AT);
  for (const index of [1, 2, 3, 4, 5]) addPrinterTicket(helpdesk, index);
  helpdesk.takeEvents();
}

const COMMON = { queue: 'Support', state: 'open', priority: '3 normal' } as const;

function addAgent(helpdesk: Helpdesk, login: string, rights: Agent['rights']): void {
  const id = helpdesk.agents.length + 1;
  const firstname = capital(login);
  const createdAt = helpdesk.time.now();
  helpdesk.agents.push({
    id,
    login,
    firstname,
    lastname: 'Agent',
    email: `${login}@example.com`,
    password: `${login}-pw`,
    createdAt,
    rights,
  });
}

function addPrinterTicket(helpdesk: Helpdesk, index: number): void {
  const ticket = helpdesk.createTicket({
    ...COMMON,
    queue: index === 5 ? 'Board' : 'Support',
    title: `Printer ${index} is burning`,
    owner: 'alice',
    responsible: 'bob',
    customerUser: index === 1 ? 'cust1' : 'cust2',
    customerId: 'ACME',
    by: helpdesk.agent('alice'),
  });
  helpdesk.addArticle(
    ticket,
    {
      channel: 'Email',
      senderType: 'customer',
      visibleForCustomer: true,
      from: '"Cust One" <cust1@customer.example>',
      to: 'Support <support@example.com>, Bob Agent <bob@example.com>',
      cc: 'Partner <partner@partner.example>, carol@example.com',
      subject: `Help with printer ${index}`,
      body: `Smoke everywhere, ticket ${index}. Grüße`,
      historyComment: 'seed',
      attachments: [{ filename: 'log.txt', contentType: 'text/plain', content: Buffer.from(`hello ${index}\n`) }],
    },
    { by: helpdesk.agent(ROOT) },
  );
  helpdesk.addArticle(
    ticket,
    {
      channel: 'Internal',
      senderType: 'agent',
      visibleForCustomer: false,
      from: 'Carol Agent <carol@example.com>',
      to: 'dave@example.com',
      subject: 'internal remark',
      body: 'do not tell the customer',
      historyComment: 'seed',
    },
    { by: helpdesk.agent('carol') },
  );
}

function capital(login: string): string {
  return login.charAt(0).toUpperCase() + login.slice(1);
}
