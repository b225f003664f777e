import { addressParser } from 'postal-mime';
import * as v from 'valibot';
import { isAddress } from '../../../domain/address';
import { list } from '../../../domain/otobo-values';
import { type Person, PERSON_TYPES, type Role, ROLES } from '../../../domain/person';
import type { ArticleBody } from './articles';
import { optionalObject, text } from './values';

export const PersonShape = v.object(
  {
    Login: text,
    Email: text,
    Name: text,
    // With a default that is none of them, so that a missing one is reported like a wrong one.
    Type: v.pipe(v.optional(v.unknown(), null), v.picklist(PERSON_TYPES, `must be one of ${PERSON_TYPES.join(', ')}`)),
    Roles: list(v.picklist(ROLES, `must be one of ${ROLES.join(', ')}`)),
  },
  'must be a person: {Login?, Email?, Name?, Type, Roles}',
);

export const ActorShape = optionalObject({ Login: text, Email: text });

export function toPerson({ Login, Email, Name, Type, Roles }: v.InferOutput<typeof PersonShape>): Person {
  return {
    type: Type,
    roles: Roles,
    ...(Login !== undefined && { login: Login }),
    ...(Email !== undefined && { email: bareAddress(Email) }),
    ...(Name !== undefined && { name: Name }),
  };
}

/** Who acts in OTOBO is an agent. */
export function toActor(actor: v.InferOutput<typeof ActorShape>): Person | undefined {
  if (actor?.Login === undefined && actor?.Email === undefined) return undefined;
  return toPerson({ ...actor, Name: undefined, Type: 'Agent', Roles: [] });
}

/** An e-mail field may hold `Name <address>`; what holds no address stays as it is and is reported as not valid later. */
function bareAddress(field: string): string {
  const [only, ...more] = addresses(field);
  return only && more.length === 0 ? only.address : field;
}

/** An article that does not say that customers see it counts as internal. */
export function peopleOfArticle({ From, To, Cc, IsVisibleForCustomer: visible }: ArticleBody): Person[] {
  const heads: [string | undefined, Role][] = [
    [From, visible ? 'From' : 'InternalFrom'],
    [To, visible ? 'To' : 'InternalTo'],
    [Cc, visible ? 'Cc' : 'InternalCc'],
  ];
  return heads.flatMap(([field, role]) =>
    addresses(field ?? '').map(({ address, name }): Person => ({
      type: 'Address',
      email: address,
      roles: [role],
      ...(name !== '' && { name }),
    })),
  );
}

/** Entries without an address are names of queues, which stand in the same fields. */
function addresses(field: string): { address: string; name: string }[] {
  return addressParser(field, { flatten: true }).flatMap(({ address, name }) => (address && isAddress(address) ? [{ address, name }] : []));
}
