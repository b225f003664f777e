import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock';

/** A client waits this long for what a click or command is to open. */
const TRIGGER_LIFETIME_MS = 5_000;

/** A modal or contextual bar that a user has in front of them. */
export interface OpenView {
  readonly kind: 'modal' | 'contextual_bar';
  readonly view: View;
  /** By the block or action they belong to, after a submission that was refused. */
  readonly errors: Record<string, string>;
}

export interface View extends Record<string, unknown> {
  id: string;
}

/** What an app sends to a screen, or answers to an interaction. */
interface Interaction {
  type?: string;
  triggerId?: string;
  view?: View;
  viewId?: string;
  errors?: Record<string, string>;
}

/**
 * What Rocket.Chat's clients do with views. A trigger id is good for one interaction only, opening or updating, and for five
 * seconds; what comes later, or a second time, is dropped without a word.
 */
export class Screens {
  private readonly triggers = new Map<string, { username: string; until: number }>();
  private readonly views = new Map<string, OpenView[]>();

  constructor(private readonly clock: Clock) {}

  /** A new trigger id, as a client makes one for every click and command. */
  trigger(username: string): string {
    const triggerId = randomUUID();
    this.triggers.set(triggerId, { username, until: this.clock.now() + TRIGGER_LIFETIME_MS });
    return triggerId;
  }

  /** @returns what the user has open, the newest last */
  openViews(username: string): OpenView[] {
    return structuredClone(this.views.get(username) ?? []);
  }

  /** @throws when the user has no such view in front of them */
  openView(username: string, viewId: string): OpenView {
    const found = this.openViews(username).find(({ view }) => view.id === viewId);
    if (!found) throw new Error(`${username} has no view ${viewId} open.`);
    return found;
  }

  close(username: string, viewId: string): void {
    this.replace(username, (open) => open.filter(({ view }) => view.id !== viewId));
  }

  /** Shows what an app sent, if the client still waits for it. */
  show(username: string, sent: unknown): void {
    const interaction = decodeInteraction(sent);
    if (!interaction.triggerId || !this.spend(interaction.triggerId, username)) return;
    const { type, view } = interaction;
    const [kind, action] = splitType(type);
    if (type === 'errors') this.change(username, interaction.viewId ?? view?.id, (open) => ({ ...open, errors: interaction.errors ?? {} }));
    else if (kind && view && action === 'open') this.replace(username, (open) => [...open, { kind, view, errors: {} }]);
    else if (view && action === 'update') this.change(username, view.id, (open) => ({ ...open, view, errors: {} }));
    else if (view && type === 'contextual_bar.close') this.close(username, view.id);
  }

  /** What a client does with the answer to a submission: the view goes away unless the answer is an update or an error. */
  submitted(username: string, viewId: string, answer: unknown): void {
    this.show(username, answer);
    const { type } = decodeInteraction(answer);
    const stays = answer === null || answer === undefined || type === 'errors' || splitType(type)[1] === 'update';
    if (!stays) this.close(username, viewId);
  }

  private spend(triggerId: string, username: string): boolean {
    const trigger = this.triggers.get(triggerId);
    this.triggers.delete(triggerId);
    return trigger?.username === username && this.clock.now() < trigger.until;
  }

  private change(username: string, viewId: string | undefined, to: (open: OpenView) => OpenView): void {
    this.replace(username, (open) => open.map((one) => (one.view.id === viewId ? to(one) : one)));
  }

  private replace(username: string, to: (open: OpenView[]) => OpenView[]): void {
    this.views.set(username, to(this.views.get(username) ?? []));
  }
}

function splitType(type: string | undefined): [OpenView['kind'] | undefined, string | undefined] {
  const [kind, action] = type?.split('.') ?? [];
  return [kind === 'modal' || kind === 'contextual_bar' ? kind : undefined, action];
}

function decodeInteraction(sent: unknown): Interaction {
  return typeof sent === 'object' && sent !== null ? sent : {};
}
