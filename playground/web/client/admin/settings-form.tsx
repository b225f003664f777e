import { useState, type ReactNode, type SubmitEvent } from 'react';
import { ask, CHAT, part } from '../api';
import type { Client } from '../chat/shapes';
import { useLive } from '../live';
import { READS } from '../reads';
import { MessageText } from '../markdown/message-text';
import { IconButton } from '../parts/icon-button';
import { useAttempt } from '../parts/reports';
import { sectionsOf, shownValue } from './app-settings';
import { SettingField } from './setting-field';

/** The app's page in the workspace's administration. Only what was changed is saved, one setting after the other, as Rocket.Chat does it. */
export function SettingsForm({ client, close }: { readonly client: Client; readonly close: () => void }): ReactNode {
  const app = useLive(READS.app());
  const [changed, setChanged] = useState<Readonly<Record<string, unknown>>>({});
  const attempt = useAttempt();
  if (!app) return null;

  const count = Object.keys(changed).length;
  const save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    for (const [id, value] of Object.entries(changed)) {
      const saved = await attempt(ask('PUT', `${CHAT}/app/settings/${part(id)}`, { value }));
      if (saved === undefined) return;
      setChanged((before) => Object.fromEntries(Object.entries(before).filter(([other]) => other !== id)));
    }
  };
  return (
    <form className="admin" aria-label="Settings of the app" onSubmit={(event) => void save(event)}>
      <header className="room-header">
        <div className="room-heading">
          <h2>
            {app.name} {app.version}
          </h2>
          <span className="tag">{app.status.replaceAll('_', ' ').replace(/^manually /, '')}</span>
        </div>
        <IconButton icon="cross" label="Close the settings" onClick={close} />
      </header>
      <div className="admin-content">
        {sectionsOf(Object.values(app.settings)).map(({ title, settings }) => (
          <fieldset key={title}>
            <legend>{client.say(title)}</legend>
            {settings.map((setting) => (
              <div className="setting" key={setting.id}>
                <div className="label" id={`setting-${setting.id}`}>
                  {client.say(setting.i18nLabel)}
                </div>
                <SettingField
                  setting={setting}
                  value={setting.id in changed ? changed[setting.id] : shownValue(setting)}
                  change={(value) => setChanged({ ...changed, [setting.id]: value })}
                  say={(key) => client.say(key)}
                />
                {setting.i18nDescription !== undefined && (
                  <div className="hint">
                    <MessageText text={client.say(setting.i18nDescription)} />
                  </div>
                )}
              </div>
            ))}
          </fieldset>
        ))}
      </div>
      <footer>
        <span role="status">{count > 0 && `${count} changed`}</span>
        <button type="button" className="button button-secondary" disabled={count === 0} onClick={() => setChanged({})}>
          Discard
        </button>
        <button className="button button-primary" disabled={count === 0}>
          Save changes
        </button>
      </footer>
    </form>
  );
}
