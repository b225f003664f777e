import { hoursAhead } from '../../src/domain/otobo-time';
import { isQuiet, readQuietHours } from '../../src/domain/quiet-hours';

const at = (time: string): number => Date.parse(`2026-11-23T${time}:00Z`);

describe('quiet hours', () => {
  test.each([
    ['20:00-07:00', '19:59', false],
    ['20:00-07:00', '20:00', true],
    ['20:00-07:00', '23:59', true],
    ['20:00-07:00', '00:00', true],
    ['20:00-07:00', '06:59', true],
    ['20:00-07:00', '07:00', false],
    ['12:00-13:00', '11:59', false],
    ['12:00-13:00', '12:30', true],
    ['12:00-13:00', '13:00', false],
    ['00:00-24:00', '23:59', true],
    ['08:00-08:00', '08:00', false],
  ])('of %s: at %s it is %s that nobody is disturbed', (written, time, quiet) => {
    const hours = readQuietHours(written);
    expect(hours && isQuiet(hours, at(time), 0)).toBe(quiet);
  });

  test('are meant on the clock of the zone, in summer and in winter', () => {
    const night = { from: 20 * 60, until: 7 * 60 };
    const quiet = (time: string, zone: string): boolean => isQuiet(night, Date.parse(time), hoursAhead(zone, Date.parse(time)));
    expect(quiet('2026-11-23T06:30:00Z', 'Europe/Berlin')).toBe(false);
    expect(quiet('2026-07-23T18:30:00Z', 'Europe/Berlin')).toBe(true);
    expect(quiet('2026-11-23T18:30:00Z', 'Europe/Berlin')).toBe(false);
    expect(quiet('2026-11-23T01:30:00Z', 'America/New_York')).toBe(true);
    expect(quiet('2026-11-23T18:30:00Z', 'No/Where')).toBe(false);
  });
});
