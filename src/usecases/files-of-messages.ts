import type { ChatMessage, SentFile } from '../domain/chat-message';
import { fateOf, type FileEntry } from '../domain/file-entry';
import { nameApart } from '../domain/name-apart';
import type { TranscriptFiles } from '../domain/transcript-files';
import type { AttachedFile } from '../domain/write';
import type { Translate } from '../text/translate';
import type { Ports } from './ports';

export interface FileRules {
  readonly wanted: TranscriptFiles;
  /** How large a file may be that is attached, in bytes. */
  readonly largest: number;
  /** A name that none may have. */
  readonly reserved?: string;
}

export interface FilesOfMessages {
  /** By the id of the message that they came with. */
  readonly entries: ReadonlyMap<string, readonly FileEntry[]>;
  /** Those to be attached. */
  attached(say: Translate): readonly AttachedFile[];
}

/**
 * Decides what becomes of the files of some messages of a room in one article. What a message says of its files may be made up: attached is
 * only what the server knows as a file of that room, and its size is what the server says.
 */
export async function filesOfMessages(
  messages: readonly ChatMessage[],
  roomId: string,
  { wanted, largest, reserved }: FileRules,
  { files }: Pick<Ports, 'files'>,
): Promise<FilesOfMessages> {
  const all = messages.flatMap((message) => message.files.map((file) => ({ message, file })));
  const sizeOf = ({ id, size }: SentFile): Promise<number | undefined> | number =>
    (wanted === 'named' ? size : undefined) ?? files.size(id, roomId);
  const sized = await Promise.all(all.map(async ({ message, file }) => ({ message, file, size: await sizeOf(file) })));
  const taken = new Set(reserved === undefined ? [] : [reserved]);
  const attached: (SentFile & { readonly as: string })[] = [];
  const entries = new Map<string, FileEntry[]>();
  let total = 0;
  for (const { message, file, size } of sized) {
    const kept = wanted === 'named' ? 'named' : fateOf(size, total, largest);
    const as = kept === 'attached' ? nameApart(file.name, taken) : undefined;
    if (as !== undefined) {
      total += size ?? 0;
      attached.push({ ...file, as });
    }
    const { name, type } = file;
    const entry: FileEntry = { name, type, kept, ...(size !== undefined && { size }), ...(as !== undefined && { attachedAs: as }) };
    entries.set(message.id, [...(entries.get(message.id) ?? []), entry]);
  }
  return {
    entries,
    attached: (say) => attached.map(({ id, as, type }) => ({ id, name: as, type, gone: say('file.gone', { name: as }) })),
  };
}
