import { Fragment, useLayoutEffect, useRef, type ReactNode } from 'react';
import type { Step } from '../place';
import { MessageRow } from './message-row';
import type { AppButton, Client, Room } from './shapes';
import { SystemRow } from './system-row';
import { systemText } from './system-text';
import type { TimelineEntry } from './timeline';

export interface MessageListProps {
  readonly entries: readonly TimelineEntry[];
  readonly room: Room;
  readonly client: Client;
  readonly buttons: readonly AppButton[];
  readonly go: (step: Step) => void;
  /** Whether this is a thread's list. */
  readonly inThread?: boolean;
}

/** So close to the end, in pixels, that a reader wants to stay there when something is added. */
const AT_END = 80;

/** The messages, scrolled to the newest unless the reader has gone back. */
export function MessageList({ entries, room, client, buttons, go, inThread = false }: MessageListProps): ReactNode {
  const list = useRef<HTMLDivElement>(null);
  const stays = useRef(true);
  useLayoutEffect(() => {
    if (stays.current) list.current?.scrollTo(0, list.current.scrollHeight);
  }, [entries.length]);
  const scrolled = ({ scrollTop, scrollHeight, clientHeight }: HTMLDivElement): void => {
    stays.current = scrollHeight - scrollTop - clientHeight < AT_END;
  };
  return (
    <div
      className="messages"
      ref={list}
      role="log"
      aria-label="Messages"
      tabIndex={0}
      onScroll={({ currentTarget }) => scrolled(currentTarget)}
    >
      {entries.map(({ message, ephemeral, continues, day }) => (
        <Fragment key={message._id}>
          {day && (
            <div className="day">
              <span>{day.toLocaleDateString('en', { dateStyle: 'long' })}</span>
            </div>
          )}
          {systemText(message) === undefined ? (
            <MessageRow
              message={message}
              ephemeral={ephemeral}
              continues={continues}
              room={room}
              client={client}
              buttons={buttons}
              go={go}
              inThread={inThread}
            />
          ) : (
            <SystemRow message={message} />
          )}
        </Fragment>
      ))}
    </div>
  );
}
