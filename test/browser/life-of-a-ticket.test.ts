import type { Page } from 'playwright-core';
import { runPlayground, type RunningPlayground } from '../../tools/run-playground';
import { describeInBrowser, withBrowser } from './in-browser';
import {
  article,
  card,
  chat,
  choose,
  chooseAt,
  dialog,
  field,
  messageWith,
  openBar,
  openRoomOf,
  otobo,
  press,
  say,
  STICKS_OUT,
} from './page';

const NOTE_FORM = /^Write into Ticket#/;
const TICKET_FIELD = 'Ticket (number or link)';

describeInBrowser('the life of a ticket', () => {
  const open = withBrowser();
  let playground: RunningPlayground;
  beforeAll(async () => {
    playground = await runPlayground();
    await keepCustomersOut(playground);
  }, 60_000);
  afterAll(() => playground.stop());

  const as = (user: string, more: string): string => `${playground.url}/?user=${user}&agent=${user}${more}`;

  test('goes on in its room: talk, note, new owner, message, state, transcript, closing and reopening', async () => {
    const page = await open(as('bob', '&ticket=1'));
    await openRoomOf(page, 'Drucker im 3. Stock qualmt');
    await say(page, 'The fan is *broken*.');
    await writeNote(page, 'A new fan is on its way.\nIt comes today.');
    await takeOver(page, { from: 'alice', to: 'bob' });
    await chooseAt(messageWith(page, 'The fan is broken.').first(), 'Add to ticket');
    await article(page, 'The fan is *broken*.').waitFor();
    await waitForTheFan(page);
    await closeTicket(page, 'The fan is replaced.');
    await openAgain(page);
  }, 90_000);

  test('can begin with a message: a ticket is made of it, and what is missing is said at its field', async () => {
    const page = await open(as('carol', '&room=GENERAL'));
    await say(page, 'The coffee machine leaks.\nSince this morning.');
    await chooseAt(messageWith(page, 'The coffee machine leaks.').first(), 'New ticket from this message');
    const form = dialog(page, 'New ticket');
    expect(await field(form, 'Title').inputValue()).toBe('The coffee machine leaks.');
    await press(form, 'Create');
    await form.getByRole('alert').waitFor();
    expect(await field(form, 'Queue').getAttribute('aria-invalid')).toBe('true');
    await field(form, 'Queue').selectOption('Support');
    await field(form, 'Priority').selectOption('4 high');
    await press(form, 'Create');
    await form.waitFor({ state: 'detached' });
    await otobo(page)
      .getByRole('button', { name: /The coffee machine leaks\..*Support · carol/ })
      .click();
    await article(page, 'Since this morning.').waitFor();
  }, 60_000);

  test('can come into any room: a command without a number asks for it, and says what is wrong with it', async () => {
    const page = await open(as('carol', '&room=GENERAL&ticket=3'));
    const heading = await otobo(page).getByRole('heading', { name: 'Move mail server' }).innerText();
    await say(page, '/otobo ticket');
    const form = dialog(page, 'Link this room to a ticket');
    await field(form, TICKET_FIELD).fill('4711');
    await press(form, 'Link');
    await form.getByRole('alert').waitFor();
    await field(form, TICKET_FIELD).fill(/\d+/.exec(heading)?.[0] ?? '');
    await press(form, 'Link');
    await press(messageWith(page, 'People who are not in this room can read it too'), 'Link it');
    await messageWith(page, 'carol linked this room to the ticket.').getByRole('button', { name: 'Take' }).waitFor();
    await otobo(page).getByRole('link', { name: 'general' }).waitFor();
  }, 60_000);

  test('needs no mouse: a dialog takes the focus and gives it back, and Escape sends nothing', async () => {
    const page = await open(as('alice', '&ticket=4'));
    await openRoomOf(page, 'Gehaltsrunde');
    await say(page, '/otobo note');
    const form = dialog(page, NOTE_FORM);
    await form.waitFor();
    await page.keyboard.type('never sent');
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });

    await page.keyboard.type('/otobo note');
    await page.keyboard.press('Enter');
    await form.waitFor();
    await page.keyboard.type('Agreed.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await article(page, 'Agreed.').waitFor();
    expect(await article(page, 'never sent').count()).toBe(0);
  }, 60_000);

  test('fits on a phone: card, menu, dialog and bar', async () => {
    const page = await open(as('carol', '&ticket=2&side=otobo'), { width: 380, height: 780 });
    const sticksOut = (): Promise<unknown[]> => page.evaluate<unknown[]>(STICKS_OUT);
    await press(otobo(page), 'Open Rocket.Chat room');
    await press(card(page), 'More actions');
    await card(page).getByRole('menuitem', { name: 'People' }).waitFor();
    expect(await sticksOut()).toEqual([]);
    await page.keyboard.press('Escape');
    await press(card(page), 'Note');
    await dialog(page, NOTE_FORM).waitFor();
    expect(await sticksOut()).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog(page, NOTE_FORM).waitFor({ state: 'detached' });
    const bar = await openBar(page);
    await bar.getByText('Owner: carol').waitFor();
    expect(await sticksOut()).toEqual([]);
    await press(bar, 'Close');
    await press(chat(page), 'All rooms');
    await chat(page).getByRole('button', { name: 'general' }).waitFor();
  }, 60_000);
});

/** So the rooms have everything that agents see: by default customers may come in. */
async function keepCustomersOut({ url }: RunningPlayground): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  await fetch(`${url}/playground/app/settings/customers`, { method: 'PUT', headers, body: JSON.stringify({ value: 'never' }) });
}

async function writeNote(page: Page, text: string): Promise<void> {
  await press(card(page), 'Note');
  const form = dialog(page, NOTE_FORM);
  await field(form, 'Text').fill(text);
  await press(form, 'Write');
  await form.waitFor({ state: 'detached' });
  await article(page, text.split('\n')[0] ?? '').waitFor();
}

/** The card is changed, not posted again. */
async function takeOver(page: Page, { from, to }: { readonly from: string; readonly to: string }): Promise<void> {
  await card(page).getByText(`Owner: ${from}`).waitFor();
  await press(card(page), 'Take');
  await card(page).getByText(`Owner: ${to}`).waitFor();
  await messageWith(page, `Owner: ${from} → ${to}`).waitFor();
  expect(await card(page).count()).toBe(1);
}

/** All of it in the bar: what it shows, a state with a date, and a transcript. */
async function waitForTheFan(page: Page): Promise<void> {
  const bar = await openBar(page);
  for (const line of ['Owner: bob', 'Priority: 5 very high', 'A new fan is on its way.', 'Alice Adler (', 'Not in the room (']) {
    await bar.getByText(line).first().waitFor();
  }
  await press(bar, 'State');
  const state = dialog(page, /^State of Ticket#/);
  await field(state, 'State').selectOption('pending reminder');
  await press(state, 'Set');
  await state.getByRole('alert').waitFor();
  expect(await field(state, 'Until (day)').getAttribute('aria-invalid')).toBe('true');
  await field(state, 'Until (day)').fill('2099-12-24');
  await press(state, 'Set');
  await card(page).getByText('Pending until: Dec 24, 2099, 9:00 AM').waitFor();
  await press(bar, 'Refresh');
  await bar.getByText('State: pending reminder').waitFor();

  await press(bar, 'Transcript');
  const transcript = dialog(page, 'Transcript');
  await transcript.getByText('The fan is *broken*.').waitFor();
  await press(transcript, 'Write into the ticket');
  await article(page, 'Transcript of the room').getByRole('listitem').filter({ hasText: 'transcript.html' }).waitFor();
  await lookElsewhere(page);
  expect(await bar.count()).toBe(0);
}

/** A bar is closed by who leaves its room. */
async function lookElsewhere(page: Page): Promise<void> {
  await press(chat(page), 'general');
  await chat(page).getByRole('heading', { name: 'general' }).waitFor();
  await otobo(page)
    .getByRole('link', { name: /^ticket-/ })
    .click();
  await card(page).waitFor();
}

async function closeTicket(page: Page, note: string): Promise<void> {
  await choose(card(page), 'More actions', 'Close ticket');
  const form = dialog(page, /^Close Ticket#/);
  await field(form, 'Note for agents (may stay empty)').fill(note);
  await press(form, 'Close ticket');
  await article(page, note).waitFor();
  expect(await otobo(page).getByLabel('State').inputValue()).toBe('closed successful');
  await messageWith(page, 'At ').getByRole('button', { name: 'Stop that' }).waitFor();
  await page.getByRole('button', { name: 'Move the time' }).click();
  await page.getByRole('menuitem', { name: 'Let 1 hour pass' }).click();
  await messageWith(page, 'This room is closed, and its transcript is in').waitFor();
  await say(page, 'Too late.');
  await messageWith(page, 'the room is readonly').waitFor();
}

async function openAgain(page: Page): Promise<void> {
  await otobo(page).getByLabel('State').selectOption('open');
  await messageWith(page, 'This room is open again').waitFor();
  await say(page, 'It smokes again.');
  await messageWith(page, 'It smokes again.').waitFor();
}
