import type { IMessage, IMessageAttachment, IMessageRaw } from '@rocket.chat/apps-engine/definition/messages';
import type { SaidAttachment, SaidFile, SaidMessage, Speaker } from '../../domain/said-message';

/** Where the server keeps files that people have sent. */
const UPLOADS = '/file-upload/';

/** A person as pages have them, or as messages have them that were read one by one. */
type Person = { readonly username?: string; readonly name?: string } & ({ readonly _id: string } | { readonly id: string });

/** @returns the engine's message in our words; what is absent may have become null on its way into the sandbox, whatever the types say */
export function toSaidMessage(message: IMessageRaw | IMessage): SaidMessage {
  const { id, createdAt, sender, text, threadId, editor, editedAt, alias } = message;
  return {
    // Only a message that is still to be sent has neither.
    id: id ?? '',
    at: new Date(createdAt ?? 0).getTime(),
    sender: { ...speaker(sender), ...(alias && { name: alias }) },
    text: text ?? '',
    ...(threadId && { threadId }),
    ...(editor && editedAt && { edited: { at: new Date(editedAt).getTime(), by: speaker(editor) } }),
    reactions: reactionsOf(message),
    files: filesOf(message),
    attachments: (message.attachments ?? []).flatMap(attachmentOf),
  };
}

function speaker(person: Person): Speaker {
  const { username, name } = person;
  return { id: '_id' in person ? person._id : person.id, username: username ?? '', ...(name && { name }) };
}

/** Taken apart by name: the engine rewrites code that reads this list with a dot. */
function reactionsOf({ reactions }: IMessageRaw | IMessage): SaidMessage['reactions'] {
  // as: the definitions make lists of what is one list by name
  const all = (reactions ?? {}) as unknown as Readonly<Record<string, { readonly usernames: readonly string[] }>>;
  return new Map(Object.entries(all).map(([reaction, { usernames }]) => [reaction, usernames]));
}

/** A file as it stands on a message: the definitions know no size. */
interface SentFile {
  readonly _id: string;
  readonly name: string;
  readonly type: string | null;
  readonly typeGroup?: string | null;
  readonly size?: number | null;
}

/** Pictures come with a small one of their own, which nobody has sent. */
function filesOf(message: IMessageRaw | IMessage): SaidFile[] {
  // The definitions of pages leave out the list, older servers leave out all but the first.
  const { file, files } = message as { readonly file?: SentFile; readonly files?: readonly SentFile[] };
  const all = files ?? (file ? [file] : []);
  return all
    .filter(({ name, typeGroup }) => typeGroup !== 'thumb' && !all.some((one) => name === `thumb-${one.name}`))
    .map(({ _id: id, name, type, size }) => ({ id, name, type: type ?? '', ...(typeof size === 'number' && { size }) }));
}

/** Of a file's own attachment only what somebody wrote about it is left: the file is among the files. */
function attachmentOf(attachment: IMessageAttachment): SaidAttachment[] {
  const { author, title, text, description, fields, timestampLink } = attachment;
  const link = timestampLink ?? title?.link ?? author?.link;
  const isFile = attachment.type === 'file' || Boolean(attachment.fileId) || (title?.link?.startsWith(UPLOADS) ?? false);
  const words = [text, description].filter(Boolean).join('\n');
  const quotes = timestampLink ? messageIdIn(timestampLink) : undefined;
  const said: SaidAttachment = {
    ...(author?.name && !isFile && { author: author.name }),
    ...(title?.value && !isFile && { title: title.value }),
    ...(words !== '' && { text: words }),
    ...(link && !isFile && { link }),
    ...(quotes !== undefined && { quotes }),
    fields: (fields ?? []).map((field) => ({ title: field.title, value: field.value })),
  };
  return Object.keys(said).length > 1 || said.fields.length > 0 ? [said] : [];
}

/** Clients quote by the address of a message: `…/group/room?msg=<id>`. */
function messageIdIn(address: string): string | undefined {
  return /[?&]msg=([^&#\s]+)/.exec(address)?.[1];
}
