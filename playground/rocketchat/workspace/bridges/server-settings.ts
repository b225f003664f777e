import { databaseTurn } from '../hooks';
import type { ServerSetting, ServerSettings, SettingValue } from '../server-settings';
import type { BridgeMethods } from './table';

const settingForApp = ({ id, type, packageValue, value, public: isPublic, hidden }: ServerSetting): unknown => ({
  id,
  type,
  packageValue,
  value,
  required: false,
  public: isPublic,
  hidden,
  i18nLabel: id,
});

export function serverSettingBridge(settings: ServerSettings): BridgeMethods {
  const readable = async (id: string): Promise<ServerSetting> => {
    await databaseTurn();
    const setting = settings.find(id);
    if (!setting || setting.hidden) throw new Error(`The setting "${id}" is not readable.`);
    return setting;
  };
  const notImplemented = (): Promise<never> => Promise.reject(new Error('Method not implemented.'));
  return {
    getAll: async () =>
      Promise.resolve(
        settings
          .all()
          .filter(({ hidden }) => !hidden)
          .map(settingForApp),
      ),
    getOneById: async (id: string) => settingForApp(await readable(id)),
    isReadableById: async (id: string) => Promise.resolve(settings.find(id)?.hidden === false),
    updateOne: async ({ id, value }: { id: string; value: SettingValue }) => {
      (await readable(id)).value = value;
    },
    incrementValue: async (id: string, value: number) => {
      const setting = await readable(id);
      setting.value = Number(setting.value) + value;
    },
    hideGroup: notImplemented,
    hideSetting: notImplemented,
  };
}
