import type { ClosingAction } from '../domain/closing-plan';
import type { Ticket } from '../domain/ticket';
import { beginClosing } from './begin-closing';
import { cancelClosing, keepOpen } from './cancel-closing';
import type { Ports } from './ports';
import { reopenRoom } from './reopen-room';

export type ClosingPorts = Pick<
  Ports,
  'closings' | 'closingNotices' | 'turns' | 'time' | 'rooms' | 'cards' | 'links' | 'directory' | 'consents' | 'workspace' | 'audit'
>;

/** Does what a plan says about a closing. @throws AppError `busy` */
export function applyClosing(action: ClosingAction, ticket: Ticket, ports: ClosingPorts): Promise<void> {
  switch (action.type) {
    case 'BeginClosing':
      return beginClosing(ticket, action, ports);
    case 'CancelClosing':
      return cancelClosing(ticket, action, ports);
    case 'Reopen':
      return reopenRoom(ticket, action, ports);
    case 'KeepOpen':
      return keepOpen(ticket, action, ports);
  }
}
