/** The system id in the numbers, OTOBO's default. */
const SYSTEM_ID = '10';

/**
 * A ticket number as OTOBO makes them by default: day, system id, the day's counter, check digit.
 *
 * The check digit complements the digits' sum, weighted 1 and 2 in turn, to the next ten; where that gives ten, it is 1.
 *
 * @param day as `20261123`
 * @param count the how-manieth ticket of that day, from 1
 */
export function ticketNumber(day: string, count: number): string {
  const digits = `${day}${SYSTEM_ID}${String(count).padStart(5, '0')}`;
  const sum = Array.from(digits).reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 2), 0);
  const check = 10 - (sum % 10);
  return `${digits}${check === 10 ? 1 : check}`;
}
