import type { TextKey } from '../en';
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

export const de: Readonly<Record<TextKey, string>> = {
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
};
