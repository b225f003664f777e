import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from './chromium';
import { packageApp } from './package';
import { runPlayground, type RunningPlayground } from './run-playground';

/**
 * `npm run screenshots`: takes the pictures of the documents anew, from a playground in which a ticket's room has been opened and
 * people have talked. What a picture shows is real; only the dates differ from run to run. Emoji need a font (on Debian:
 * fonts-noto-color-emoji).
 */

const IMAGES = join(__dirname, '..', 'docs', 'images');
/** Through whose eyes. */
const READER = 'alice';
const SCHEMES = ['light', 'dark'] as const;

interface Said {
  readonly username: string;
  readonly text: string;
  readonly reactions?: readonly { readonly username: string; readonly emoji: string }[];
}

const TALK: readonly Said[] = [
  { username: 'alice', text: 'The maintenance contract has run out. @bob, can you call the technician?' },
  { username: 'bob', text: 'Calling. `qualm.txt` says toner, so *nobody touches it*.', reactions: [{ username: 'alice', emoji: ':+1:' }] },
  { username: 'carol', text: 'The third floor can print on the second until then:\n- driver is installed\n- PIN stays the same' },
  {
    username: 'bob',
    text: 'They come at 15:00. :tada:',
    reactions: [
      { username: 'alice', emoji: ':eyes:' },
      { username: 'carol', emoji: ':eyes:' },
    ],
  },
];

async function post(url: string, body: object): Promise<Record<string, unknown>> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url}: ${await response.text()}`);
  return (await response.json()) as Record<string, unknown>; // as: the playground answers with objects
}

/** @returns the name of the room in which all this was said */
async function talk({ url, otoboUrl }: RunningPlayground): Promise<string> {
  await post(`${otoboUrl}/playground/tickets/1/open-room`, { by: 'alice' });
  const rooms = (await (await fetch(`${url}/playground/rooms`)).json()) as { name?: string }[]; // as: the playground's answer
  const room = rooms.find(({ name }) => name?.startsWith('ticket-'))?.name ?? '';
  const path = `${url}/playground/rooms/${room}/messages`;
  for (const { username, text, reactions = [] } of TALK) {
    const { _id } = await post(path, { username, text });
    for (const reaction of reactions) await post(`${url}/playground/messages/${String(_id)}/reactions`, reaction);
    if (username === 'bob') continue;
    await post(path, { username: 'bob', text: username === 'alice' ? 'Number is in the old ticket.' : 'Thanks!', threadId: _id });
  }
  return room;
}

/** What both sides show when everything has arrived. */
const LAST_OF = { otobo: 'Wartungsvertrag', chat: 'They come at 15:00.' } as const;

interface Picture {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly sides: readonly (keyof typeof LAST_OF)[];
  /** What is clicked before the picture is taken. */
  readonly click?: (page: Page) => Promise<void>;
}

const PICTURES: readonly Picture[] = [
  { name: 'playground', width: 1400, height: 890, sides: ['otobo', 'chat'] },
  { name: 'phone', width: 380, height: 780, sides: ['chat'], click: lookAtCard },
  { name: 'bar', width: 850, height: 760, sides: ['chat'], click: openBar },
  { name: 'dialog', width: 850, height: 760, sides: ['chat'], click: openNewTicket },
];

async function lookAtCard(page: Page): Promise<void> {
  await page.getByText('Ticket#').last().scrollIntoViewIfNeeded();
}

async function openBar(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Room actions' }).click();
  await page.getByRole('menuitem', { name: 'OTOBO ticket' }).click();
  await page.getByRole('complementary', { name: 'OTOBO ticket' }).getByText('Newest articles').waitFor();
}

async function openNewTicket(page: Page): Promise<void> {
  const message = page.locator('.message').filter({ hasText: 'The maintenance contract' });
  await message.hover();
  await message.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'New ticket from this message' }).click();
  await page.getByRole('dialog').getByLabel('Queue').selectOption('Support');
  await page.getByRole('dialog').getByLabel('Type').selectOption('Service request');
}

async function take(browser: Browser, playground: RunningPlayground, room: string, picture: Picture): Promise<void> {
  const { name, width, height, sides, click } = picture;
  for (const colorScheme of SCHEMES) {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme, locale: 'en-GB' });
    await page.goto(`${playground.url}/?ticket=1&user=${READER}&room=${room}&side=${sides[0] ?? ''}`);
    for (const side of sides) await page.getByText(LAST_OF[side]).first().waitFor();
    await page.evaluate('Promise.all([...document.images].map((image) => image.decode()))');
    await click?.(page);
    await page.screenshot({ path: join(IMAGES, `${name}-${colorScheme}.png`) });
    await page.close();
    await closeViews(playground);
  }
}

/** What was opened stays open for the next page of the same person. */
async function closeViews({ url }: RunningPlayground): Promise<void> {
  const path = `${url}/playground/users/${READER}/views`;
  const open = (await (await fetch(path)).json()) as { view: { id: string } }[]; // as: the playground's answer
  for (const { view } of open) await fetch(`${path}/${view.id}`, { method: 'DELETE' });
}

/** So that the card has all that agents see: by default customers may come in. */
async function keepCustomersOut({ url }: RunningPlayground): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  await fetch(`${url}/playground/app/settings/customers`, { method: 'PUT', headers, body: JSON.stringify({ value: 'never' }) });
}

async function run(): Promise<void> {
  await packageApp();
  await mkdir(IMAGES, { recursive: true });
  const [playground, browser] = await Promise.all([runPlayground(), launchChromium()]);
  try {
    await keepCustomersOut(playground);
    const room = await talk(playground);
    for (const picture of PICTURES) await take(browser, playground, room, picture);
  } finally {
    await Promise.all([browser.close(), playground.stop()]);
  }
}

run().then(
  () => console.log(`The pictures are in ${IMAGES}.`),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
