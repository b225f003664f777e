import { createServer, request as send, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { Changes } from '../../../playground/changes';
import { Clock } from '../../../playground/clock';
import { startOtobo, type Otobo } from '../../../playground/otobo';
import { addSampleTickets } from '../../../playground/otobo/samples';
import { pageRoutes } from '../../../playground/web/routes';

const changes = new Changes();
let otobo: Otobo;
let server: Server;
let url: string;

beforeAll(async () => {
  otobo = await startOtobo({ clock: new Clock() });
  addSampleTickets(otobo);
  server = createServer(express().use(await pageRoutes({ changes }, otobo)));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // as: it listens on a port
  otobo.pageUrl = url;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
  await otobo.stop();
});

/** `fetch` does not let anybody set the host. */
function statusFor(headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const outgoing = send(`${url}/page/otobo/tickets`, { headers }, ({ statusCode }) => resolve(statusCode));
    outgoing.once('error', reject).end();
  });
}

test('the page and everything that it loads are there', async () => {
  const html = await (await fetch(url)).text();
  const files = [...html.matchAll(/(?:href|src)="(\/page\/[^"]+)"/g)].map(([, path = '']) => path);
  expect(files).toEqual(['/page/icon.png', '/page/theme.css', '/page/page.css', '/page/page.js']);
  for (const path of [...files, '/page/icons.svg']) expect([path, (await fetch(url + path)).status]).toEqual([path, 200]);
  expect((await fetch(`${url}/page/secrets.txt`)).status).toBe(404);
});

test('nothing that stands in a ticket or message can run as a script', async () => {
  const policy = (await fetch(url)).headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toContain('unsafe');
});

test('light and dark are those of the design tokens', async () => {
  const theme = await (await fetch(`${url}/page/theme.css`)).text();
  expect(theme).toMatch(/^:root\{[^}]*--surface-light:#ffffff;/);
  expect(theme).toMatch(/prefers-color-scheme:dark\)\{:root\{[^}]*--surface-light:#262931;/);
});

test('links to rooms lead to the page', async () => {
  const response = await fetch(`${url}/group/ticket-1`, { redirect: 'manual' });
  expect([response.status, response.headers.get('location')]).toEqual([302, '/?room=ticket-1']);
});

test('links to tickets, of agents and of customers, lead to the page', async () => {
  const [ticket] = otobo.helpdesk.tickets.values();
  const links = [
    'index.pl?Action=AgentTicketZoom;TicketID=1',
    `customer.pl?Action=CustomerTicketZoom;TicketNumber=${ticket?.number ?? ''}`,
  ];
  for (const link of links) {
    const response = await fetch(`${otobo.url}/otobo/${link}`, { redirect: 'manual' });
    expect([link, response.headers.get('location')]).toEqual([link, `${url}/?ticket=1`]);
  }
  expect((await fetch(`${otobo.url}/otobo/index.pl?Action=AgentTicketZoom;TicketID=99`)).status).toBe(404);
});

test('the page reaches the tickets, and what an agent can choose', async () => {
  expect(await (await fetch(`${url}/page/otobo/tickets`)).json()).toHaveLength(5);
  expect(await (await fetch(`${url}/page/otobo/choices`)).json()).toMatchObject({
    queues: ['Support', 'Management'],
    customers: [{ login: 'cust1' }, { login: 'cust2' }],
  });
});

test('other web pages that are open on this machine are refused', async () => {
  const host = new URL(url).host;
  expect(await statusFor({})).toBe(200);
  expect(await statusFor({ origin: url })).toBe(200);
  expect(await statusFor({ origin: 'https://evil.example' })).toBe(403);
  expect(await statusFor({ host: 'evil.example', origin: 'http://evil.example' })).toBe(403);
  expect(await statusFor({ host, origin: 'null' })).toBe(403);
  const straight = await fetch(`${otobo.url}/playground/tickets`, {
    method: 'POST',
    headers: { origin: 'https://evil.example' },
    body: '{}',
  });
  expect([straight.status, otobo.helpdesk.tickets.size]).toEqual([403, 5]);
});

test('the page is told when something changes on either side, once for what comes together', async () => {
  const stream = await new Promise<IncomingMessage>((resolve) => send(`${url}/page/changes`, resolve).end());
  const heard: string[] = [];
  const chunks = stream.setEncoding('utf8')[Symbol.asyncIterator]();
  const hear = async (): Promise<void> => void heard.push(...(((await chunks.next()).value as string).match(/^data: .*$/gm) ?? []));
  await hear();
  expect(heard).toEqual(['data: connected']);
  changes.tell();
  changes.tell();
  await hear();
  const [ticket] = otobo.helpdesk.tickets.values();
  if (ticket) otobo.helpdesk.set(ticket, 'state', 'closed successful', { by: otobo.helpdesk.agent('alice') });
  await hear();
  expect(heard).toEqual(['data: connected', 'data: changed', 'data: changed']);
  stream.destroy();
});
