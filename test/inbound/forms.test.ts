import type {
  IUIKitViewCloseIncomingInteraction,
  IUIKitViewSubmitIncomingInteraction,
} from '@rocket.chat/apps-engine/definition/uikit/UIKitIncomingInteractionTypes';
import { AppError } from '../../src/domain/errors';
import { type Form, type FormField, inputOf } from '../../src/domain/form';
import type { RequestAccessors, Wiring } from '../../src/inbound/api/endpoint';
import { viewClosed, viewSubmitted } from '../../src/inbound/ui/submissions';
import { settingsAtFirst } from '../../src/settings/snapshot';
import { lookAgain, openForm } from '../../src/usecases/forms/open-form';
import type { Ports, Time, View } from '../../src/usecases/ports';
import { TICKET } from '../domain/chat';
import { RULES, WritingWorld } from '../usecases/writing-world';

const FORM_RULES = {
  ...RULES,
  allowReplies: true,
  defaults: { closed: 'closed successful', queue: 'Support', priority: '3 normal' },
};

/** Nothing takes long, unless a test says so. */
const PROMPT: Time['pause'] = (_ms, until) => Promise.resolve(until).then(() => undefined);
/** Whoever waits for this goes on at once. */
const SLOW: Time['pause'] = () => Promise.resolve();

/** A room of Alice's, who fills in forms about its ticket. */
class FormStage extends WritingWorld {
  pause = PROMPT;
  paused = false;
  /** Whether nobody can be told anything. */
  unreachable = false;
  /** Why the settings cannot be read, if they cannot. */
  settingsError: Error | undefined;
  readonly logged: unknown[] = [];

  ports(): Ports {
    const made = this.chat.ports();
    const tell = (): Promise<void> => Promise.reject(new Error('no connection'));
    return {
      ...made,
      time: { now: () => this.chat.now, pause: this.pause },
      ...(this.unreachable && { notices: { ...made.notices, tell } }),
    };
  }

  open(form: Form, user = this.alice): Promise<void> {
    return openForm({ form, user, place: this.place }, 'trigger', FORM_RULES, this.ports());
  }

  get shown(): { readonly viewId: string; readonly view: View } {
    const last = this.chat.installation.dialogs.at(-1);
    if (!last) throw new Error('No form was opened.');
    return last;
  }

  send(values: Partial<Record<FormField, string>>, userId = this.alice.id): Promise<Readonly<Record<string, string>> | undefined> {
    const state = Object.fromEntries(Object.entries(values).map(([field, value]) => [field, { [inputOf(field as FormField)]: value }])); // as: these are the keys
    const blocks = [{ type: 'input', blockId: 'otobo-form-first', element: {} }];
    const sent = { view: { id: this.shown.viewId, state, blocks }, user: { id: userId } };
    return viewSubmitted(sent as unknown as IUIKitViewSubmitIncomingInteraction, this.accessors, this.wiring); // as: the rest is not looked at
  }

  close(userId = this.alice.id): Promise<void> {
    const closed = { view: { id: this.shown.viewId }, user: { id: userId } };
    return viewClosed(closed as unknown as IUIKitViewCloseIncomingInteraction, this.accessors, this.wiring); // as: the rest is not looked at
  }

  private get accessors(): RequestAccessors {
    const log = (entry: unknown): void => void this.logged.push(entry);
    return { log: { error: log, warn: log } } as unknown as RequestAccessors; // as: only the log is used
  }

  private get wiring(): Pick<Wiring, 'settings' | 'ports'> {
    const settings = settingsAtFirst().then((first) => ({ ...first, allowReplies: true, agentRoles: ['agent'], paused: this.paused }));
    return {
      settings: () => (this.settingsError ? Promise.reject(this.settingsError) : settings),
      ports: () => this.ports(),
    } as unknown as Pick<Wiring, 'settings' | 'ports'>; // as: the fake's ports look at no settings
  }
}

let stage: FormStage;
beforeEach(() => {
  stage = new FormStage();
});

describe('a form that is opened', () => {
  test('shows what OTOBO lets the person choose, and is kept under its id', async () => {
    await stage.open('close');
    expect(stage.shown.view).toEqual({
      type: 'Close',
      ticketNumber: TICKET.number,
      usual: 'closed successful',
      states: ['closed successful', 'closed unsuccessful'],
    });
    expect(stage.chat.records.questions).toMatchObject([{ id: stage.shown.viewId, userId: stage.alice.id, about: { form: 'close' } }]);
  });

  test('opens without waiting for a slow OTOBO', async () => {
    stage.pause = SLOW;
    await stage.open('state');
    expect(stage.shown.view).toEqual({ type: 'State', ticketNumber: TICKET.number });
  });

  test('shows on a click what has become known, and knows from then on how a reply gets to the customer', async () => {
    stage.helpdesk.away = true;
    await stage.open('write');
    expect(stage.shown.view).toMatchObject({ reply: 'unknown' });
    stage.helpdesk.away = false;
    await lookAgain(stage.shown.viewId, 'trigger 2', stage.alice, FORM_RULES, stage.ports());
    expect(stage.shown.view).toMatchObject({ reply: { mailed: true } });
    await stage.send({ text: 'fixed', audience: 'customer' });
    expect(stage.helpdesk.ticket(TICKET.id).articles).toMatchObject([{ body: 'fixed', mailed: true }]);
  });

  test.each([
    ['somebody else', () => stage.bob, 'question_not_yours'],
    ['nobody any more', () => stage.alice, 'view_outdated'],
  ])('is not shown to %s again', async (_whom, user, code) => {
    await stage.open('write');
    if (code === 'view_outdated') await stage.close();
    await expect(lookAgain(stage.shown.viewId, 't', user(), FORM_RULES, stage.ports())).rejects.toMatchObject({ code });
    expect(stage.chat.installation.dialogs).toHaveLength(1);
  });

  test.each(['write', 'state', 'close'] as const)('for %s is not shown to who may not', async (form) => {
    await expect(stage.open(form, stage.carol)).rejects.toMatchObject({ code: 'ticket_hidden' });
    await expect(stage.open(form, stage.bob)).rejects.toMatchObject({ code: 'right_missing' });
    expect([stage.chat.installation.dialogs, stage.chat.records.questions]).toEqual([[], []]);
  });

  test('cannot be, in a client that opens none', async () => {
    const opening = openForm({ form: 'write', user: stage.alice, place: stage.place }, undefined, FORM_RULES, stage.ports());
    await expect(opening).rejects.toMatchObject({ code: 'dialog_missing' });
  });
});

describe('a form that is sent', () => {
  test('twice at one moment writes once', async () => {
    await stage.open('write');
    await Promise.all([stage.send({ text: 'one' }), stage.send({ text: 'one' })]);
    expect(stage.bodies).toEqual(['one']);
    expect(stage.chat.records.questions).toEqual([]);
  });

  test('and refused can be sent again', async () => {
    await stage.open('write');
    stage.helpdesk.refusal = new AppError('otobo_denied', { message: 'no' });
    expect(Object.keys((await stage.send({ text: 'one' })) ?? {})).toEqual(['otobo-form-text']);
    stage.helpdesk.refusal = undefined;
    await expect(stage.send({ text: 'one' })).resolves.toBeUndefined();
    expect(stage.bodies).toEqual(['one']);
  });

  test('to an OTOBO that takes long closes, and is answered later', async () => {
    await stage.open('write');
    stage.pause = SLOW;
    await expect(stage.send({ text: 'one' })).resolves.toBeUndefined();
    while (stage.told('tell').length === 0) await new Promise(setImmediate);
    expect(stage.told('tell')).toEqual([expect.stringContaining('Noted in')]);
    expect(stage.bodies).toEqual(['one']);
  });

  test('and refused after it has closed comes back with what was typed, in a message that is stored', async () => {
    await stage.open('write');
    stage.pause = SLOW;
    stage.helpdesk.refusal = new AppError('otobo_denied', { message: 'no' }, 'no permission');
    await stage.send({ text: 'a *long* story' });
    while (stage.told('write').length === 0) await new Promise(setImmediate);
    expect(stage.told('write')).toEqual([expect.stringContaining('You typed: a \\*long\\* story')]);
    expect(JSON.stringify(stage.logged)).toContain('no permission');
  });

  test.each([
    ['a state that is none', 'state', { state: 'nowhere' }, 'state'],
    ['no state', 'state', {}, 'state'],
    ['a pending state without its end', 'state', { state: 'pending reminder' }, 'day'],
    ['an end in the past', 'state', { state: 'pending reminder', day: '1969-12-31' }, 'day'],
    ['a day that there is not', 'state', { state: 'pending reminder', day: '2026-02-30' }, 'time'],
    ['a time without a day', 'state', { state: 'open', time: '10:00' }, 'time'],
    ['a closing with a state that does not close', 'close', { state: 'open' }, 'state'],
    ['a note about the outcome that is too long', 'close', { note: 'x'.repeat(20_001) }, 'note'],
    ['no text', 'write', { audience: 'customer' }, 'text'],
  ] as const)('with %s says so at its place, and changes nothing', async (_what, form, values, field) => {
    await stage.open(form);
    expect(Object.keys((await stage.send(values)) ?? {})).toEqual([inputOf(field)]);
    expect(stage.helpdesk.calls.filter((call) => call.startsWith('write'))).toEqual([]);
    expect(stage.chat.records.questions).toHaveLength(1);
  });

  test('closes the ticket, and its note tells the outcome', async () => {
    await stage.open('close');
    await stage.send({ note: 'It was the toner.' });
    expect(stage.helpdesk.ticket(TICKET.id).ticket.state).toBe('closed successful');
    expect(stage.bodies).toEqual(['It was the toner.']);
  });

  test('closes the ticket although its note is refused, which comes back', async () => {
    await stage.open('close');
    stage.chat.before = (call) => {
      if (stage.helpdesk.calls.includes('write Fields') && call === 'put write')
        stage.helpdesk.refusal = new AppError('otobo_denied', { message: 'no' });
    };
    await stage.send({ note: 'It was the toner.' });
    expect(stage.helpdesk.ticket(TICKET.id).ticket.state).toBe('closed successful');
    expect(stage.told('tell')).toEqual([expect.stringContaining('You typed: It was the toner')]);
  });

  test('to the customer asks once more where nobody has said whether a mail leaves', async () => {
    stage.helpdesk.away = true;
    await stage.open('write');
    stage.helpdesk.away = false;
    await stage.send({ text: 'fixed', audience: 'customer' });
    expect(stage.bodies).toEqual([]);
    expect(stage.chat.membership.said.at(-1)?.buttons?.map(({ label }) => label)).toEqual(['Send', 'Do not send']);
  });

  test.each([
    ['by somebody else', () => stage.send({ text: 'mine' }, stage.bob.id)],
    [
      'while the app is paused',
      () => {
        stage.paused = true;
        return stage.send({ text: 'mine' });
      },
    ],
    ['after it was closed', () => stage.close().then(() => stage.send({ text: 'mine' }))],
  ])('%s stays, says why, and writes nothing', async (_what, sending) => {
    await stage.open('write');
    expect(Object.keys((await sending()) ?? {})).toEqual(['otobo-form-first']);
    expect(stage.bodies).toEqual([]);
  });

  test('while something is broken stays open, and the log knows what', async () => {
    await stage.open('write');
    stage.chat.before = (call) => {
      if (call === 'put write') throw new Error('no database');
    };
    expect(Object.keys((await stage.send({ text: 'one' })) ?? {})).toEqual(['otobo-form-first']);
    expect(JSON.stringify(stage.logged)).toContain('no database');
    stage.chat.before = () => undefined;
    await stage.send({ text: 'one' });
    expect(stage.bodies).toEqual(['one']);
  });

  test('stays open when the app cannot even find out who sends it: what was typed is in it', async () => {
    await stage.open('write');
    stage.settingsError = new Error('no settings');
    await expect(stage.send({ text: 'one' })).resolves.toEqual({ 'otobo-form-first': expect.stringContaining('did not work') as string });
    stage.settingsError = undefined;
    await stage.send({ text: 'one' });
    expect(stage.bodies).toEqual(['one']);
  });

  test('closes when what it is for is done, although the person cannot be told', async () => {
    await stage.open('write');
    stage.unreachable = true;
    await expect(stage.send({ text: 'one' })).resolves.toBeUndefined();
    expect(stage.bodies).toEqual(['one']);
    expect(JSON.stringify(stage.logged)).toContain('no connection');
  });
});

describe('a form that is closed', () => {
  test('is forgotten', async () => {
    await stage.open('write');
    await stage.close();
    expect(stage.chat.records.questions).toEqual([]);
  });

  test('by somebody else is not', async () => {
    await stage.open('write');
    await stage.close(stage.bob.id);
    expect(stage.chat.records.questions).toHaveLength(1);
  });
});
