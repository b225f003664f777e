/**
 * What a server refuses in a message's attachments, because a client would make links of it or show an empty table cell.
 * The length of their text is not limited.
 */

const FULL_LINK = /^(?:https?:\/\/|data:)/;
const RELATIVE_LINK = /^[^/]*\/[^/]/;
const UPLOADED = '/file-upload/';

const LINKS = ['thumb_url', 'message_link', 'author_link', 'author_icon', 'title_link', 'image_url', 'audio_url', 'video_url'];
const ACTION_LINKS = ['url', 'image_url'];

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const listOf = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(isFields) : []);

function refuseLink(value: unknown): void {
  if (value === undefined || value === null) return;
  if (typeof value !== 'string') throw new Error(`Match error: Expected string, got ${typeof value}`);
  if (!FULL_LINK.test(value) && !value.startsWith(UPLOADED)) throw new Error('Invalid href value provided');
}

/** @throws on a link that is neither http(s), data nor an upload, and on a field without title or value */
export function checkAttachments(attachments: readonly Fields[]): void {
  for (const attachment of attachments) {
    for (const name of LINKS) refuseLink(attachment[name]);
    for (const field of listOf(attachment.fields)) {
      if (!field.title || !field.value) throw new Error('Invalid attachment field, title and value is required');
    }
    for (const action of listOf(attachment.actions)) {
      for (const name of ACTION_LINKS) refuseLink(action[name]);
    }
  }
}

/** An avatar may also be a path on the server itself, but never a script. */
export function checkAvatar(avatar: unknown): void {
  if (typeof avatar !== 'string') return;
  const isLink = FULL_LINK.test(avatar) || RELATIVE_LINK.test(avatar);
  if (!isLink || /^javascript:/i.test(avatar)) throw new Error('Invalid href value provided');
}
