import { addressOf, placeFrom, stepFrom } from '../../../playground/web/client/place';
import { placeOfLink } from '../../../playground/web/client/page-links';

const OWN = 'http://127.0.0.1:3000';
const OTOBO = 'http://127.0.0.1:3001';

test('whoever comes to the page for the first time sees a ticket', () => {
  expect(placeFrom('')).toEqual({ side: 'otobo', agent: 'alice', user: 'alice', ticket: '1' });
});

test('the address leads back to the same place', () => {
  const place = { side: 'chat', agent: 'bob', user: 'carol', ticket: '3', room: 'ticket-3', thread: 't', panel: 'log' } as const;
  expect(placeFrom(addressOf(place))).toEqual(place);
});

test('a link to a room shows the chat where there is room for one side only', () => {
  expect(placeFrom('?room=ticket-1')).toMatchObject({ side: 'chat', room: 'ticket-1' });
});

test('an address that somebody has tampered with shows what it can', () => {
  expect(placeFrom('?side=moon&panel=secrets&room=')).toEqual({ side: 'otobo', agent: 'alice', user: 'alice' });
});

test('a step changes what it names, takes away what it names as undefined, and keeps the rest', () => {
  const place = placeFrom('?ticket=1&room=r&thread=t&user=bob');
  expect(stepFrom(place, { room: 'other', thread: undefined })).toEqual({ ...placeFrom('?ticket=1&room=other&user=bob') });
});

test('links to rooms of this workspace and to tickets of the stand-in stay on the page', () => {
  expect(placeOfLink(`${OWN}/group/ticket-1`, OWN, OTOBO)).toMatchObject({ room: 'ticket-1', side: 'chat' });
  expect(placeOfLink(`${OTOBO}/otobo/index.pl?Action=AgentTicketZoom;TicketID=7`, OWN, OTOBO)).toEqual({ ticket: '7', side: 'otobo' });
});

test.each([
  'https://example.com/group/ticket-1',
  `${OWN}/playground/users`,
  `${OWN}/file-upload/id/name`,
  `${OTOBO}/otobo/index.pl?Action=AgentTicketQueue`,
  'https://otobo.example.com/otobo/index.pl?Action=AgentTicketZoom;TicketID=7',
  'mailto:alice@helpdesk.test',
  '',
])('%j leads away from the page', (href) => {
  expect(placeOfLink(href, OWN, OTOBO)).toBeUndefined();
});

test('tickets of a real OTOBO are not looked for on the page', () => {
  expect(placeOfLink(`${OTOBO}/otobo/index.pl?Action=AgentTicketZoom;TicketID=7`, OWN, undefined)).toBeUndefined();
});
