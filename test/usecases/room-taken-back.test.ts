import { openRoom } from '../../src/usecases/open-room';
import type { Ports } from '../../src/usecases/ports';
import type { RoomOutcome } from '../../src/usecases/answers';
import { TICKET } from '../domain/chat';
import { Signal } from '../signal';
import { LinkStage } from './link-stage';
import { ALICE, POLICY, request } from './requests';

/**
 * Orders that chance hardly ever takes. A link has looked for rooms and found none; then an opening makes the ticket's room, which it will
 * take back when the link is made; and a second opening comes across that room.
 */
class Meeting {
  readonly stage = new LinkStage();
  /** The second opening has read the claims, before there were any. */
  readonly secondHasRead = new Signal();
  readonly roomIsMade = new Signal();
  /** The first opening has seen that a link is being made. */
  readonly firstPauses = new Signal();
  /** The second opening has been refused the name. */
  readonly nameRefused = new Signal();
  readonly secondHasReadAgain = new Signal();
  readonly secondPauses = new Signal();
  /** From here on they may do it. */
  readonly mayLink = new Signal();
  readonly mayTakeBack = new Signal();
  secondMayLook = new Signal();
  readonly secondMayCreate = new Signal();
  /** The first opening has read the claims again, and stands still until it may go on. */
  readonly firstIsHeldUp = new Signal();
  firstMayGoOn: Signal | undefined;
  private readonly linkHasLooked = new Signal();

  /** Resolves when the first opening has made its room. */
  async begin(): Promise<{ readonly linking: Promise<string>; readonly first: Promise<string> }> {
    const ports = this.stage.chat.ports();
    const post: Ports['cards']['post'] = async (roomId, card) => {
      this.linkHasLooked.give();
      await this.mayLink.given;
      return ports.cards.post(roomId, card);
    };
    const create: Ports['rooms']['create'] = async (room) => {
      await this.linkHasLooked.given;
      const creation = await ports.rooms.create(room);
      this.roomIsMade.give();
      return creation;
    };
    const members: Ports['rooms']['members'] = async (roomId) => {
      if (this.firstMayGoOn) this.firstIsHeldUp.give();
      await this.firstMayGoOn?.given;
      return ports.rooms.members(roomId);
    };
    const pause = async (): Promise<void> => {
      this.firstPauses.give();
      await this.mayTakeBack.given;
    };
    const first = this.stage.open({
      ...ports,
      rooms: { ...ports.rooms, create, members },
      time: { ...ports.time, pause },
    });
    const linking = this.stage.link(TICKET, this.stage.blue, { ...ports, cards: { ...ports.cards, post } });
    await this.roomIsMade.given;
    await this.firstPauses.given;
    return { linking, first };
  }

  second(): Promise<RoomOutcome> {
    const ports = this.stage.chat.ports();
    const ofTicket: Ports['claims']['ofTicket'] = async (id) => {
      const found = await ports.claims.ofTicket(id);
      (this.nameRefused.happened ? this.secondHasReadAgain : this.secondHasRead).give();
      return found;
    };
    const bySlug: Ports['rooms']['bySlug'] = async (slug) => {
      await this.secondMayLook.given;
      return ports.rooms.bySlug(slug);
    };
    const create: Ports['rooms']['create'] = async (room) => {
      await this.secondMayCreate.given;
      const creation = await ports.rooms.create(room);
      this.nameRefused.give();
      return creation;
    };
    const pause = async (): Promise<void> => {
      this.secondPauses.give();
      await this.mayTakeBack.given;
    };
    const claims = { ...ports.claims, ofTicket };
    return openRoom(request([ALICE]), POLICY, {
      ...ports,
      claims,
      rooms: { ...ports.rooms, bySlug, create },
      time: { ...ports.time, pause },
    });
  }

  /** Everybody is sent to the linked room, and there is no other. */
  async expectLinked(second: Promise<RoomOutcome>, { linking, first }: Awaited<ReturnType<Meeting['begin']>>): Promise<void> {
    expect([await linking, await first, (await second).room?.id]).toEqual(['linked', 'unchanged', this.stage.blue.id]);
    expect(this.stage.opened()).toEqual([]);
    this.stage.expectConsistent();
  }
}

describe('an opening that comes across a room that is about to be taken back', () => {
  test('waits while the link is being made, and answers with the linked room', async () => {
    const meeting = new Meeting();
    const second = meeting.second();
    await meeting.secondHasRead.given;
    const begun = await meeting.begin();
    meeting.secondMayLook.give();
    await Promise.race([meeting.secondPauses.given, second]);
    meeting.mayLink.give();
    await begun.linking;
    meeting.mayTakeBack.give();
    await meeting.expectLinked(second, begun);
  });

  test('looks again when the link was made meanwhile', async () => {
    const meeting = new Meeting();
    const second = meeting.second();
    await meeting.secondHasRead.given;
    const begun = await meeting.begin();
    meeting.mayLink.give();
    await begun.linking;
    meeting.secondMayLook.give();
    await Promise.race([meeting.secondPauses.given, second]);
    meeting.mayTakeBack.give();
    await meeting.expectLinked(second, begun);
  });

  test('does not take its name for refused when that room is gone', async () => {
    const meeting = new Meeting();
    meeting.secondMayLook.give();
    const second = meeting.second();
    await meeting.secondHasRead.given;
    const begun = await meeting.begin();
    const looking = new Signal();
    meeting.secondMayLook = looking;
    meeting.secondMayCreate.give();
    await meeting.secondHasReadAgain.given;
    meeting.mayLink.give();
    await begun.linking;
    meeting.mayTakeBack.give();
    await begun.first;
    looking.give();
    await meeting.expectLinked(second, begun);
  });
});

test('an opening that has waited too long for a slow link leaves its room unused, and whoever comes next takes it back', async () => {
  const meeting = new Meeting();
  const { stage } = meeting;
  const { linking, first } = await meeting.begin();
  meeting.mayTakeBack.give();
  expect([await first, stage.opened().length]).toEqual(['busy', 1]);
  meeting.mayLink.give();
  expect([await linking, stage.besideLinked()]).toEqual(['linked', stage.opened()]);
  stage.expectConsistent();
  expect([await stage.open(), stage.opened()]).toEqual(['changed', []]);
  stage.expectConsistent();
});

test('an opening that stands still for two minutes while it waits for a link finds the link, and not just a claim that has lapsed', async () => {
  const meeting = new Meeting();
  const { stage } = meeting;
  const { linking, first } = await meeting.begin();
  await meeting.firstPauses.given;
  const mayGoOn = new Signal();
  meeting.firstMayGoOn = mayGoOn;
  meeting.mayTakeBack.give();
  await meeting.firstIsHeldUp.given;
  meeting.mayLink.give();
  expect(await linking).toBe('linked');
  stage.chat.now += 120_000;
  mayGoOn.give();
  expect([await first, stage.opened()]).toEqual(['unchanged', []]);
  stage.expectConsistent();
});
