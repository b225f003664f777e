import type { LayoutBlock } from '@rocket.chat/ui-kit';
import { TRANSCRIPT_LEAVE_OUT, TRANSCRIPT_RANGE, TRANSCRIPT_SHOW, TRANSCRIPT_VISIBLE } from '../../../domain/transcript-dialog';
import { inertLine } from '../../../text/inert';
import type { Translate } from '../../../text/translate';
import type { TranscriptPreview, View } from '../../../usecases/ports';
import { plain, section } from '../blocks';
import { input, option, type Reader, select, type Shown } from './inputs';

/** More names would fill a phone. */
const MAX_PEOPLE = 10;
const HOUR_MS = 3_600_000;

/** The dialog about a transcript; times are on the clock of who sees it. */
export function transcriptView({ preview }: Extract<View, { type: 'Transcript' }>, reader: Reader): Shown {
  const { say } = reader;
  return {
    title: say('dialog.transcript.title'),
    blocks: preview ? choices(preview, reader) : reading(reader),
    ...(preview?.ranges.some(({ count }) => count !== 0) && { submit: say('dialog.transcript.send') }),
  };
}

function choices(preview: TranscriptPreview, reader: Reader): LayoutBlock[] {
  const { appId, utcOffset, say } = reader;
  const { ranges, newest } = preview;
  const [usual] = ranges;
  const whole = newest.map(({ id, at, name, words }) => option(id, `${timeOfDay(at, utcOffset)} ${name}: ${words}`));
  return [
    section(appId, 'summary', summary(preview, say)),
    ...(usual?.key === 'new' && usual.count === 0 ? [section(appId, 'nothing', say('dialog.transcript.nothing_new'))] : []),
    select(
      reader,
      TRANSCRIPT_RANGE,
      say('dialog.transcript.range'),
      ranges.map(({ key, count }) => option(key, rangeLabel(key, count, say))),
      usual?.key,
    ),
    ...(whole.length > 0
      ? [
          input(appId, TRANSCRIPT_LEAVE_OUT, say('dialog.transcript.leave_out'), {
            type: 'multi_static_select',
            placeholder: plain(say('dialog.transcript.none')),
            options: whole,
          }),
        ]
      : []),
    select(
      reader,
      TRANSCRIPT_VISIBLE,
      say('dialog.transcript.visible'),
      (['no', 'yes'] as const).map((value) => option(value, say(`dialog.transcript.visible.${value}`))),
      'no',
    ),
  ];
}

function reading({ viewId, appId, say }: Reader): LayoutBlock[] {
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
