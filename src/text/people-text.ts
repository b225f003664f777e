import type { ListedPerson } from '../domain/member-lists';
import type { Attendance } from '../domain/attendance';
import { inertLine } from './inert';
import type { Translate } from './translate';

/** More names than this nobody reads on a phone. */
const MOST_NAMED = 30;

/** Who is in the ticket's room, and who is not, with the reasons; one person a line, under a line that names ticket and room. */
export function peopleText(people: Attendance, say: Translate): string {
  const { room, ticketNumber } = people;
  const ticket = say('ticket.number', { number: inertLine(ticketNumber) });
  const heading = room === undefined ? say('people.no_room', { ticket }) : say('people.of', { ticket, room: inertLine(room) });
  return [heading, peopleLines(people, say)].filter((part) => part !== '').join('\n');
}

/** The same without that line, for who is in the room. */
export function peopleLines({ members, inside, complete }: Attendance, say: Translate): string {
  const present = [...members.added, ...members.present];
  const others = inside.filter((username) => !present.some((person) => person.username === username));
  return [
    ...group('people.inside', present, say),
    ...(others.length > 0 ? [say('people.others', { people: named(others.map(inertLine)) })] : []),
    ...group('people.missing', members.unresolved, say),
    ...group('people.left_out', members.skipped, say),
    ...(complete ? [] : [say('people.incomplete')]),
  ].join('\n');
}

function group(title: 'people.inside' | 'people.missing' | 'people.left_out', people: readonly ListedPerson[], say: Translate): string[] {
  if (people.length === 0) return [];
  const lines = people.slice(0, MOST_NAMED).map((person) => `> ${personLine(person, say)}`);
  return [say(title, { count: people.length }), ...lines, ...(people.length > MOST_NAMED ? ['> …'] : [])];
}

function personLine({ name, login, email, username, roles, reason }: ListedPerson, say: Translate): string {
  const who = inertLine(name ?? login ?? email ?? username ?? '?');
  const parts = [...roles.map((role) => say(`role.${role}`)), ...(reason ? [say(`reason.${reason}`)] : [])];
  return parts.length > 0 ? `${who} (${parts.join(', ')})` : who;
}

function named(names: readonly string[]): string {
  return [...names.slice(0, MOST_NAMED), ...(names.length > MOST_NAMED ? ['…'] : [])].join(', ');
}
