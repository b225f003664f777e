import type { MessageDocument, UserDocument } from '../documents';
import { canAccess } from '../rules/posting';
import type { Server } from '../server';

/** Clients put the address of a message before a text to quote it. */
const ADDRESS = /https?:\/\/[^\s()]+/g;

/** @returns a quotation for each address in a text that leads to a message of this workspace, in a room that whoever writes is let into */
export function quotationsIn(server: Server, text: string, user: UserDocument): Record<string, unknown>[] {
  const here = server.settings.text('Site_Url');
  return [...text.matchAll(ADDRESS)].flatMap(([url]) => {
    const id = url.includes(here) ? (new URLSearchParams(url.split('?')[1]).get('msg') ?? '') : '';
    const quoted = server.store.messages.get(id);
    const room = quoted && server.store.rooms.get(quoted.rid);
    return quoted && room && canAccess(server, room, user) ? [quotation(quoted, url)] : [];
  });
}

function quotation({ msg, u, ts, attachments = [] }: MessageDocument, url: string): Record<string, unknown> {
  return { text: msg, author_name: u.username, author_icon: `/avatar/${u.username}`, message_link: url, attachments, ts };
}
