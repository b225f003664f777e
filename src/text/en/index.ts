import { commands } from './commands';
import { errors } from './errors';
import { linking } from './linking';
import { rooms } from './rooms';
import { setup } from './setup';
import { writing } from './writing';

/** English, and with it the list of all texts that the app writes. Labels that Rocket.Chat itself shows are in `i18n/`. */
export const en = { ...rooms, ...errors, ...commands, ...linking, ...setup, ...writing } as const;

export type TextKey = keyof typeof en;
