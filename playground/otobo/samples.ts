import type { Otobo } from './index';
import type { Helpdesk } from './helpdesk';
import { ROOT } from './names';
import type { Agent, Right, Ticket } from './records';
import { ROOM_FIELDS } from './requester/package-service';

const READ_AND_NOTE: readonly Right[] = ['ro', 'note'];
const ALL: readonly Right[] = ['rw'];
/** Their password is their login followed by `-pw`. */
const PEOPLE: readonly { login: string; firstname: string; lastname: string; rights: Agent['rights'] }[] = [
  { login: 'alice', firstname: 'Alice', lastname: 'Adler', rights: { Support: ALL, Management: ALL } },
  { login: 'bob', firstname: 'Bob', lastname: 'Böhm', rights: { Support: ALL, Management: ALL } },
  { login: 'carol', firstname: 'Carol', lastname: 'Castellanos', rights: { Support: ALL } },
  { login: 'dave', firstname: 'Dave', lastname: 'Dreßler', rights: { Support: READ_AND_NOTE } },
  { login: 'rcapi', firstname: 'Rocket.Chat', lastname: 'Interface', rights: { Support: ALL, Management: ALL } },
];

/** Fills an empty stand-in with people, queues and tickets to play with. No event tells of them. @returns the tickets */
export function addSampleTickets({ helpdesk }: Otobo): Ticket[] {
  addPeople(helpdesk);
  addTypes(helpdesk);
  const tickets = [printer(helpdesk), invoices(helpdesk), migration(helpdesk), salaries(helpdesk), fresh(helpdesk)];
  helpdesk.takeEvents();
  return tickets;
}

/** A fresh OTOBO has one type, and shows it to nobody. */
function addTypes(helpdesk: Helpdesk): void {
  helpdesk.types.push('Incident', 'Service request');
  helpdesk.typesShown = true;
}

function addPeople({ agents, customerUsers, queues, dynamicFields, time }: Helpdesk): void {
  queues.push({ id: 5, name: 'Support', groupId: 1, systemAddress: 'support@helpdesk.test' });
  queues.push({ id: 6, name: 'Management', groupId: 4, systemAddress: 'management@helpdesk.test' });
  const createdAt = time.now();
  const common = { createdAt, email: 'root@helpdesk.test' };
  agents.push({
    ...common,
    id: 1,
    login: ROOT,
    firstname: 'Admin',
    lastname: 'OTOBO',
    password: 'root-pw',
    rights: { Support: ALL, Management: ALL },
  });
  for (const [index, { login, ...person }] of PEOPLE.entries()) {
    const serviceAccount = login === 'rcapi' ? { serviceAccount: true as const } : {};
    agents.push({
      ...person,
      ...serviceAccount,
      id: index + 2,
      login,
      email: `${login}@helpdesk.test`,
      password: `${login}-pw`,
      createdAt,
    });
  }
  customerUsers.push({ login: 'cust1', name: 'Jürgen Groß', email: 'cust1@customer.test', password: 'cust1-pw', customerId: 'ACME' });
  customerUsers.push({ login: 'cust2', name: 'Zoë Martin', email: 'cust2@customer.test', password: 'cust2-pw', customerId: 'Umbrella' });
  for (const name of ROOM_FIELDS) dynamicFields.push({ name, type: 'Text' });
}

function printer(helpdesk: Helpdesk): Ticket {
  const by = helpdesk.agent('alice');
  const ticket = helpdesk.createTicket({
    title: 'Drucker im 3. Stock qualmt',
    queue: 'Support',
    state: 'open',
    priority: '5 very high',
    owner: 'alice',
    responsible: 'bob',
    customerUser: 'cust1',
    customerId: 'ACME',
    by,
  });
  const attachments = [{ filename: 'qualm.txt', contentType: 'text/plain', content: Buffer.from('Es riecht nach Toner.\n') }];
  helpdesk.addArticle(
    ticket,
    {
      channel: 'Email',
      senderType: 'customer',
      visibleForCustomer: true,
      from: '"Jürgen Groß" <cust1@customer.test>',
      to: 'Support <support@helpdesk.test>, Bob Böhm <bob@helpdesk.test>',
      cc: 'Haustechnik <haustechnik@partner.test>, carol@helpdesk.test',
      subject: 'Drucker im 3. Stock qualmt',
      body: 'Guten Tag,\n\nseit heute früh qualmt der große Drucker neben der Küche. Bitte dringend!\n\nGrüße\nJürgen Groß',
      attachments,
    },
    { by: helpdesk.agent(ROOT) },
  );
  const remark = 'Wartungsvertrag ist abgelaufen. Dem Kunden noch nichts sagen.';
  helpdesk.addArticle(ticket, { ...internal('Interne Notiz', remark), to: 'dave@helpdesk.test' }, { by: helpdesk.agent('carol') });
  return ticket;
}

function invoices(helpdesk: Helpdesk): Ticket {
  const by = helpdesk.agent('carol');
  const title =
    'Sammelrechnung Nr. 2026-4711: Umsatzsteuer bei innergemeinschaftlicher Lieferung falsch ausgewiesen, bitte korrigierte Fassung für alle Niederlassungen (Köln, München, Zürich) bis Monatsende';
  const ticket = helpdesk.createTicket({
    title,
    queue: 'Support',
    state: 'pending reminder',
    priority: '3 normal',
    owner: 'carol',
    responsible: 'carol',
    customerUser: 'cust2',
    customerId: 'Umbrella',
    by,
  });
  helpdesk.addArticle(ticket, internal('Rückfrage', 'Die Buchhaltung prüft. *Nicht* vor Donnerstag, sagt @all <b>im Büro</b>.'), { by });
  return ticket;
}

function migration(helpdesk: Helpdesk): Ticket {
  const by = helpdesk.agent('bob');
  const ticket = helpdesk.createTicket({ ...plain, title: 'Move mail server to the new rack', owner: 'bob', responsible: 'alice', by });
  helpdesk.addArticle(ticket, internal('Plan', 'Friday 18:00. Dave has the keys.'), { by });
  return ticket;
}

function salaries(helpdesk: Helpdesk): Ticket {
  const by = helpdesk.agent('alice');
  return helpdesk.createTicket({
    ...plain,
    title: 'Gehaltsrunde 2027 (vertraulich)',
    queue: 'Management',
    owner: 'alice',
    responsible: 'bob',
    by,
  });
}

/** As mail makes them: nobody has taken it yet. */
function fresh(helpdesk: Helpdesk): Ticket {
  const by = helpdesk.agent(ROOT);
  return helpdesk.createTicket({ ...plain, title: 'VPN does not connect', state: 'new', owner: ROOT, responsible: ROOT, by });
}

const plain = { queue: 'Support', state: 'open', priority: '3 normal' } as const;

function internal(subject: string, body: string) {
  return { channel: 'Internal', senderType: 'agent', visibleForCustomer: false, subject, body } as const;
}
