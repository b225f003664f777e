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

/** An agent's click in OTOBO; the chat side then shows the room. */
export async function openRoomOf(page: Page, ticketTitle: string): Promise<void> {
  await otobo(page).getByRole('list').getByRole('button', { name: ticketTitle }).click();
  await otobo(page).getByRole('heading', { name: ticketTitle }).waitFor();
  await otobo(page).getByRole('button', { name: 'Open Rocket.Chat room' }).click();
  await otobo(page).getByText('In it:').waitFor();
}
