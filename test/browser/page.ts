import type { Locator, Page } from 'playwright-core';

/** The two sides of the page, and what people look for in them. */
export const otobo = (page: Page): Locator => page.getByRole('region', { name: 'OTOBO' });
export const chat = (page: Page): Locator => page.getByRole('region', { name: 'Rocket.Chat', exact: true });
export const messages = (page: Page): Locator => chat(page).getByRole('log').first();
export const composer = (page: Page): Locator =>
  chat(page)
    .getByRole('combobox', { name: /^Message in/ })
    .first();

/** One message, found by a part of what it says. */
export const messageWith = (page: Page, text: string): Locator => messages(page).locator('.message').filter({ hasText: text });

export async function say(page: Page, text: string): Promise<void> {
  await composer(page).fill(text);
  await composer(page).press('Enter');
}

/** What is chosen in a menu: of a message, of a room, of a card. */
export async function choose(where: Locator, menu: string, entry: string): Promise<void> {
  await where.getByRole('button', { name: menu, exact: true }).click();
  await where.getByRole('menuitem', { name: entry }).click();
}

/** The same for a message's menu, which shows itself to who points at the message. */
export async function chooseAt(message: Locator, entry: string): Promise<void> {
  await message.hover();
  await choose(message, 'More', entry);
}

export const dialog = (page: Page, title: string | RegExp): Locator => page.getByRole('dialog', { name: title });
/** An input of the app's. */
export const field = (where: Locator, label: string): Locator => where.getByLabel(label, { exact: true });
export const press = (where: Locator, button: string): Promise<void> => where.getByRole('button', { name: button, exact: true }).click();

/** Opens the bar about the room's ticket. */
export async function openBar(page: Page): Promise<Locator> {
  await choose(chat(page), 'Room actions', 'OTOBO ticket');
  const bar = chat(page).getByRole('complementary', { name: 'OTOBO ticket' });
  await bar.waitFor();
  return bar;
}

/** The card of the room's ticket, by what only it says. */
export const card = (page: Page): Locator => messageWith(page, 'This room keeps its owner');

/** An article of the ticket that OTOBO shows, by a part of what it says. */
export const article = (page: Page, text: string): Locator =>
  otobo(page).getByRole('region', { name: 'Articles' }).getByRole('listitem').filter({ hasText: text });

/** An agent's click in OTOBO; the chat side then shows the room. */
export async function openRoomOf(page: Page, ticketTitle: string): Promise<void> {
  await otobo(page).getByRole('list').getByRole('button', { name: ticketTitle }).click();
  await otobo(page).getByRole('heading', { name: ticketTitle }).waitFor();
  await otobo(page).getByRole('button', { name: 'Open Rocket.Chat room' }).click();
  await otobo(page).getByText('In it:').waitFor();
}

/** What reaches over the right edge of the window, and whether the page can be scrolled sideways. */
export const STICKS_OUT = `[
  ...[...document.querySelectorAll('body *')]
    .filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > innerWidth + 1)
    .map((element) => element.outerHTML.slice(0, 80)),
  ...(document.documentElement.scrollWidth > document.documentElement.clientWidth ? ['the page scrolls sideways'] : []),
]`;
