import { requireMember } from '../authorise';
import type { PrepareForm } from './form-rules';

/** The form that links a room to a ticket. Whether the person may is asked about the ticket that they name. @throws AppError `member_only` */
export const prepareLinkForm: PrepareForm = async ({ user, place }, _rules, ports) => {
  await requireMember(user, place.roomId, ports);
  const blank = { type: 'Link' } as const;
  return { blank, known: Promise.resolve(blank) };
};
