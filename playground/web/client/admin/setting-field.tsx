import type { ReactNode } from 'react';
import { useLive } from '../live';
import { READS } from '../reads';
import type { AppSetting } from './app-settings';

interface Props {
  readonly setting: AppSetting;
  readonly value: unknown;
  readonly change: (value: unknown) => void;
  /** The app's word for a key. */
  readonly say: (key: string) => string;
}

const asText = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The input for a setting of any type that apps may declare. */
export function SettingField({ setting, value, change, say }: Props): ReactNode {
  const { id, type, multiline, values = [] } = setting;
  const named = { 'aria-labelledby': `setting-${id}`, className: 'input' };
  switch (type) {
    case 'boolean':
      return (
        <input
          type="checkbox"
          role="switch"
          {...named}
          className="switch"
          checked={value === true}
          onChange={({ target }) => change(target.checked)}
        />
      );
    case 'int':
      return <input type="number" {...named} value={asText(value)} onChange={({ target }) => change(Number(target.value))} />;
    case 'select':
      return (
        <select {...named} value={asText(value)} onChange={({ target }) => change(target.value)}>
          {values.map(({ key, i18nLabel }) => (
            <option key={key} value={key}>
              {say(i18nLabel)}
            </option>
          ))}
        </select>
      );
    case 'multiSelect':
      return (
        <Several
          labelledBy={named['aria-labelledby']}
          choices={values.map(({ key, i18nLabel }) => ({ key, label: say(i18nLabel), value: key }))}
          chosen={asList(value)}
          change={change}
        />
      );
    case 'roomPick':
      return <RoomPick labelledBy={named['aria-labelledby']} chosen={asList(value)} change={change} />;
    case 'password':
      return <input type="password" autoComplete="off" {...named} value={asText(value)} onChange={({ target }) => change(target.value)} />;
    default:
      return multiline || type === 'code' ? (
        <textarea rows={3} {...named} value={asText(value)} onChange={({ target }) => change(target.value)} />
      ) : (
        <input type="text" {...named} value={asText(value)} onChange={({ target }) => change(target.value)} />
      );
  }
}

interface SeveralProps {
  readonly labelledBy: string;
  readonly choices: readonly { readonly key: string; readonly label: string; readonly value: unknown }[];
  readonly chosen: readonly unknown[];
  readonly change: (values: readonly unknown[]) => void;
}

function Several({ labelledBy, choices, chosen, change }: SeveralProps): ReactNode {
  const keyOf = (value: unknown): string => JSON.stringify(value);
  const isChosen = (value: unknown): boolean => chosen.some((one) => keyOf(one) === keyOf(value));
  const toggle = (value: unknown): void =>
    change(isChosen(value) ? chosen.filter((one) => keyOf(one) !== keyOf(value)) : [...chosen, value]);
  return (
    <div role="group" aria-labelledby={labelledBy} className="choices choices-boxed">
      {choices.map(({ key, label, value }) => (
        <label key={key} className="choice">
          <input type="checkbox" className="checkbox" checked={isChosen(value)} onChange={() => toggle(value)} />
          <span>{label}</span>
        </label>
      ))}
    </div>
  );
}

/** Rooms are kept with id and name, as Rocket.Chat's own picker does it. */
function RoomPick({ labelledBy, chosen, change }: Omit<SeveralProps, 'choices'>): ReactNode {
  const rooms = (useLive(READS.rooms()) ?? []).filter(({ t }) => t !== 'd');
  const choices = rooms.map(({ _id, name = _id }) => ({ key: _id, label: name, value: { _id, name } }));
  return <Several labelledBy={labelledBy} choices={choices} chosen={chosen} change={change} />;
}
