import { ticketNumber } from '../../../playground/otobo/ticket-number';

test.each([
  [1, '2026112310000011'],
  [2, '2026112310000021'],
  [3, '2026112310000039'],
  [5, '2026112310000057'],
  [6, '2026112310000066'],
  [7, '2026112310000075'],
  [9, '2026112310000093'],
])('ticket %i of the recorded day has the number that OTOBO gave it', (count, number) => {
  expect(ticketNumber('20261123', count)).toBe(number);
});
