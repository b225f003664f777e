import type { SaidFile, SaidMessage } from '../domain/said-message';
import type { EntryFile } from '../domain/transcript';
import type { TranscriptFiles } from '../domain/transcript-files';
import { nameApart } from '../domain/transcript-names';
import type { PartFile } from '../domain/transcript-record';
import type { Translate } from '../text/translate';
import type { Ports } from './ports';

/** What is larger makes the sandbox slow (a call with 10 MB takes 1.4 s), and OTOBO has 10 s to take it all. */
const LARGEST_FILE = 2_000_000;
const LARGEST_PART = 6_000_000;

export interface FilesOfPart {
  /** By the id of the message that they came with. */
  readonly entries: ReadonlyMap<string, readonly EntryFile[]>;
  /** Those to be attached. */
  attached(say: Translate): readonly PartFile[];
}

/**
 * Decides what becomes of the files of some messages.
 *
 * @param reserved a name that no attachment may have
 */
export async function filesOfPart(
  messages: readonly SaidMessage[],
  wanted: TranscriptFiles,
  reserved: string,
  { files }: Pick<Ports, 'files'>,
): Promise<FilesOfPart> {
  const all = messages.flatMap((message) => message.files.map((file) => ({ message, file })));
  const sized = await Promise.all(
    all.map(async ({ message, file }) => ({ message, file, size: file.size ?? (await files.size(file.id)) })),
  );
  const taken = new Set([reserved]);
  const attached: (SaidFile & { readonly as: string })[] = [];
  const entries = new Map<string, EntryFile[]>();
  let total = 0;
  for (const { message, file, size } of sized) {
    const kept = wanted === 'named' ? 'named' : fate(size, total);
    const as = kept === 'attached' ? nameApart(file.name, taken) : undefined;
    if (as !== undefined) {
      total += size ?? 0;
      attached.push({ ...file, as });
    }
    const { name, type } = file;
    const entry = { name, type, kept, ...(size !== undefined && { size }), ...(as !== undefined && { attachedAs: as }) };
    entries.set(message.id, [...(entries.get(message.id) ?? []), entry]);
  }
  return {
    entries,
    attached: (say) => attached.map(({ id, as, type }) => ({ id, name: as, type, gone: say('transcript.file_gone', { name: as }) })),
  };
}

function fate(size: number | undefined, total: number): EntryFile['kept'] {
  if (size === undefined) return 'gone';
  if (size > LARGEST_FILE) return 'too_large';
  return total + size > LARGEST_PART ? 'no_room' : 'attached';
}
