/** What a transcript has of files: their names, or the files themselves. */
export const TRANSCRIPT_FILES = ['named', 'attached'] as const;
export type TranscriptFiles = (typeof TRANSCRIPT_FILES)[number];
