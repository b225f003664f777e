import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import * as v from 'valibot';
import type { ChatMessage, Quote, SentFile } from '../../domain/chat-message';

/** Who quotes a message sends an invisible link to it, in front of their own words. */
const QUOTING = /^(?:\s*\[\s*\]\([^)\s]*\))+\s*/;
const LINK = /\[\s*\]\(([^)\s]*)\)/g;
/** What the server calls the smaller picture that it makes of a picture. */
const THUMB = 'thumb';

const text = v.optional(v.nullable(v.string()));

const FileShape = v.object({ name: text, typeGroup: text });

/** A quoted message has the address that it was copied from, which apps get under this name. */
const AttachmentShape = v.object({
  text,
  type: text,
  description: text,
  timestampLink: text,
  author: v.optional(v.nullable(v.object({ name: text }))),
  title: v.optional(v.nullable(v.object({ value: text }))),
});
type Attachment = v.InferOutput<typeof AttachmentShape>;

const ReactionShape = v.object({ usernames: v.array(v.string()) });

/** What the definitions of older engines do not name comes along under this key. */
const PinnedShape = v.object({ _unmappedProperties_: v.object({ pinned: v.boolean() }) });

/** @returns the engine's message in our words; what of it has another shape than expected is left out */
export function toMessage(message: IMessage & { readonly id: string }): ChatMessage {
  const { id, room, sender, threadId, createdAt, editedAt, type } = message;
  const attachments = parsed(AttachmentShape, message.attachments);
  const pinned = pinnedIn(message);
  return {
    id,
    roomId: room.id,
    author: { id: sender.id, username: sender.username, ...(sender.name && { name: sender.name }) },
    text: ownWords(message.text),
    at: createdAt ? new Date(createdAt).getTime() : 0,
    edited: Boolean(editedAt),
    ...(threadId && { threadId }),
    // as: the type lists what the engine knows of, which is not everything
    system: Boolean(type as string | undefined),
    files: filesOf(message, attachments),
    quotes: [...attachments.flatMap(quoteIn), ...unresolved(message.text ?? '', attachments)],
    reactions: reactionsOf(message),
    ...(pinned !== undefined && { pinned }),
  };
}

const ownWords = (words: string | null | undefined): string => (words ?? '').replace(QUOTING, '');

function parsed<T>(shape: v.GenericSchema<unknown, T>, values: unknown): T[] {
  if (!Array.isArray(values)) return [];
  return values.flatMap((value: unknown): T[] => {
    const result = v.safeParse(shape, value);
    return result.success ? [result.output] : [];
  });
}

/** A file stands among the attachments, with what was said of it, and on newer servers in a list of files, too. */
function filesOf({ files }: IMessage, attachments: readonly Attachment[]): SentFile[] {
  const listed = parsed(FileShape, files)
    .filter(({ typeGroup }) => typeGroup !== THUMB)
    .flatMap(({ name }) => name ?? []);
  const sent = attachments.filter(({ type, timestampLink }) => type === 'file' && !timestampLink);
  const titles = sent.flatMap(({ title }) => title?.value ?? []);
  const names = [...new Set([...titles, ...listed])].filter((name) => !isThumb(name, listed));
  return names.map((name) => {
    const description = sent.find(({ title }) => title?.value === name)?.description;
    return { name, ...(description && { description }) };
  });
}

const isThumb = (name: string, all: readonly string[]): boolean => all.some((other) => name === `${THUMB}-${other}`);

function quoteIn({ text: words, timestampLink, author }: Attachment): Quote[] {
  if (!timestampLink) return [];
  return [{ ...(author?.name && { author: author.name }), text: ownWords(words) }];
}

/** Where the server did not show what is quoted, the address is all there is. */
function unresolved(words: string, attachments: readonly Attachment[]): Quote[] {
  const links = [...(QUOTING.exec(words)?.[0] ?? '').matchAll(LINK)].flatMap(([, link]) => link ?? []);
  return links.filter((link) => attachments.every(({ timestampLink }) => timestampLink !== link)).map((link) => ({ text: link }));
}

function reactionsOf({ reactions }: IMessage): ChatMessage['reactions'] {
  return new Map(
    Object.entries(reactions ?? {}).flatMap(([emoji, given]): [string, readonly string[]][] => {
      const result = v.safeParse(ReactionShape, given);
      // Taken apart, because the engine rewrites code that reads the names by a dot.
      if (!result.success) return [];
      const { usernames } = result.output;
      return [[emoji, usernames]];
    }),
  );
}

function pinnedIn(message: IMessage): boolean | undefined {
  if (typeof message.pinned === 'boolean') return message.pinned;
  const result = v.safeParse(PinnedShape, message);
  return result.success ? result.output._unmappedProperties_.pinned : undefined;
}
