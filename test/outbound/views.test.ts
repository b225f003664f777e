import type { IUIKitSurfaceViewParam } from '@rocket.chat/apps-engine/definition/accessors/IUIController';
import type { Accessors } from '../../src/outbound/rocketchat/accessors';
import { jobs } from '../../src/outbound/rocketchat/jobs';
import { views } from '../../src/outbound/rocketchat/views';
import type { TranscriptPreview } from '../../src/usecases/ports';
import { NINE } from '../domain/said';

const shown: { readonly how: string; readonly view: IUIKitSurfaceViewParam; readonly trigger: unknown; readonly to: unknown }[] = [];
const controller = {
  openSurfaceView: (view: IUIKitSurfaceViewParam, trigger: unknown, to: unknown) =>
    Promise.resolve(void shown.push({ how: 'open', view, trigger, to })),
  updateSurfaceView: (view: IUIKitSurfaceViewParam, trigger: unknown, to: unknown) =>
    Promise.resolve(void shown.push({ how: 'update', view, trigger, to })),
};
const modify = { getUiController: () => controller } as unknown as Accessors['modify']; // as: nothing else may be used
const workspace = { appUser: () => Promise.reject(new Error()), siteUrl: () => Promise.resolve(''), language: () => Promise.resolve('en') };
const port = views({ modify }, 'app-id', workspace);

const PREVIEW: TranscriptPreview = {
  ticketNumber: '11',
  ranges: [{ key: 'new', count: 1 }, { key: 'linked', count: 3 }, { key: 'all' }],
  people: ['Alice *Adler*', ...Array.from({ length: 20 }, (_, at) => `p${at}`)],
  off: 2,
  deleted: 1,
  newest: [{ id: 'm1', at: NINE, name: 'Alice', words: 'hello' }],
};
const user = { id: 'a', username: 'alice', language: 'de', utcOffset: 1 };

beforeEach(() => {
  shown.length = 0;
});

/** All texts of a view, and the values that can be chosen. */
const text = (): string => JSON.stringify(shown.at(-1)?.view);

describe('the dialog about a transcript', () => {
  test('is in the language of who sees it, with times of their clock', async () => {
    await port.open({ id: 't', user }, 'view', { type: 'Transcript', preview: PREVIEW });
    expect(shown[0]).toMatchObject({ how: 'open', trigger: { triggerId: 't' }, to: { id: 'a' }, view: { id: 'view', type: 'modal' } });
    expect(text()).toContain('Seit dem letzten Protokoll (1 Nachricht)');
    expect(text()).toContain('11-23 10:00 Alice: hello');
    expect(text()).toContain('Alles im Raum"');
  });

  test('means nothing but text by what is foreign in it, and names no more people than a phone shows', async () => {
    await port.open({ id: 't', user }, 'view', { type: 'Transcript', preview: PREVIEW });
    expect(text()).toContain('Personen (21): Alice \\\\*Adler\\\\*');
    expect(text()).toContain('p8, …');
    expect(text()).not.toContain('p9');
  });

  test('can be sent only when there is something to be sent', async () => {
    await port.open({ id: 't', user }, 'view', { type: 'Transcript', preview: PREVIEW });
    expect(shown.at(-1)?.view).toHaveProperty('submit');
    await port.open({ id: 't', user }, 'view', {
      type: 'Transcript',
      preview: { ...PREVIEW, ranges: [{ key: 'all', count: 0 }], newest: [] },
    });
    expect(shown.at(-1)?.view).not.toHaveProperty('submit');
    expect(text()).not.toContain('leave-out');
  });

  test('says of a room that was not counted that it was not', async () => {
    const { ticketNumber, people, deleted, newest } = PREVIEW;
    await port.open({ id: 't', user }, 'view', {
      type: 'Transcript',
      preview: { ticketNumber, people, deleted, newest, ranges: [{ key: 'all' }] },
    });
    expect(text()).toContain('Der Raum ist zu groß');
    expect(shown.at(-1)?.view).toHaveProperty('submit');
  });

  test('that was opened before the room was read has a button that shows the rest', async () => {
    await port.open({ id: 't', user: { id: 'a', username: 'alice' } }, 'view', { type: 'Transcript' });
    expect(shown.at(-1)?.view).not.toHaveProperty('submit');
    expect(text()).toContain('The room is being read');
    expect(text()).toContain('"actionId":"otobo-transcript-show","value":"view"');
    await port.update({ id: 't2', user }, 'view', { type: 'Transcript', preview: PREVIEW });
    expect(shown.at(-1)).toMatchObject({ how: 'update', trigger: { triggerId: 't2' }, view: { id: 'view' } });
  });
});

test('a job that cannot be brought forward runs at its next minute, and nobody is bothered', async () => {
  const warned: unknown[] = [];
  const refusing = {
    modify: { getScheduler: () => ({ scheduleOnce: () => Promise.reject(new Error('no')) }) },
    log: { warn: (entry: unknown) => warned.push(entry) },
  } as unknown as Pick<Accessors, 'modify' | 'log'>; // as: nothing else may be used
  await jobs(refusing).runSoon('transcripts');
  expect(warned).toHaveLength(1);
});
