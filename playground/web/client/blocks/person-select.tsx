import type { BlockContext, MultiUsersSelectElement, UsersSelectElement } from '@rocket.chat/ui-kit';
import type { ReactNode } from 'react';
import type { Person } from '../chat/shapes';
import { useLive } from '../live';
import { READS } from '../reads';
import { ManyOf } from './choices';
import { Select } from './select';

const PLACEHOLDER = 'Choose people';

/** Everybody who can be chosen: people who are active. */
function useEverybody(): readonly Person[] {
  const everybody = useLive(READS.people()) ?? [];
  return everybody.filter(({ type, active }) => type === 'user' && active);
}

/** A person of the workspace; the value is the user name. */
export function PersonSelect({ element, context }: { readonly element: UsersSelectElement; readonly context: BlockContext }): ReactNode {
  return (
    <Select element={element} context={context} placeholder={element.placeholder?.text ?? PLACEHOLDER}>
      {useEverybody().map(({ username, name }) => (
        <option key={username} value={username}>
          {name}
        </option>
      ))}
    </Select>
  );
}

/** Several people; the value is the list of their user names. */
export function PeopleSelect({
  element,
  context,
}: {
  readonly element: MultiUsersSelectElement;
  readonly context: BlockContext;
}): ReactNode {
  const options = useEverybody().map(({ username, name }) => ({ value: username, text: { type: 'plain_text' as const, text: name } }));
  const placeholder = element.placeholder ?? { type: 'plain_text' as const, text: PLACEHOLDER };
  return <ManyOf element={{ ...element, type: 'multi_static_select', placeholder, options }} context={context} />;
}
