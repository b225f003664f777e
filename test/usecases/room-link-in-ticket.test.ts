import { AppError } from '../../src/domain/errors';
import { deliverOutbox, type Delivery } from '../../src/usecases/deliver-outbox';
import { unlinkRoom } from '../../src/usecases/unlink-room';
import { TICKET, user } from '../domain/chat';
import { LinkStage, RULES } from './link-stage';

/** Some minutes later, when the job has run. */
function later({ chat }: LinkStage): Promise<Delivery[]> {
  chat.now += 180_000;
  return deliverOutbox(RULES, chat.ports());
}

/** Alice unlinks the blue room while OTOBO takes nothing. */
async function unlinkWhileOtoboIsAway(stage: LinkStage): Promise<void> {
  stage.helpdesk.refusal = new AppError('otobo_unreachable');
  const unlinking = unlinkRoom({ sender: user('alice'), place: { roomId: stage.blue.id } }, RULES, stage.chat.ports());
  await expect(unlinking).resolves.toMatchObject({ written: { kept: true } });
  stage.helpdesk.refusal = undefined;
}

test('OTOBO hears of every link, and of nothing else, wherever the process that makes it dies', async () => {
  const told: boolean[] = [];
  for (let dyingAfter = 1, answer = 'crash'; answer === 'crash'; dyingAfter += 1) {
    const stage = new LinkStage();
    answer = await stage.link(TICKET, stage.blue, stage.chat.ports(dyingAfter));
    await later(stage);
    const linked = stage.chat.links.some(({ origin }) => origin === 'linked');
    expect([dyingAfter, stage.helpdesk.ticket(TICKET.id).roomLink?.roomId]).toEqual([dyingAfter, linked ? stage.blue.id : undefined]);
    expect([dyingAfter, stage.chat.records.writes]).toEqual([dyingAfter, []]);
    told.push(linked);
  }
  expect(new Set(told)).toEqual(new Set([false, true]));
});

test('a link that is not made leaves nothing to be told', async () => {
  const stage = new LinkStage();
  stage.chat.before = (call) => {
    if (call === 'post card') stage.chat.now += 60_000;
  };
  expect(await stage.link(TICKET, stage.blue)).toBe('link_busy');
  expect(stage.chat.records.writes).toEqual([]);
});

test('an unlink that OTOBO hears of late takes the room out of the ticket', async () => {
  const stage = new LinkStage();
  await stage.link(TICKET, stage.blue);
  await unlinkWhileOtoboIsAway(stage);
  await expect(later(stage)).resolves.toMatchObject([{ outcome: 'sent' }]);
  expect(stage.helpdesk.ticket(TICKET.id).roomLink).toEqual({ roomId: '', url: '' });
});

test('an unlink that OTOBO would hear of too late does not wipe out the room that the ticket has by then', async () => {
  const stage = new LinkStage();
  await stage.link(TICKET, stage.blue);
  await unlinkWhileOtoboIsAway(stage);
  expect(await stage.open()).toBe('created');
  const shown = { roomId: stage.opened()[0] ?? '', url: 'https://chat.test/group/ticket' };
  stage.helpdesk.ticket(TICKET.id).roomLink = shown;
  await expect(later(stage)).resolves.toMatchObject([{ outcome: 'dropped' }]);
  expect(stage.helpdesk.ticket(TICKET.id).roomLink).toEqual(shown);
});
