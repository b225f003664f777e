import { AppError } from '../domain/errors';
import { memberLists, type Standing } from '../domain/member-lists';
import type { Observation } from '../domain/observation';
import type { OwnerSource, TriedOwner } from '../domain/owner';
import type { Attempt, PlanInput } from '../domain/plan-input';
import type { RoomAction } from '../domain/room-action';
import type { RoomPlan } from '../domain/room-plan';
import type { RoomOutcome, RoomAnswer } from './answers';
import type { Creation } from './ports';

type CreateRoom = Extract<RoomAction, { type: 'CreateRoom' }>;

/** What one request has done and learned so far. */
export class AttemptLog {
  state: Attempt = { refusedSlugs: new Set(), refusedOwners: [], tried: new Set(), welcomed: false };
  private done: RoomAction[] = [];
  private creating: CreateRoom | undefined;

  /** Takes down what a plan's actions have brought. */
  learn(actions: readonly RoomAction[], creation: Creation | undefined): void {
    const undone = this.state.createdRoomId;
    for (const action of actions) {
      if (action.type === 'CreateRoom') this.learnCreation(action, creation);
      else if (action.type === 'DeleteDuplicate' && action.roomId === undone) this.forgetCreation();
      else this.done.push(action);
      if (action.type === 'Welcome') this.state = { ...this.state, welcomed: true };
      if (action.type === 'AddMembers') this.state = { ...this.state, tried: new Set([...this.state.tried, ...action.members]) };
    }
  }

  private learnCreation(action: CreateRoom, creation: Creation | undefined): void {
    this.creating = action;
    if (creation?.outcome === 'created') {
      this.state = { ...this.state, createdRoomId: creation.roomId };
      this.done.push(action);
    } else if (creation?.outcome === 'owner_refused') {
      const refused: TriedOwner = { username: action.owner.user.username, reason: creation.reason };
      this.state = { ...this.state, refusedOwners: [...this.state.refusedOwners, refused] };
    }
  }

  /** The room this request created was one too many, and it is gone again: as if it had never been. */
  private forgetCreation(): void {
    const { refusedSlugs, refusedOwners, tried, welcomed } = this.state;
    this.state = { refusedSlugs, refusedOwners, tried, welcomed };
    this.done = this.done.filter(({ type }) => type !== 'CreateRoom');
  }

  /** The server called the name taken. If no room of that name can be seen, somebody's display name has it. */
  nameRefused(seen: Observation): void {
    const slug = this.creating?.slug;
    if (slug !== undefined && !seen.named.has(slug))
      this.state = { ...this.state, refusedSlugs: new Set([...this.state.refusedSlugs, slug]) };
  }

  /** The answer when the plan has been carried out. */
  answer(plan: RoomPlan, input: PlanInput): RoomOutcome {
    const mine = plan.room !== undefined && plan.room.id === this.state.createdRoomId;
    const result = plan.refusal ? 'refused' : mine ? 'created' : !plan.room ? 'none' : this.changed();
    const source = mine ? (this.creating?.owner.source ?? 'Existing') : 'Existing';
    return this.compose(
      plan,
      result,
      this.done,
      listing(plan, input, mine ? () => true : (username) => this.state.tried.has(username)),
      existingRoom(plan, source, this.state),
    );
  }

  private changed(): 'reopened' | 'changed' | 'unchanged' {
    if (this.done.some(({ type }) => type === 'Reopen')) return 'reopened';
    return this.done.length > 0 ? 'changed' : 'unchanged';
  }

  /** The answer when nothing is to be done. */
  answerDry(plan: RoomPlan, input: PlanInput): RoomOutcome {
    const create = plan.actions.find((action) => action.type === 'CreateRoom');
    const planned = create && {
      slug: create.slug,
      type: 'private' as const,
      owner: { username: create.owner.user.username, source: 'unverified' as const, tried: [] },
    };
    const joining = new Set(plan.actions.flatMap((action) => (action.type === 'AddMembers' ? action.members : [])));
    return this.compose(
      plan,
      plan.refusal ? 'refused' : 'planned',
      plan.actions,
      listing(plan, input, (username) => create !== undefined || joining.has(username)),
      planned ?? existingRoom(plan, 'Existing', this.state),
    );
  }

  private compose(
    plan: RoomPlan,
    result: RoomOutcome['result'],
    actions: readonly RoomAction[],
    members: RoomOutcome['members'],
    room: RoomAnswer | undefined,
  ): RoomOutcome {
    const refusal = plan.refusal && new AppError(plan.refusal.code, plan.refusal.details);
    return { result, actions, members, ...(refusal ? { refusal } : room && { room }) };
  }
}

function existingRoom({ room }: RoomPlan, source: OwnerSource, { refusedOwners }: Attempt): RoomAnswer | undefined {
  return (
    room && {
      id: room.id,
      slug: room.slug,
      type: room.type,
      announced: room.announced,
      owner: { username: room.creator.username, source, tried: refusedOwners },
    }
  );
}

/** @param brought whether this request brings (or brought) that user in */
function listing(plan: RoomPlan, { participants, seen }: PlanInput, brought: (username: string) => boolean): RoomOutcome['members'] {
  const inside = new Set(plan.room && seen.inside.get(plan.room.id)?.members.map(({ id }) => id));
  const names = new Map(participants.flatMap((one) => ('user' in one ? [[one.user.id, one.user.username] as const] : [])));
  return memberLists(participants, (userId): Standing => {
    const left = plan.leftOut.find((one) => one.userId === userId);
    if (left) return { list: left.list, reason: left.reason };
    if (brought(names.get(userId) ?? '') && !plan.refusal) return 'added';
    return inside.has(userId) ? 'present' : { list: 'Unresolved', reason: 'not_in_room' };
  });
}
