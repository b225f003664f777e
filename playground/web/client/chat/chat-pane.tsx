import { useEffect, useMemo, type ReactNode } from 'react';
import { AppLog } from '../admin/app-log';
import { SettingsForm } from '../admin/settings-form';
import { ask, CHAT, part } from '../api';
import { useLive } from '../live';
import { READS } from '../reads';
import { Reader } from '../markdown/reader';
import { AppUsers } from '../parts/avatar';
import { IconButton } from '../parts/icon-button';
import { useReport } from '../parts/reports';
import type { Place, Step } from '../place';
import { Modal } from '../views/modal';
import { appWord } from './app-words';
import { RoomList } from './room-list';
import { RoomView } from './room-view';
import { isCalled } from './room-words';
import type { Client } from './shapes';
import { UserSwitch } from './user-switch';

interface Props {
  readonly place: Place;
  readonly go: (step: Step) => void;
}

/** The chat side, as one person's client shows it. */
export function ChatPane({ place, go }: Props): ReactNode {
  const { user: username, room: called, panel } = place;
  const people = useLive(READS.people());
  const rooms = useLive(READS.roomsOf(username));
  const views = useLive(READS.viewsOf(username)) ?? [];
  const texts = useLive(READS.appTexts());
  const serverLanguage = useLive(READS.serverSetting('Language'))?.value;
  const report = useReport();
  useEffect(() => void ask('POST', `${CHAT}/users/${part(username)}/login`).catch(report), [report, username]);

  const person = people?.find((one) => one.username === username);
  const client = useMemo(
    (): Client | undefined =>
      person && {
        person,
        say: (key) => appWord(texts ?? {}, person.settings.preferences.language ?? String(serverLanguage), key),
      },
    [person, texts, serverLanguage],
  );
  const appUsers = useMemo(() => (people ?? []).filter(({ type }) => type === 'app').map((one) => one.username), [people]);
  const listed = rooms?.find(({ room }) => called !== undefined && isCalled(called, room));
  const modal = views.findLast(({ kind }) => kind === 'modal');
  const bar = views.findLast(({ kind }) => kind === 'contextual_bar');
  const isAdministration = panel === 'settings' || panel === 'log';

  return (
    <section className="chat" aria-label="Rocket.Chat" data-inside={called !== undefined || isAdministration}>
      <nav className="chat-side" aria-label="Rooms">
        <header className="chat-side-header">
          {people && <UserSwitch people={people} username={username} change={(user) => go({ user, thread: undefined })} />}
          <IconButton
            icon="cog"
            label="Settings of the app"
            aria-pressed={panel === 'settings'}
            onClick={() => go({ panel: panel === 'settings' ? undefined : 'settings' })}
          />
          <IconButton
            icon="list-bullets"
            label="Log of the app"
            aria-pressed={panel === 'log'}
            onClick={() => go({ panel: panel === 'log' ? undefined : 'log' })}
          />
        </header>
        {rooms && (
          <RoomList
            rooms={rooms}
            chosen={isAdministration ? undefined : listed?.room._id}
            choose={(room) => go({ room, thread: undefined, panel: undefined })}
            username={username}
          />
        )}
      </nav>
      <Reader value={username}>
        <AppUsers value={appUsers}>
          <div className="chat-main">
            {panel === 'settings' && client && <SettingsForm client={client} close={() => go({ panel: undefined })} />}
            {panel === 'log' && <AppLog close={() => go({ panel: undefined })} />}
            {!isAdministration && client && people && listed && (
              <RoomView
                key={`${listed.room._id} ${username}`}
                listed={listed}
                client={client}
                people={people}
                place={place}
                go={go}
                bar={bar}
              />
            )}
            {!isAdministration && !listed && rooms && (
              <div className="nowhere">
                {called === undefined ? (
                  <p>Choose a room. One for a ticket appears when an agent clicks “Open Rocket.Chat room” in OTOBO.</p>
                ) : (
                  <p>{`${person?.name ?? username} is not in this room. Look at it as somebody else who is, at the top of the list of rooms.`}</p>
                )}
                <button type="button" className="button button-secondary back" onClick={() => go({ room: undefined })}>
                  All rooms
                </button>
              </div>
            )}
          </div>
          {modal && <Modal key={modal.view.id} username={username} open={modal} />}
        </AppUsers>
      </Reader>
    </section>
  );
}
