import { AppError } from '../domain/errors';
import { TRANSCRIPT_FILE } from '../domain/transcript';
import type { PartFile } from '../domain/transcript-record';
import type { ArticleContent, Change, Write } from '../domain/write';
import type { Ports } from './ports';

type Attachment = ArticleContent['attachments'][number];

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

/** @returns the change as it is handed over: a part of a transcript with what it says, which was fixed when its range was */
export async function withContent({ id, change }: Write, ports: Pick<Ports, 'transcripts' | 'files'>): Promise<Change> {
  if (change.type !== 'Transcript') return change;
  const kept = await ports.transcripts.content(id);
  if (!kept) throw new AppError('internal_error', {}, `what part ${id} of a transcript says is gone`);
  const html: Attachment = { name: TRANSCRIPT_FILE, type: 'text/html; charset=utf-8', content: base64(kept.html) };
  const files = await Promise.all(kept.files.map((file) => attachmentOf(file, ports)));
  return { ...change, content: { body: kept.body, attachments: [html, ...files] } };
}

/** A file can be deleted at any time; its place says so. */
async function attachmentOf({ id, name, type, gone }: PartFile, { files }: Pick<Ports, 'files'>): Promise<Attachment> {
  const content = await files.content(id);
  if (content !== undefined) return { name, type: type || 'application/octet-stream', content };
  return { name: `${name}.txt`, type: 'text/plain; charset=utf-8', content: base64(`${gone}\n`) };
}
