import type { IMessage, IMessageRaw } from '@rocket.chat/apps-engine/definition/messages';
import * as v from 'valibot';
import type { ChatMessage, MessageAttachment, SentFile, Speaker } from '../../domain/chat-message';

/** Who quotes a message sends an invisible link to it, in front of their own words. */
const QUOTING = /^(?:\s*\[\s*\]\([^)\s]*[?&]msg=[^)\s]*\))+(?: ?\n| )?/;
const LINK = /\[\s*\]\(([^)\s]*)\)/g;
/** Where the server keeps files that people have sent. */
const UPLOAD = /^\/file-upload\/([^/]+)\//;
/** What the server calls the smaller picture that it makes of a picture. */
const THUMB = 'thumb';

const text = v.optional(v.nullable(v.string()));

const FileShape = v.object({ _id: v.string(), name: v.string(), type: text, typeGroup: text, size: v.optional(v.nullable(v.number())) });

/** A quoted message has the address that it was copied from, which apps get under this name. */
const AttachmentShape = v.object({
  text,
  type: text,
  description: text,
  fileId: text,
  timestampLink: text,
  author: v.optional(v.nullable(v.object({ name: text, link: text }))),
  title: v.optional(v.nullable(v.object({ value: text, link: text }))),
  fields: v.optional(v.nullable(v.array(v.object({ title: v.string(), value: v.string() })))),
});
type Attachment = v.InferOutput<typeof AttachmentShape>;

const ReactionShape = v.object({ usernames: v.array(v.string()) });

/** What the definitions of older engines do not name comes along under this key. */
const PinnedShape = v.object({ _unmappedProperties_: v.object({ pinned: v.boolean() }) });

/** A person as pages have them, or as messages have them that were read one by one. */
type Person = { readonly username?: string; readonly name?: string } & ({ readonly _id: string } | { readonly id: string });

/**
 * @returns the engine's message in our words, of a page or read by itself; what is absent may have become null on its way into the sandbox,
 * whatever the types say, and what of it has another shape than expected is left out
 */
export function toMessage(message: IMessageRaw | IMessage): ChatMessage {
  const { id, createdAt, sender, threadId, editor, editedAt, alias, type } = message as IMessage; // as: pages have the same by these names
  const words = message.text ?? '';
  const attachments = parsed(AttachmentShape, message.attachments);
  const sent = attachments.map((attachment) => ({ attachment, file: fileIn(attachment) }));
  const beside = sent.flatMap(({ attachment, file }) => (file ? [] : attachmentOf(attachment)));
  const pinned = pinnedIn(message);
  return {
    // Only a message that is still to be sent has neither.
    id: id ?? '',
    at: new Date(createdAt ?? 0).getTime(),
    sender: { ...speaker(sender), ...(alias && { name: alias }) },
    text: ownWords(words),
    ...(threadId && { threadId }),
    ...(editedAt && { edited: { at: new Date(editedAt).getTime(), ...(editor && { by: speaker(editor) }) } }),
    // as: the type lists what the engine knows of, which is not everything
    system: Boolean(type as string | undefined),
    ...(pinned !== undefined && { pinned }),
    reactions: reactionsOf(message),
    files: filesOf(
      message,
      sent.flatMap(({ file }) => file ?? []),
    ),
    attachments: [...beside, ...notShown(words, beside)],
  };
}

const ownWords = (words: string | null | undefined): string => (words ?? '').replace(QUOTING, '');

function speaker(person: Person): Speaker {
  const { username, name } = person;
  return { id: '_id' in person ? person._id : person.id, username: username ?? '', ...(name && { name }) };
}

function parsed<T>(shape: v.GenericSchema<unknown, T>, values: unknown): T[] {
  if (!Array.isArray(values)) return [];
  return values.flatMap((value: unknown): T[] => {
    const result = v.safeParse(shape, value);
    return result.success ? [result.output] : [];
  });
}

/** @returns the file that an attachment stands for; a file of another server is none */
function fileIn({ fileId, title, description, timestampLink, type }: Attachment): SentFile | undefined {
  if (timestampLink) return undefined;
  const [, linked] = UPLOAD.exec(title?.link ?? '') ?? [];
  const id = fileId ?? linked;
  if (id === undefined || (type !== 'file' && linked === undefined)) return undefined;
  return { id, name: title?.value ?? '', type: '', ...(description && { description }) };
}

/**
 * A file stands in a list of the message, and among its attachments with what was said of it; older servers list the first one only. Pictures
 * come with a small one of their own, which nobody has sent.
 */
function filesOf(message: IMessageRaw | IMessage, attached: readonly SentFile[]): SentFile[] {
  // The definitions of pages leave out the list.
  const { file, files } = message as { readonly file?: unknown; readonly files?: unknown };
  const all = parsed(FileShape, Array.isArray(files) ? files : [file]);
  const sent = all.filter(({ name, typeGroup }) => typeGroup !== THUMB && !all.some((one) => name === `${THUMB}-${one.name}`));
  const listed = sent.map(({ _id: id, name, type, size }): SentFile => {
    const description = attached.find((one) => one.id === id && one.description !== undefined)?.description;
    return { id, name, type: type ?? '', ...(typeof size === 'number' && { size }), ...(description !== undefined && { description }) };
  });
  const unlisted = attached.filter(({ id }, at) => ![...all.map(({ _id }) => _id), ...idsOf(attached.slice(0, at))].includes(id));
  return [...listed, ...unlisted];
}

const idsOf = (files: readonly SentFile[]): string[] => files.map(({ id }) => id);

function attachmentOf({ author, title, text: words, description, fields, timestampLink }: Attachment): MessageAttachment[] {
  const link = timestampLink ?? title?.link ?? author?.link;
  const said = [timestampLink ? ownWords(words) : words, description].filter(Boolean).join('\n');
  const quotes = timestampLink ? messageIdIn(timestampLink) : undefined;
  const attachment: MessageAttachment = {
    ...(author?.name && { author: author.name }),
    ...(title?.value && { title: title.value }),
    ...(said !== '' && { text: said }),
    ...(link && { link }),
    ...(quotes !== undefined && { quotes }),
    fields: (fields ?? []).map((field) => ({ title: field.title, value: field.value })),
  };
  return Object.keys(attachment).length > 1 || attachment.fields.length > 0 ? [attachment] : [];
}

/** Where the server did not show what is quoted, the address is all there is. */
function notShown(words: string, shown: readonly MessageAttachment[]): MessageAttachment[] {
  const links = [...(QUOTING.exec(words)?.[0] ?? '').matchAll(LINK)].flatMap(([, link]) => link ?? []);
  return links.flatMap((link) => {
    const quotes = messageIdIn(link);
    return quotes === undefined || shown.some((one) => one.link === link) ? [] : [{ link, quotes, fields: [] }];
  });
}

/** Clients quote by the address of a message: `…/group/room?msg=<id>`. */
function messageIdIn(address: string): string | undefined {
  return /[?&]msg=([^&#\s]+)/.exec(address)?.[1];
}

function reactionsOf({ reactions }: IMessageRaw | IMessage): ChatMessage['reactions'] {
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

function pinnedIn(message: IMessageRaw | IMessage): boolean | undefined {
  if ('pinned' in message && typeof message.pinned === 'boolean') return message.pinned;
  const result = v.safeParse(PinnedShape, message);
  return result.success ? result.output._unmappedProperties_.pinned : undefined;
}
