import { type } from './commands';
import { withWorkingWorld } from './working-world';

describe('the history of who did what', () => {
  const world = withWorkingWorld();

  const audit = async (more = ''): Promise<string[]> => {
    const told = await type(world().app, 'admin', `/otobo audit${more}`);
    return (told.at(-1)?.text ?? '').split('\n').slice(1);
  };

  test('is listed to an admin, the newest first, also of one ticket, and has no words that somebody typed', async () => {
    const { app, ticket, roomId } = world();
    await type(app, 'alice', '/otobo note my-own-words', { roomId });
    await type(app, 'alice', '/otobo add @erin', { roomId });
    await type(app, 'alice', '/otobo priority 4', { roomId });
    const lines = await audit();
    const about = `Ticket#${ticket.number}`;
    expect(lines).toEqual([
      expect.stringMatching(new RegExp(`alice · changed the ticket \\(priority\\) · ${about}$`)),
      expect.stringMatching(new RegExp(`alice · brought somebody in \\(erin\\) · ${about}$`)),
      expect.stringMatching(new RegExp(`alice · wrote a note · ${about}$`)),
      expect.stringMatching(new RegExp(` · opened the room · ${about}$`)),
    ]);
    expect(lines.join('\n')).not.toContain('my-own-words');
    expect(await audit(` ${ticket.number}`)).toEqual(lines);
    expect((await type(app, 'alice', '/otobo audit')).at(-1)?.text).toContain('This is for admins');
  });

  test('is in the log of the app, under the id of the request that did it', () => {
    const entries = JSON.stringify(world().app.rocketChat.logs());
    const noted = /"msg":"audit","requestId":"([0-9a-f-]{36})","what":"noted"/.exec(entries)?.[1];
    expect(noted).toBeDefined();
    expect(entries).toContain(`"msg":"command","requestId":"${noted ?? ''}","user":"alice","command":"note"`);
  });

  test('forgets after ninety days', async () => {
    const { app } = world();
    app.rocketChat.clock.advance(91 * 24 * 60 * 60_000);
    await app.atRest();
    const records = app.workspace.snapshot().persistence.filter(({ associations }) => JSON.stringify(associations).includes('audit-'));
    expect(records).toEqual([]);
  });
});
