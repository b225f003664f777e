import { COMMANDS } from '../../../src/inbound/commands';
import { PERMISSIONS, type Permission } from '../../../src/domain/permission';
import type { ArgumentName } from '../../../src/inbound/commands/command';
import { TICKET } from '../../domain/chat';
import { CommandStage } from './stage';

const NO_SUCH_NUMBER = '2026112399999999';
const ARGUMENTS: Readonly<Record<ArgumentName, string>> = {
  ticket: '',
  words: 'burning',
  text: 'some text',
  title: 'Some title',
  user: '@alice',
  state: 'open',
  priority: '"3 normal"',
  time: '2d',
  command: 'show',
  outbox: 'retry all',
  adopt: 'adopt',
};

/** Everything that asks OTOBO for a right on a ticket; `mine`, `search` and `create` name none. */
const ON_TICKETS = COMMANDS.filter(({ action }) => {
  const { right }: Permission = PERMISSIONS[action];
  return right !== undefined && action !== 'search' && action !== 'create';
});

/** What bob, who may do nothing with the ticket, is told, what OTOBO was asked, and what was written. */
async function whatBobLearns(text: string, ticketId: string): Promise<unknown> {
  const stage = new CommandStage();
  stage.values = { allow_replies: true };
  stage.chat.rooms.get(stage.roomId)?.members.add('bob');
  stage.chat.links = stage.chat.links.map((link) => ({ ...link, ticketId, ticketNumber: NO_SUCH_NUMBER }));
  const told = await stage.type('bob', text, stage.roomId);
  const { writes } = stage.chat;
  return { told, calls: stage.helpdesk.calls, writes };
}

test('there are commands to look at', () => {
  expect(ON_TICKETS.map(({ name }) => name)).toEqual(expect.arrayContaining(['show', 'note', 'people', 'take']));
});

const named = (commands: typeof ON_TICKETS): (readonly [string, (typeof ON_TICKETS)[number]])[] => commands.map((one) => [one.name, one]);
const inRooms = ON_TICKETS.filter(({ takes }) => !takes.some(({ name, optional }) => name === 'ticket' && !optional));
const byNumber = ON_TICKETS.filter(({ takes }) => takes.some(({ name }) => name === 'ticket'));

test.each(named(inRooms))(
  "%s in a ticket's room tells somebody without rights what they would hear if there were no such ticket",
  async (name, { takes }) => {
    const given = takes.filter((argument) => argument.name !== 'ticket').map((argument) => ARGUMENTS[argument.name]);
    const text = [name, ...given].join(' ');
    const hidden = await whatBobLearns(text, TICKET.id);
    expect(hidden).toEqual(await whatBobLearns(text, '999'));
    expect(hidden).toMatchObject({
      told: [expect.stringMatching(/^OTOBO has no such ticket, or you may not see it\.(\nYou typed: some text)?$/)],
    });
  },
);

test.each(named(byNumber))('%s of a number tells the same, whether or not there is such a ticket', async (name) => {
  const hidden = await whatBobLearns(`${name} ${TICKET.number}`, '998');
  expect(hidden).toEqual(await whatBobLearns(`${name} ${NO_SUCH_NUMBER}`, '998'));
  expect(hidden).toMatchObject({ told: ['OTOBO has no such ticket, or you may not see it.'] });
});

test('whoever could not write a text gets it back', async () => {
  const stage = new CommandStage();
  stage.chat.rooms.get(stage.roomId)?.members.add('bob');
  expect(await stage.type('bob', 'note the *printer* burns', stage.roomId)).toEqual([
    expect.stringMatching(/^OTOBO has no such ticket.*\nYou typed: .*printer.* burns$/),
  ]);
});
