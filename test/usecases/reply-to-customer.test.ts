import { askBeforeReply, type ReplyRules, replyToCustomer } from '../../src/usecases/reply-to-customer';
import type { Question } from '../../src/usecases/ports';
import { TICKET } from '../domain/chat';
import { RULES, WritingWorld } from './writing-world';

const ALLOWED: ReplyRules = { ...RULES, allowReplies: true };

const ask = (world: WritingWorld, policy = ALLOWED, user = world.alice): ReturnType<typeof askBeforeReply> =>
  askBeforeReply({ user, place: world.place, text: 'We are on it.' }, policy, world.chat.ports());

function asked(world: WritingWorld): Parameters<typeof replyToCustomer>[0] {
  const [question] = world.chat.records.questions;
  const about: Question['about'] | undefined = question?.about;
  if (!question || about?.type !== 'SendReply') throw new Error('Nothing was asked.');
  return { ...question, about };
}

describe('a reply to the customer', () => {
  test('is not sent before the person has said so, and the question says to whom and how it goes', async () => {
    const world = new WritingWorld();
    await expect(ask(world)).resolves.toMatchObject({
      customer: 'cust1',
      mailed: true,
      text: 'We are on it.',
      ticketNumber: TICKET.number,
    });
    expect(world.bodies).toEqual([]);
    expect(asked(world)).toMatchObject({ userId: 'id-alice', about: { ticketId: TICKET.id, mailed: true } });
  });

  test('is a mail where OTOBO has the package', async () => {
    const world = new WritingWorld();
    await ask(world);
    await expect(replyToCustomer(asked(world), world.alice, ALLOWED, world.chat.ports())).resolves.toMatchObject({
      written: { mailedTo: 'cust1@customer.test' },
    });
    expect(world.helpdesk.ticket(TICKET.id).articles).toMatchObject([
      { body: 'We are on it.', subject: 'Re: Printer 1 is burning', visibleForCustomer: true, mailed: true },
    ]);
  });

  test('is shown in the portal where OTOBO has no package, and the question says so', async () => {
    const world = new WritingWorld();
    world.helpdesk.packageOffered = false;
    const agent = { ...world.alice, roles: ['agent'] };
    await expect(ask(world, ALLOWED, agent)).resolves.toMatchObject({ mailed: false });
    await replyToCustomer(asked(world), agent, ALLOWED, world.chat.ports());
    expect(world.helpdesk.ticket(TICKET.id).articles).toMatchObject([{ visibleForCustomer: true, mailed: false }]);
  });

  test.each([
    ['where replies are switched off', 'alice', RULES, 'replies_off'],
    ['by somebody who may only read', 'bob', ALLOWED, 'right_missing'],
    ['by somebody who may not see the ticket', 'carol', ALLOWED, 'ticket_hidden'],
  ] as const)('%s is not even asked about', async (_what, who, policy, code) => {
    const world = new WritingWorld();
    await expect(ask(world, { allowReplies: false, ...policy }, world[who])).rejects.toMatchObject({ code });
    expect(world.chat.records.questions).toEqual([]);
  });

  test('is not sent when replies were switched off, or the right was taken away, after the question', async () => {
    const world = new WritingWorld();
    await ask(world);
    const off = { ...ALLOWED, allowReplies: false };
    await expect(replyToCustomer(asked(world), world.alice, off, world.chat.ports())).rejects.toMatchObject({ code: 'replies_off' });
    world.helpdesk.allow('alice', TICKET.id, 'ro');
    await expect(replyToCustomer(asked(world), world.alice, ALLOWED, world.chat.ports())).rejects.toMatchObject({ code: 'right_missing' });
    expect(world.bodies).toEqual([]);
  });

  test('said yes to while OTOBO is away is kept', async () => {
    const world = new WritingWorld();
    await ask(world);
    world.helpdesk.away = true;
    await expect(replyToCustomer(asked(world), world.alice, ALLOWED, world.chat.ports())).resolves.toMatchObject({ kept: true });
    expect(world.chat.records.writes).toMatchObject([{ change: { type: 'Reply', mailed: true }, right: 'note' }]);
  });
});
