import type { ISettingUpdater } from '@rocket.chat/apps-engine/definition/accessors';
import { AppError } from '../../domain/errors';
import type { SettingId } from '../../settings/declaration';
import type { Correction, OwnSettings, Time } from '../../usecases/ports';
import type { Accessors } from './accessors';

const SECRET: SettingId = 'endpoint_secret';

/** How often, and after how long each time, it is looked whether a value has arrived. */
const LOOKS = 50;
const PAUSE_MS = 100;

/** Values that were put right, by the id of their setting; only those that this process has seen. */
export interface CorrectionMemory {
  corrections: Map<string, Correction>;
}

/** The app's settings, changed by the app itself. */
export function ownSettings(
  { read }: Pick<Accessors, 'read'>,
  updater: () => ISettingUpdater,
  memory: CorrectionMemory,
  time: Pick<Time, 'pause'>,
): OwnSettings {
  const isFilled = async (): Promise<boolean> => {
    const value: unknown = await read.getEnvironmentReader().getSettings().getValueById(SECRET);
    return typeof value === 'string' && value.trim() !== '';
  };
  return {
    corrections: () => [...memory.corrections.values()],
    async fillSecret(secret) {
      if (await isFilled()) return false;
      await updater().updateValue(SECRET, secret);
      // The engine answers before it has saved, and saves on its own: whether that worked shows only in the setting.
      for (let look = 0; look < LOOKS; look += 1) {
        if (await isFilled()) return true;
        await time.pause(PAUSE_MS);
      }
      throw new AppError('setting_not_saved');
    },
  };
}
