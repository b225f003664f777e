import { useId, type ReactNode } from 'react';
import { Icon } from '../parts/icon';
import { IconButton } from '../parts/icon-button';
import { Composer, type ComposerProps } from './composer';
import { MessageList, type MessageListProps } from './message-list';
import type { Message } from './shapes';

interface Props extends MessageListProps, Omit<ComposerProps, 'label' | 'threadId'> {
  /** The message that started the thread. */
  readonly started: Message;
}

/** A thread beside its room. */
export function Thread({ started, go, ...shared }: Props): ReactNode {
  const titleId = useId();
  return (
    <aside className="side-panel thread" aria-labelledby={titleId}>
      <header>
        <h2 id={titleId}>
          <Icon name="thread" /> Thread
        </h2>
        <IconButton icon="cross" label="Close" onClick={() => go({ thread: undefined })} />
      </header>
      <MessageList {...shared} go={go} inThread />
      <Composer {...shared} label="Message in the thread" threadId={started._id} />
    </aside>
  );
}
