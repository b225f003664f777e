import { add } from './add';
import { assign } from './assign';
import { audit } from './audit';
import { close } from './close';
import type { Command } from './command';
import { create } from './create';
import { doctor } from './doctor';
import { helpCommand } from './help';
import { note } from './note';
import { mine } from './mine';
import { open } from './open';
import { outbox } from './outbox';
import { people } from './people';
import { pending } from './pending';
import { priority } from './priority';
import { reopen } from './reopen';
import { reply } from './reply';
import { search } from './search';
import { setup } from './setup';
import { show } from './show';
import { state } from './state';
import { sync } from './sync';
import { take } from './take';
import { ticket } from './ticket';
import { transcript } from './transcript';
import { unlink } from './unlink';

/** All commands, in the order in which help lists them. */
export const COMMANDS: readonly Command[] = [
  ticket,
  open,
  unlink,
  close,
  reopen,
  show,
  search,
  mine,
  note,
  reply,
  create,
  take,
  assign,
  state,
  priority,
  pending,
  people,
  add,
  transcript,
  setup,
  doctor,
  outbox,
  audit,
  sync,
  helpCommand(() => COMMANDS),
];
