import type { TextKey } from '../en';
import { commands } from './commands';
import { errors } from './errors';
import { linking } from './linking';
import { rooms } from './rooms';
import { setup } from './setup';
import { writing } from './writing';

export const de: Readonly<Record<TextKey, string>> = { ...rooms, ...errors, ...commands, ...linking, ...setup, ...writing };
