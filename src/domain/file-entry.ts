import { plainLine } from './plain-line';

/** A file on a message, as an article names it, and what becomes of it. */
export interface FileEntry {
  readonly name: string;
  readonly type: string;
  /** In bytes, where anybody knows. */
  readonly size?: number;
  /** `named`: files are only named. The others are attached, or the reason why one is not. */
  readonly kept: 'named' | 'attached' | 'too_large' | 'no_room' | 'gone';
  /** What it is called among the attachments. */
  readonly attachedAs?: string;
}

/**
 * So much may all files of one article have together, in bytes. What is more makes the sandbox slow (a call with 10 MB takes 1.4 s), and OTOBO
 * has 10 s to take it all.
 */
export const MOST_BYTES = 6_000_000;

/**
 * @param size in bytes; absent where the file is gone
 * @param before how many bytes are attached already
 * @param largest how many one file may have
 */
export function fateOf(size: number | undefined, before: number, largest: number): Exclude<FileEntry['kept'], 'named'> {
  if (size === undefined) return 'gone';
  if (size > largest) return 'too_large';
  return before + size > MOST_BYTES ? 'no_room' : 'attached';
}

/** @returns one line about a file, which is not escaped */
export function fileLine(
  { name, type, size, kept, attachedAs }: FileEntry,
  say: (sentence: 'file.line', values: Readonly<Record<string, string>>) => string,
): string {
  const shown = plainLine(name);
  return say('file.line', {
    name: shown,
    type: plainLine(type) || 'none',
    size: size === undefined ? 'none' : fileSize(size),
    kept,
    renamed: attachedAs === undefined || attachedAs === shown ? 'no' : attachedAs,
  });
}

/** @param bytes how many @returns such as `512 B`, `1.2 kB`, `3.4 MB` */
function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
