import { useState, type ReactNode } from 'react';
import { ask, CHAT } from '../api';
import { Blocks } from '../blocks/blocks';
import { Surface, type SurfaceState } from '../blocks/surface-state';
import type { InputValues } from '../blocks/values';
import { useAttempt } from '../parts/reports';
import type { Message } from './shapes';

interface Props {
  readonly message: Message;
  /** Shown to this person only, and stored nowhere. */
  readonly ephemeral: boolean;
  readonly username: string;
}

/** A message's blocks. What is chosen there goes to the app at once and is kept nowhere else. */
export function MessageBlocks({ message: { _id: id, rid: roomId, blocks = [] }, ephemeral, username }: Props): ReactNode {
  const [values, setValues] = useState<InputValues>({});
  const attempt = useAttempt();
  const place = ephemeral ? { ephemeral: { id, roomId } } : { messageId: id };
  const surface: SurfaceState = {
    values,
    errors: {},
    keep: ({ actionId, blockId }, value) => setValues((before) => ({ ...before, [actionId]: { blockId, value } })),
    act: ({ actionId, blockId }, value) => void attempt(ask('POST', `${CHAT}/actions`, { username, actionId, blockId, value, ...place })),
  };
  return (
    <Surface value={surface}>
      <Blocks kind="message" blocks={blocks} />
    </Surface>
  );
}
