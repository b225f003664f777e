import express from 'express';
import type { Locator, Page } from 'playwright-core';
import { startRocketChat, type RocketChat } from '../../playground/rocketchat/host';
import { pageRoutes } from '../../playground/web/routes';
import { buildGallery } from './gallery/build';
import { describeInBrowser, withBrowser } from './in-browser';
import { chat, messageWith, otobo, say } from './page';

describeInBrowser("an app's blocks and views on the page", () => {
  const open = withBrowser('carousel');
  let rocketChat: RocketChat;
  beforeAll(async () => {
    const more = express.Router();
    rocketChat = await startRocketChat({ more });
    for (const username of ['alice', 'bob']) rocketChat.workspace.addUser({ username });
    expect((await rocketChat.install(await buildGallery())).status).toBe('manually_enabled');
    more.use(await pageRoutes(rocketChat, undefined));
  }, 60_000);
  afterAll(() => rocketChat.stop());

  const general = (user: string): Promise<Page> => open(`${rocketChat.url}/?user=${user}&room=GENERAL`);
  const control = (where: Page | Locator, label: string): Locator => where.getByLabel(label, { exact: true });

  test('the app is told of every click in a message', async () => {
    const page = await general('alice');
    await say(page, '/gallery message');
    const shown = messageWith(page, 'A section with an accessory').last();
    await shown.getByRole('button', { name: 'Press' }).click();
    await messageWith(page, 'message actions press: "pressed"').waitFor();
    await shown.getByRole('button', { name: 'Beside' }).click();
    await messageWith(page, 'accessory: "beside"').waitFor();
    await shown.getByRole('combobox').selectOption('blue');
    await messageWith(page, 'message actions pick: "blue"').waitFor();
    await shown.getByRole('button', { name: 'More actions' }).click();
    await shown.getByRole('menuitem', { name: 'red' }).click();
    await messageWith(page, 'message actions more: "red"').waitFor();
  }, 60_000);

  test('commands are offered while they are typed, and taken over by the Tab key', async () => {
    const page = await general('alice');
    const composer = chat(page).getByRole('combobox', { name: 'Message in general' });
    await composer.fill('/ga');
    await page.getByRole('listbox', { name: 'Suggestions' }).getByText('Shows what there is').waitFor();
    await composer.press('Tab');
    expect(await composer.inputValue()).toBe('/gallery ');
    const shown = await messageWith(page, 'small print').count();
    await composer.fill('/gallery');
    await composer.press('Enter');
    await messageWith(page, 'small print').nth(shown).waitFor();
  }, 60_000);

  test('a modal keeps what was typed when the app refuses it, says so at the input, and then submits everything', async () => {
    const page = await general('alice');
    await say(page, '/gallery modal');
    const modal = page.getByRole('dialog', { name: 'Gallery: modal' });
    await modal.waitFor();
    expect(await page.evaluate('document.activeElement.placeholder')).toBe('What is it about?');
    await control(modal, 'Text').fill('changed');
    await modal.getByRole('button', { name: 'Save' }).click();
    await modal.getByRole('alert').getByText('A title is needed.').waitFor();
    expect(await control(modal, 'Text').inputValue()).toBe('changed');
    expect(await control(modal, 'Title').getAttribute('aria-invalid')).toBe('true');

    await control(modal, 'Title').fill('Toner');
    await control(modal, 'Queue').selectOption('blue');
    await modal.getByRole('group', { name: 'Tags' }).getByLabel('red').check();
    await modal.getByRole('group', { name: 'Tags' }).getByLabel('green').check();
    expect(await modal.getByRole('group', { name: 'Tags' }).getByLabel('blue').isDisabled()).toBe(true);
    await control(modal, 'Date').fill('2026-12-24');
    await modal.getByRole('group', { name: 'Boxes' }).getByLabel('green').check();
    await modal.getByRole('radiogroup', { name: 'One of' }).getByLabel('green').check();
    await modal.getByRole('group', { name: 'Switches' }).getByRole('switch').check();
    await modal.getByRole('radiogroup', { name: 'Scale' }).getByLabel('4').check();
    await control(modal, 'Person').selectOption('bob');
    await modal.getByRole('button', { name: 'Save' }).click();
    await modal.waitFor({ state: 'detached' });

    const answer = (await messageWith(page, 'submitted').innerText()).replace(/^[^]*submitted /, '');
    expect(JSON.parse(answer.slice(0, answer.lastIndexOf('}') + 1))).toMatchObject({
      title: { title: 'Toner' },
      text: { text: 'changed' },
      queue: { queue: 'blue' },
      tags: { tags: ['red', 'green'] },
      date: { date: '2026-12-24' },
      time: { time: '14:05' },
      boxes: { boxes: ['red', 'green'] },
      one: { one: 'green' },
      switches: { switches: ['on'] },
      scale: { scale: '4' },
      person: { person: 'bob' },
    });
  }, 60_000);

  test('an update leaves what was typed, and an input that comes with it is submitted only when somebody changes it', async () => {
    const page = await general('alice');
    await say(page, '/gallery modal');
    const modal = page.getByRole('dialog', { name: 'Gallery: modal' });
    await control(modal, 'Title').fill('Late toner');
    await modal.getByRole('button', { name: 'Refill' }).click();
    await control(modal, 'Late').waitFor();
    expect([await control(modal, 'Late').inputValue(), await control(modal, 'Title').inputValue()]).toEqual([
      'filled in later',
      'Late toner',
    ]);
    await modal.getByRole('button', { name: 'Save' }).click();
    const submitted = messageWith(page, 'Late toner');
    await submitted.waitFor();
    expect(await submitted.innerText()).not.toContain('filled in later');
  }, 60_000);

  test('a click inside a view reaches the app, and Escape closes the view without submitting', async () => {
    const page = await general('bob');
    await say(page, '/gallery modal');
    const modal = page.getByRole('dialog', { name: 'Gallery: modal' });
    await modal.getByRole('button', { name: 'Press' }).click();
    await messageWith(page, 'view now press: "pressed"').waitFor();
    await page.keyboard.press('Escape');
    await modal.waitFor({ state: 'detached' });
    expect(rocketChat.openViews('bob')).toEqual([]);
  }, 60_000);

  test('a block that Rocket.Chat would leave out without a word is a visible error', async () => {
    const page = await general('alice');
    await say(page, '/gallery modal');
    await page.getByRole('dialog').getByText('“carousel” cannot be shown in a modal.').waitFor();
    await page.keyboard.press('Escape');
  }, 60_000);

  test("the app's entries stand in the menus of rooms and messages", async () => {
    const page = await general('alice');
    await say(page, 'a remark');
    await messageWith(page, 'a remark').hover();
    await messageWith(page, 'a remark').getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'About this message' }).click();
    await messageWith(page, 'asked about: a remark').waitFor();
    await chat(page).getByRole('button', { name: 'Room actions' }).click();
    await page.getByRole('menuitem', { name: 'Gallery' }).click();
    const bar = chat(page).getByRole('complementary', { name: 'Gallery: bar' });
    await bar.getByRole('button', { name: 'Cancel' }).click();
    await bar.waitFor({ state: 'detached' });
  }, 60_000);

  test('views belong to who opened them', async () => {
    const [alice, bob] = [await general('alice'), await general('bob')];
    await say(alice, '/gallery modal');
    await alice.getByRole('dialog').waitFor();
    expect(await bob.getByRole('dialog').count()).toBe(0);
    await alice.keyboard.press('Escape');
  }, 60_000);

  test('with a real OTOBO, its side says where the tickets are', async () => {
    const page = await general('alice');
    await otobo(page).getByText('This playground works with a real OTOBO.').waitFor();
  }, 60_000);
});
