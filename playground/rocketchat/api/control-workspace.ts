import type { Router } from 'express';
import type { RocketChat } from '../host';
import type { NewAccount, RoomWish, SettingValue } from '../workspace';
import { optionalText, parameter, route, text } from './control';

/** People, rooms, messages, server settings and the clock. */
export function workspaceRoutes(router: Router, { workspace, clock }: RocketChat): void {
  route(router, 'get', '/users', () => workspace.allUsers());
  route(router, 'post', '/users', (body) => {
    text(body, 'username');
    return workspace.addUser(body as unknown as NewAccount); // as: the playground takes accounts as they are given
  });
  route(router, 'patch', '/users/:username', (body, request) => workspace.updateUser(parameter(request, 'username'), body));
  route(router, 'delete', '/users/:username', (_body, request) => workspace.removeUser(parameter(request, 'username')));
  route(router, 'post', '/users/:username/login', (_body, request) => workspace.logIn(parameter(request, 'username')));
  route(router, 'post', '/users/:username/logout', (_body, request) => workspace.logOut(parameter(request, 'username')));

  route(router, 'get', '/users/:username/rooms', (_body, request) => workspace.roomsOf(parameter(request, 'username')));
  route(router, 'post', '/users/:username/rooms/:room/read', (_body, request) =>
    workspace.markRead(parameter(request, 'username'), parameter(request, 'room')),
  );

  route(router, 'get', '/rooms', () => workspace.allRooms());
  route(router, 'post', '/rooms', (body) => {
    text(body, 'name');
    const wish = body as unknown as RoomWish; // as: the playground takes rooms as they are wished
    return body.type === 'c' ? workspace.createChannel(text(body, 'by'), wish) : workspace.createPrivateGroup(text(body, 'by'), wish);
  });
  route(router, 'post', '/rooms/direct', (body) => workspace.openDirectRoom(text(body, 'by'), text(body, 'with')));
  route(router, 'get', '/rooms/:room', (_body, request) => {
    const room = workspace.room(parameter(request, 'room'));
    if (!room) throw new Error(`There is no room ${parameter(request, 'room')}.`);
    return { ...room, members: workspace.members(room._id) };
  });
  route(router, 'patch', '/rooms/:room', async ({ name, archived, readOnly, type, customFields }, request) => {
    const room = parameter(request, 'room');
    if (typeof archived === 'boolean') workspace.setArchived(room, archived);
    if (typeof readOnly === 'boolean') workspace.setReadOnly(room, readOnly);
    if (type === 'c' || type === 'p') workspace.setRoomType(room, type);
    if (typeof customFields === 'object' && customFields !== null) workspace.saveRoomCustomFields(room, { ...customFields });
    if (typeof name === 'string') await workspace.renameRoom(room, name);
  });
  route(router, 'delete', '/rooms/:room', (_body, request) => workspace.deleteRoom(parameter(request, 'room')));
  route(router, 'get', '/rooms/:room/members', (_body, request) => workspace.members(parameter(request, 'room')));
  route(router, 'post', '/rooms/:room/members', (body, request) => workspace.invite(text(body, 'username'), parameter(request, 'room')));
  route(router, 'delete', '/rooms/:room/members/:username', (_body, request) =>
    workspace.removeMember(parameter(request, 'username'), parameter(request, 'room')),
  );

  route(router, 'get', '/rooms/:room/messages', (_body, request) => workspace.messages(parameter(request, 'room')));
  route(router, 'post', '/rooms/:room/messages', (body, request) =>
    workspace.sendMessage(text(body, 'username'), parameter(request, 'room'), text(body, 'text'), optionalText(body, 'threadId')),
  );
  route(router, 'post', '/rooms/:room/files', (body, request) => {
    const file = { name: text(body, 'name'), type: text(body, 'type') };
    return workspace.uploadFile(text(body, 'username'), parameter(request, 'room'), file, Buffer.from(text(body, 'content'), 'base64'));
  });
  route(router, 'patch', '/messages/:message', (body, request) =>
    workspace.editMessage(text(body, 'username'), parameter(request, 'message'), text(body, 'text')),
  );
  route(router, 'delete', '/messages/:message', (body, request) =>
    workspace.deleteMessage(text(body, 'username'), parameter(request, 'message')),
  );
  route(router, 'post', '/messages/:message/reactions', (body, request) =>
    workspace.react(text(body, 'username'), parameter(request, 'message'), text(body, 'emoji')),
  );
  route(router, 'get', '/ephemeral', () => workspace.ephemeral);

  route(router, 'get', '/server-settings/:id', (_body, request) => workspace.settings.find(parameter(request, 'id')));
  route(router, 'put', '/server-settings/:id', (body, request) => {
    workspace.settings.set(parameter(request, 'id'), body.value as SettingValue); // as: the setting itself refuses what it cannot be
  });
  route(router, 'get', '/clock', () => ({ now: new Date(clock.now()), aheadMs: clock.offsetMs }));
  route(router, 'post', '/clock/advance', ({ ms }) => {
    if (typeof ms !== 'number') throw new Error('"ms" has to be a number of milliseconds.');
    clock.advance(ms);
    return { now: new Date(clock.now()), aheadMs: clock.offsetMs };
  });
  route(router, 'get', '/snapshot', () => workspace.snapshot());
}
