import { useEffect, type ReactNode } from 'react';
import { ask, CHAT, part } from '../api';
import { useLive } from '../live';
import { READS } from '../reads';
import { Icon } from '../parts/icon';
import { MessageText } from '../markdown/message-text';
import { useReport } from '../parts/reports';
import type { Place, Step } from '../place';
import { ContextualBar, useClosedOnLeaving } from '../views/contextual-bar';
import { Composer } from './composer';
import { Members } from './members';
import { MessageList } from './message-list';
import { RoomHeader } from './room-header';
import type { Client, ListedRoom, OpenView, Person } from './shapes';
import { Thread } from './thread';
import { timeline } from './timeline';

interface Props {
  readonly listed: ListedRoom;
  readonly client: Client;
  readonly people: readonly Person[];
  readonly place: Place;
  readonly go: (step: Step) => void;
  /** The app's contextual bar, if it has opened one. */
  readonly bar: OpenView | undefined;
}

/** A room that the reader is a member of. */
export function RoomView({ listed, client, people, place, go, bar }: Props): ReactNode {
  const { room, subscription } = listed;
  const { username } = client.person;
  const messages = useLive(READS.messages(room._id));
  const notices = useLive(READS.ephemeral()) ?? [];
  const commands = useLive(READS.commands()) ?? [];
  const buttons = useLive(READS.buttons()) ?? [];
  const report = useReport();
  useClosedOnLeaving(bar, username);
  const unread = subscription.alert || subscription.unread > 0;
  useEffect(() => {
    if (unread) void ask('POST', `${CHAT}/users/${part(username)}/rooms/${part(room._id)}/read`).catch(report);
  }, [report, unread, username, room._id]);
  if (!messages) return null;

  const shared = { room, client, people, commands, buttons, go };
  const started = messages.find(({ _id }) => _id === place.thread);
  return (
    <div className="room">
      <RoomHeader listed={listed} client={client} buttons={buttons} go={go} membersShown={place.panel === 'members'} />
      {room.announcement !== undefined && room.announcement !== '' && (
        <div className="announcement">
          <Icon name="info-circled" /> <MessageText text={room.announcement} />
        </div>
      )}
      <MessageList {...shared} entries={timeline(messages, notices, username, room._id)} />
      <Composer {...shared} label={`Message in ${room.fname ?? room.name ?? 'this room'}`} />
      {started && <Thread {...shared} started={started} entries={timeline(messages, notices, username, room._id, started._id)} />}
      {place.panel === 'members' && <Members room={room} people={people} client={client} go={go} />}
      {bar && <ContextualBar key={bar.view.id} username={username} open={bar} />}
    </div>
  );
}
