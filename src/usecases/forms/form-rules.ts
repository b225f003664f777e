import type { ChatUser } from '../../domain/member';
import type { Form } from '../../domain/form';
import type { Place, Ports, View } from '../ports';
import type { NoteRules } from '../write-note';

/** The rules that forms go by. */
export interface FormRules extends NoteRules {
  readonly allowReplies: boolean;
  readonly defaults: { readonly closed: string; readonly queue: string; readonly priority: string };
}

/** Somebody wants to fill something in. */
export interface FormOrder {
  readonly form: Form;
  readonly user: ChatUser;
  readonly place: Place;
  /** The message that it is about. */
  readonly messageId?: string;
}

/** What a form shows: `blank` where OTOBO has not spoken in time, `known` where it has. */
export interface FormViews {
  readonly blank: View;
  /** Rejects with what the person is refused with. */
  readonly known: Promise<View>;
}

/** @throws AppError where the form makes no sense, whatever OTOBO says */
export type PrepareForm = (order: FormOrder, rules: FormRules, ports: Ports) => Promise<FormViews>;
