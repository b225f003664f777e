import { runPlayground, type RunningPlayground } from '../../tools/run-playground';
import { describeInBrowser, withBrowser } from './in-browser';
import { chat, composer, messages, messageWith, openRoomOf, otobo, say, STICKS_OUT } from './page';

describeInBrowser('the page of the playground', () => {
  const open = withBrowser();
  let playground: RunningPlayground;
  beforeAll(async () => {
    playground = await runPlayground();
  }, 60_000);
  afterAll(() => playground.stop());

  const as = (user: string, more = ''): string => `${playground.url}/?user=${user}${more}`;
  const patch = (path: string, body: object): Promise<Response> =>
    fetch(`${playground.url}/playground${path}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  test('an agent opens the room of a ticket: the card is there, and who is in it and who is not', async () => {
    const page = await open(playground.url);
    await openRoomOf(page, 'Drucker im 3. Stock qualmt');
    await otobo(page).getByText('In it: alice, bob, carol, cust1.').waitFor();
    await otobo(page).getByText('Haustechnik (').waitFor();
    const card = messageWith(page, 'Ticket#');
    await card.getByText('Queue: Support').waitFor();
    await chat(page).getByRole('button', { name: 'Members' }).click();
    const members = chat(page).getByRole('complementary', { name: 'Members' });
    await members.getByText('Jürgen Groß').waitFor();
    expect(await members.getByRole('listitem').count()).toBe(4);
    await otobo(page)
      .getByRole('link', { name: /^ticket-/ })
      .waitFor();
  }, 60_000);

  test('people talk: what one writes appears before the other at once, and elsewhere it is marked as unread', async () => {
    const alice = await open(playground.url);
    await openRoomOf(alice, 'Move mail server to the new rack');
    const bob = await open(as('bob', '&room=GENERAL'));
    await bob.getByRole('log').waitFor();
    await say(alice, '@bob who has the *keys*?');
    const listed = chat(bob).getByRole('button', { name: /Move mail server.*unread 1/ });
    await listed.click();
    await listed.waitFor({ state: 'detached' });
    await messageWith(bob, 'who has the keys?').locator('strong', { hasText: 'keys' }).waitFor();
    await say(bob, 'Dave has.');
    await messageWith(alice, 'Dave has.').waitFor();
    await chat(bob).getByRole('button', { name: 'general' }).click();
    await chat(bob)
      .getByRole('button', { name: /Move mail server/ })
      .waitFor();
    expect(
      await chat(bob)
        .getByRole('button', { name: /Move mail server.*unread/ })
        .count(),
    ).toBe(0);
  }, 60_000);

  test('the same page shows the chat as somebody else', async () => {
    const page = await open(as('alice', '&room=GENERAL'));
    await say(page, 'written by alice');
    await chat(page).getByLabel('Logged in as').selectOption({ label: 'Dave Dreßler' });
    await say(page, 'written by dave');
    await messageWith(page, 'written by dave').getByText('@dave').waitFor();
    await messageWith(page, 'written by alice').getByText('@alice').waitFor();
  }, 60_000);

  test('a command that does not exist is refused, and stays in the composer', async () => {
    const page = await open(as('alice', '&room=GENERAL'));
    await say(page, '/otto help');
    await page.getByRole('alert').getByText('No such command: /otto.').waitFor();
    expect(await composer(page).inputValue()).toBe('/otto help');
    expect(await messageWith(page, '/otto').count()).toBe(0);
  }, 60_000);

  test('a customer whose address is verified later is let in by a click on the question', async () => {
    const page = await open(as('carol'));
    await openRoomOf(page, 'Sammelrechnung');
    await say(page, 'The tax is wrong.');
    await messageWith(page, 'The tax is wrong.').waitFor();
    await patch('/users/cust2', { emails: [{ address: 'cust2@customer.test', verified: true }] });
    const question = messageWith(page, 'The customer cust2 belongs to this ticket.');
    await question.getByRole('button', { name: 'Let in' }).click();
    await messageWith(page, 'let the customer cust2 in').waitFor();
    const customer = await open(as('cust2'));
    await chat(customer)
      .getByRole('button', { name: /Sammelrechnung/ })
      .click();
    await messageWith(customer, 'The tax is wrong.').waitFor();
  }, 60_000);

  test('messages are answered in threads, reacted to, edited and deleted', async () => {
    const page = await open(as('bob', '&room=GENERAL'));
    await say(page, 'first draft');
    const message = messageWith(page, 'first draft');
    await message.hover();
    await message.getByRole('button', { name: 'Reply in thread' }).click();
    const thread = chat(page).getByRole('complementary', { name: 'Thread' });
    await thread.getByRole('combobox').fill('a reply');
    await thread.getByRole('combobox').press('Enter');
    await message.getByRole('button', { name: '1 reply' }).waitFor();
    await thread.getByRole('button', { name: 'Close' }).click();
    await message.hover();
    await message.getByRole('button', { name: 'React' }).click();
    await message.getByRole('menuitem', { name: 'eyes' }).click();
    await message.getByRole('button', { name: '👀 1' }).waitFor();
    await message.getByRole('button', { name: 'More' }).click();
    await message.getByRole('menuitem', { name: 'Edit' }).click();
    await messages(page).getByRole('textbox', { name: 'Edit the message' }).fill('final version');
    await messages(page).getByRole('button', { name: 'Save' }).click();
    const edited = messageWith(page, 'final version');
    await edited.getByRole('img', { name: 'edited' }).waitFor();
    await say(page, 'a slip');
    await messageWith(page, 'a slip').hover();
    await messageWith(page, 'a slip').getByRole('button', { name: 'More' }).click();
    await messageWith(page, 'a slip').getByRole('menuitem', { name: 'Delete' }).click();
    await messageWith(page, 'a slip').waitFor({ state: 'detached' });
  }, 60_000);

  test('a file that somebody sends can be fetched by the others, as a download', async () => {
    const page = await open(as('alice', '&room=GENERAL'));
    await chat(page)
      .getByLabel('File', { exact: true })
      .setInputFiles({ name: 'zürich.html', mimeType: 'text/html', buffer: Buffer.from('<script>') });
    const link = messages(page).getByRole('link', { name: 'zürich.html' });
    const response = await fetch(playground.url + ((await link.getAttribute('href')) ?? ''));
    expect(await response.text()).toBe('<script>');
    expect(response.headers.get('content-disposition')).toContain('attachment');
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
  }, 60_000);

  test('an agent changes state and owner, writes an article and makes a ticket; another agent sees it at once', async () => {
    const alice = await open(`${playground.url}/?ticket=5`);
    const bob = await open(`${playground.url}/?ticket=5&agent=bob`);
    await otobo(alice).getByLabel('State').selectOption('open');
    await otobo(alice).getByLabel('Owner').selectOption('carol');
    await otobo(alice).getByLabel('Subject').fill('Called back');
    await otobo(alice).getByLabel('Text').last().fill('<b>The router</b> was off.');
    await otobo(alice).getByLabel('Visible to the customer').check();
    await otobo(alice).getByRole('button', { name: 'Write' }).click();
    await otobo(bob).getByText('<b>The router</b> was off.').waitFor();
    await otobo(bob).getByText('visible to the customer', { exact: true }).waitFor();
    await otobo(bob)
      .getByRole('button', { name: /VPN does not connect.*open.*carol/ })
      .waitFor();
    await otobo(alice).getByText('New ticket').click();
    await otobo(alice).getByLabel('Title').fill('Keyboard <i>sticks</i>');
    await otobo(alice).getByLabel('Text').first().fill('The letter e.');
    await otobo(alice).getByRole('button', { name: 'Create' }).click();
    await otobo(bob).getByRole('button', { name: 'Keyboard <i>sticks</i>' }).waitFor();
  }, 60_000);

  test('an agent does not see the tickets of queues that are closed to them', async () => {
    const page = await open(`${playground.url}/?agent=alice`);
    await otobo(page).getByRole('button', { name: 'Gehaltsrunde' }).waitFor();
    await otobo(page).getByLabel('Agent').selectOption('dave');
    await otobo(page).getByRole('button', { name: 'Gehaltsrunde' }).waitFor({ state: 'detached' });
  }, 60_000);

  test('links between the two sides are followed on the page', async () => {
    const page = await open(playground.url);
    await openRoomOf(page, 'Drucker im 3. Stock qualmt');
    await otobo(page).getByRole('button', { name: 'VPN does not connect' }).click();
    await messageWith(page, 'Ticket#').getByRole('link', { name: 'Open in OTOBO' }).click();
    await otobo(page).getByRole('heading', { name: 'Drucker im 3. Stock qualmt' }).waitFor();
    await chat(page).getByRole('button', { name: 'general' }).click();
    await otobo(page)
      .getByRole('link', { name: /^ticket-/ })
      .click();
    await messageWith(page, 'Ticket#').waitFor();
    expect(page.context().pages()).toHaveLength(1);
  }, 60_000);

  test('settings are shown in the language of the person, saved, and still there after a reload', async () => {
    const page = await open(as('dave'));
    await chat(page).getByRole('button', { name: 'Settings of the app' }).click();
    const form = chat(page).getByRole('form', { name: 'Settings of the app' });
    await form.getByLabel('Room name').fill('case-{id}');
    await form.getByLabel('Accept unverified addresses').check();
    await form.getByText('2 changed').waitFor();
    await form.getByRole('button', { name: 'Save changes' }).click();
    await form.getByText('2 changed').waitFor({ state: 'detached' });
    await page.reload();
    await form.getByLabel('Room name').waitFor();
    expect(await form.getByLabel('Room name').inputValue()).toBe('case-{id}');
    await patch('/users/dave', { language: 'de' });
    await form.getByText('Verbindung zu OTOBO').waitFor();
  }, 60_000);

  test("the app's log tells what it did", async () => {
    const page = await open(as('alice'));
    await chat(page).getByRole('button', { name: 'Log of the app' }).click();
    await chat(page).getByLabel('Calls in which the app itself logged nothing, too').check();
    await chat(page).getByText('api:tickets/open:post').first().waitFor();
  }, 60_000);

  test('the time can be moved', async () => {
    const page = await open(playground.url);
    await page.getByRole('button', { name: 'Move the time' }).click();
    await page.getByRole('menuitem', { name: 'Let 1 hour pass' }).click();
    await page.getByText('1 h ahead').waitFor();
  }, 60_000);

  test('everything can be done from the keyboard: a room is opened and a message written without a mouse', async () => {
    const page = await open(`${playground.url}/?ticket=4`);
    await otobo(page).getByRole('heading', { name: 'Gehaltsrunde' }).waitFor();
    const tabTo = async (name: RegExp): Promise<void> => {
      for (let step = 0; step < 60; step += 1) {
        await page.keyboard.press('Tab');
        const label = await page.evaluate<string>('document.activeElement.ariaLabel ?? document.activeElement.textContent');
        if (name.test(label)) return;
      }
      throw new Error(`The Tab key does not lead to ${String(name)}.`);
    };
    await tabTo(/Open Rocket\.Chat room/);
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
    await page.keyboard.press('Enter');
    await otobo(page).getByText('In it:').waitFor();
    await tabTo(/^Message in/);
    await page.keyboard.type('/');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('typed');
    await page.keyboard.press('Enter');
    await messageWith(page, 'typed').waitFor();
  }, 60_000);

  test.each(['light', 'dark'] as const)(
    'on a phone one side is shown at a time, and nothing sticks out (%s)',
    async (colorScheme) => {
      const page = await open(playground.url, { width: 380, height: 780, colorScheme, touch: true });
      const sticksOut = (): Promise<string[]> => page.evaluate<string[]>(STICKS_OUT);
      await otobo(page).getByRole('button', { name: 'All tickets' }).click();
      await otobo(page).getByRole('button', { name: 'Drucker im 3. Stock qualmt' }).waitFor();
      expect([await sticksOut(), await chat(page).isVisible()]).toEqual([[], false]);
      await otobo(page).getByRole('button', { name: 'Drucker im 3. Stock qualmt' }).click();
      await otobo(page).getByRole('button', { name: 'Open Rocket.Chat room' }).click();
      await messageWith(page, 'Ticket#').waitFor();
      expect([await sticksOut(), await otobo(page).isVisible()]).toEqual([[], false]);
      await chat(page).getByRole('button', { name: 'All rooms' }).click();
      await chat(page).getByRole('button', { name: 'general' }).waitFor();
      expect(await sticksOut()).toEqual([]);
      await page.getByRole('button', { name: 'OTOBO', exact: true }).click();
      await otobo(page).waitFor();
    },
    60_000,
  );
});
