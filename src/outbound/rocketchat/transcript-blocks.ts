import type { LayoutBlock } from '@rocket.chat/ui-kit';
import { TRANSCRIPT_LEAVE_OUT, TRANSCRIPT_RANGE, TRANSCRIPT_SHOW, TRANSCRIPT_VISIBLE } from '../../domain/transcript-dialog';
import { inertLine } from '../../text/inert';
import type { Translate } from '../../text/translate';
import type { TranscriptPreview } from '../../usecases/ports';

/** More names would fill a phone. */
const MAX_PEOPLE = 10;
const HOUR_MS = 3_600_000;

type Option = Extract<Extract<LayoutBlock, { type: 'input' }>['element'], { type: 'static_select' }>['options'][number];

const plain = (text: string): { type: 'plain_text'; text: string } => ({ type: 'plain_text', text });
const option = (value: string, text: string): Option => ({ value, text: plain(text) });

/**
 * The dialog about a transcript.
 *
 * @param utcOffset hours that the clock of who sees it is ahead of UTC
 */
export function transcriptBlocks(
  viewId: string,
  preview: TranscriptPreview | undefined,
  utcOffset: number,
  appId: string,
  say: Translate,
): LayoutBlock[] {
  if (!preview) return reading(viewId, appId, say);
  const { ranges, newest } = preview;
  const [usual] = ranges;
  const whole = newest.map(({ id, at, name, words }) => option(id, `${timeOfDay(at, utcOffset)} ${name}: ${words}`));
  return [
    section(appId, 'summary', summary(preview, say)),
    ...(usual?.key === 'new' && usual.count === 0 ? [section(appId, 'nothing', say('dialog.transcript.nothing_new'))] : []),
    input(appId, TRANSCRIPT_RANGE, say('dialog.transcript.range'), {
      type: 'static_select',
      placeholder: plain(say('dialog.transcript.range')),
      options: ranges.map(({ key, count }) => option(key, rangeLabel(key, count, say))),
      ...(usual && { initialValue: usual.key }),
    }),
    ...(whole.length > 0
      ? [
          input(appId, TRANSCRIPT_LEAVE_OUT, say('dialog.transcript.leave_out'), {
            type: 'multi_static_select',
            placeholder: plain(say('dialog.transcript.none')),
            options: whole,
          }),
        ]
      : []),
    input(appId, TRANSCRIPT_VISIBLE, say('dialog.transcript.visible'), {
      type: 'static_select',
      placeholder: plain(say('dialog.transcript.visible')),
      options: (['no', 'yes'] as const).map((value) => option(value, say(`dialog.transcript.visible.${value}`))),
      initialValue: 'no',
    }),
  ];
}

function reading(viewId: string, appId: string, say: Translate): LayoutBlock[] {
  return [
    section(appId, 'reading', say('dialog.transcript.reading')),
    {
      type: 'actions',
      appId,
      blockId: 'show',
      elements: [
        { type: 'button', appId, blockId: 'show', actionId: TRANSCRIPT_SHOW, value: viewId, text: plain(say('dialog.transcript.show')) },
      ],
    },
  ];
}

function summary({ ticketNumber, people, off, deleted }: TranscriptPreview, say: Translate): string {
  const names = people.slice(0, MAX_PEOPLE).map(inertLine).join(', ');
  return [
    say('dialog.transcript.summary', { number: inertLine(ticketNumber), off: off ?? 'unknown', deleted }),
    ...(people.length > 0
      ? [say('dialog.transcript.people', { count: people.length, people: people.length > MAX_PEOPLE ? `${names}, …` : names })]
      : []),
  ].join('\n');
}

function rangeLabel(key: 'new' | 'linked' | 'all', count: number | undefined, say: Translate): string {
  const range = say(`dialog.transcript.range.${key}`);
  return count === undefined ? range : say('dialog.transcript.counted', { range, count });
}

const timeOfDay = (at: number, utcOffset: number): string =>
  new Date(at + utcOffset * HOUR_MS).toISOString().slice(5, 16).replace('T', ' ');

const section = (appId: string, blockId: string, text: string): LayoutBlock => ({
  type: 'section',
  appId,
  blockId,
  text: { type: 'mrkdwn', text },
});

type Input = Extract<LayoutBlock, { type: 'input' }>;
type Element<Type> = Omit<Extract<Input['element'], { type: Type }>, 'appId' | 'blockId' | 'actionId'>;

function input(
  appId: string,
  actionId: string,
  label: string,
  element: Element<'static_select'> | Element<'multi_static_select'>,
): LayoutBlock {
  return { type: 'input', appId, blockId: actionId, label: plain(label), element: { ...element, appId, blockId: actionId, actionId } };
}
