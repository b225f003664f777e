import { type ByHand, closeByHand, reopenByHand } from '../../src/usecases/close-by-hand';
import { TICKET } from '../domain/chat';
import { ClosingStage, MINUTE, RIGHTS } from './closing-stage';

const CLOSED = { field: 'state', typed: 'closed successful', kind: 'closed' } as const;
const OPEN = { field: 'state', typed: 'open' } as const;

async function begun(): Promise<ClosingStage> {
  const stage = new ClosingStage('remove');
  await stage.begin();
  return stage;
}

type Wish = typeof CLOSED | typeof OPEN;

function byHand(stage: ClosingStage, wish: Wish, who = 'alice'): Promise<ByHand> {
  const wanted = { user: stage.user(who), place: { roomId: stage.room.id }, wish };
  const rules = { policy: stage.policy, rights: RIGHTS };
  return (wish === CLOSED ? closeByHand : reopenByHand)(wanted, rules, stage.chat.ports());
}

const state = ({ helpdesk }: ClosingStage): string | undefined => helpdesk.ticket(TICKET.id).ticket.state;

describe('who closes a ticket in its room', () => {
  test('closes both: the state is set, and the room is told when it will be closed', async () => {
    const stage = await begun();
    expect(await byHand(stage, CLOSED)).toMatchObject({
      room: 'closing',
      closing: { phase: 'announced' },
      change: { to: 'closed successful' },
    });
    expect(state(stage)).toBe('closed successful');
    expect(stage.said).toEqual(['announced']);
    expect(stage.closing).not.toHaveProperty('whateverState');
  });

  test('closes the room although the ticket was closed, and the closing of its room stopped', async () => {
    const stage = await begun();
    await byHand(stage, CLOSED);
    stage.chat.closing.records = stage.chat.closing.records.map((one) => ({ ...one, phase: 'stopped' as const }));
    expect(await byHand(stage, CLOSED)).toMatchObject({ room: 'closing', closing: { phase: 'announced' } });
  });

  test('without the right closes neither', async () => {
    const stage = await begun();
    stage.helpdesk.allow('bob', TICKET.id, 'ro');
    await expect(byHand(stage, CLOSED, 'bob')).rejects.toMatchObject({ code: 'right_missing' });
    expect([state(stage), stage.closing]).toEqual(['open', undefined]);
  });

  test('while OTOBO is away closes neither yet: the state is kept, and the room follows it', async () => {
    const stage = await begun();
    stage.helpdesk.away = true;
    expect(await byHand(stage, CLOSED)).toMatchObject({ room: 'later', change: { outcome: { kept: true } } });
    expect(stage.closing).toBeUndefined();
  });

  test('is told both where the state is set and the room cannot follow', async () => {
    const stage = await begun();
    stage.room.archived = true;
    expect(await byHand(stage, CLOSED)).toMatchObject({ refusal: { code: 'room_archived' }, change: { to: 'closed successful' } });
  });
});

describe('who opens a ticket again in its room', () => {
  test('opens both, and everybody is back', async () => {
    const stage = await begun();
    await byHand(stage, CLOSED);
    stage.chat.now += stage.policy.closeDelay;
    await stage.pass(10 * MINUTE);
    expect(stage.members).toEqual(['alice']);
    expect(await byHand(stage, OPEN)).toMatchObject({ room: 'open', change: { from: 'closed successful', to: 'open' } });
    expect(stage.members).toEqual(['alice', 'bob', 'cust1', 'dave']);
    expect(stage.closing).toBeUndefined();
  });

  test('calls a closing off, also one that was asked for while the ticket was open', async () => {
    const stage = await begun();
    await stage.close('open');
    expect(await byHand(stage, OPEN)).toMatchObject({ room: 'open' });
    expect(stage.said).toEqual(['announced', 'cancelled']);
    expect(stage.closing).toBeUndefined();
  });

  test('changes nothing where both are open', async () => {
    const stage = await begun();
    expect(await byHand(stage, OPEN)).toMatchObject({ room: 'as_it_was' });
    expect(stage.said).toEqual([]);
  });
});
