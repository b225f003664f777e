import type { ListedPerson } from '../../domain/member-lists';
import { inertLine } from '../../text/inert';
import type { Translate } from '../../text/translate';
import type { PeopleAnswer } from '../../usecases/people-of-ticket';

/** More names than this nobody reads on a phone. */
const MOST_NAMED = 30;

/** Who is in the ticket's room, and who is not, with the reasons; one person a line. */
export function peopleText(answer: PeopleAnswer, say: Translate): string {
  const { result, room, members, inside, complete, ticketNumber } = answer;
  const number = say('ticket.number', { number: inertLine(ticketNumber) });
  const present = [...members.added, ...members.present];
  const others = inside.filter((username) => !present.some((person) => person.username === username));
  return [
    result === 'found'
      ? say('people.of', { ticket: number, room: inertLine(room?.slug ?? '') })
      : say('people.no_room', { ticket: number }),
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
