import { adopting } from './adopting';
import { closing } from './closing';
import { audit } from './audit';
import { bar } from './bar';
import { changes } from './changes';
import { commands } from './commands';
import { errors } from './errors';
import { forms } from './forms';
import { files } from './files';
import { linking } from './linking';
import { reminders } from './reminders';
import { merging } from './merging';
import { noting } from './noting';
import { rooms } from './rooms';
import { setup } from './setup';
import { transcript } from './transcript';
import { writing } from './writing';

/** English, and with it the list of all texts that the app writes. Labels that Rocket.Chat itself shows are in `i18n/`. */
export const en = {
  ...rooms,
  ...errors,
  ...files,
  ...commands,
  ...forms,
  ...bar,
  ...linking,
  ...setup,
  ...transcript,
  ...writing,
  ...reminders,
  ...closing,
  ...audit,
  ...merging,
  ...changes,
  ...noting,
  ...adopting,
} as const;

export type TextKey = keyof typeof en;
