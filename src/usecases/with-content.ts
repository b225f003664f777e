import { AppError } from '../domain/errors';
import { TRANSCRIPT_FILE } from '../domain/transcript';
import type { ArticleContent, AttachedFile, Attachment, Change, Write } from '../domain/write';
import type { Ports } from './ports';

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

/**
 * @returns the change as it is handed over: with what its files have in them, and a part of a transcript with what it says, which was fixed
 * when its range was
 */
export async function withContent({ id, change }: Write, ports: Pick<Ports, 'transcripts' | 'files'>): Promise<Change> {
  switch (change.type) {
    case 'Note':
    case 'Create':
      return change.files ? { ...change, attachments: await contentsOf(change.files, ports) } : change;
    case 'Transcript':
      return { ...change, content: await partContent(id, ports) };
    case 'Reply':
    case 'Fields':
    case 'RoomLink':
      return change;
  }
}

async function partContent(id: string, ports: Pick<Ports, 'transcripts' | 'files'>): Promise<ArticleContent> {
  const kept = await ports.transcripts.content(id);
  if (!kept) throw new AppError('internal_error', {}, `what part ${id} of a transcript says is gone`);
  const html: Attachment = { name: TRANSCRIPT_FILE, type: 'text/html; charset=utf-8', content: base64(kept.html) };
  return { body: kept.body, attachments: [html, ...(await contentsOf(kept.files, ports))] };
}

/** A file can be deleted at any time; its place says so. */
function contentsOf(wanted: readonly AttachedFile[], { files }: Pick<Ports, 'files'>): Promise<Attachment[]> {
  return Promise.all(
    wanted.map(async ({ id, name, type, gone }) => {
      const content = await files.content(id);
      if (content !== undefined) return { name, type: type || 'application/octet-stream', content };
      return { name: `${name}.txt`, type: 'text/plain; charset=utf-8', content: base64(`${gone}\n`) };
    }),
  );
}
