import { useState, type ReactNode } from 'react';
import { ask, CHAT } from '../api';
import { Blocks } from '../blocks/blocks';
import { Surface, type SurfaceState } from '../blocks/surface-state';
import type { InputValues } from '../blocks/values';
import { useAttempt } from '../parts/reports';
import type { Message } from './shapes';

/** A message's blocks. What is chosen there goes to the app at once and is kept nowhere else. */
export function MessageBlocks({ message, username }: { readonly message: Message; readonly username: string }): ReactNode {
  const [values, setValues] = useState<InputValues>({});
  const attempt = useAttempt();
  const surface: SurfaceState = {
    values,
    errors: {},
    keep: ({ actionId, blockId }, value) => setValues((before) => ({ ...before, [actionId]: { blockId, value } })),
    act: ({ actionId, blockId }, value) =>
      void attempt(ask('POST', `${CHAT}/actions`, { username, actionId, blockId, value, messageId: message._id })),
  };
  return (
    <Surface value={surface}>
      <Blocks kind="message" blocks={message.blocks ?? []} />
    </Surface>
  );
}
