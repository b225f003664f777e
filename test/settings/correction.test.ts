import fc from 'fast-check';
import { corrected } from '../../src/settings/correction';
import { SETTINGS, type SettingId } from '../../src/settings/declaration';

const initial = (id: SettingId): unknown => SETTINGS.find((one) => one.id === id)?.initial;

describe('a value that somebody enters', () => {
  test.each(SETTINGS.map(({ id }) => id))('%s may be what it is at first', (id) => {
    expect(corrected(id, initial(id), initial(id))).toBeUndefined();
  });

  test.each<[SettingId, unknown, unknown]>([
    ['room_name', 'ticket', 'case-{number}'],
    ['room_name', 'ticket-{title}', 'case-{id}'],
    ['room_name', ' ', 'case-{id}'],
    ['otobo_url', 'help.example', 'https://help.example/otobo/nph-genericinterface.pl'],
    ['otobo_public_url', 'javascript:alert(1)', 'https://help.example/otobo'],
    ['otobo_time_zone', 'Berlin', 'Europe/Berlin'],
    ['close_delay', 'soon', '2h'],
    ['delete_after', '30', '10d'],
    ['silence_after', '-1h', '8h'],
    ['quiet_hours', 'at night', '20:00-07:00'],
    ['quiet_hours', '25:00-07:00', ''],
    ['off_prefix', '/off', '(off)'],
    ['off_reaction', 'two words', ':mute:'],
    ['note_reaction', ':', ':memo:'],
    ['book_limit', -5, 300],
    ['open_cap', 'many', 7],
    ['attach_limit', 7, 3],
    ['attach_limit', 0, 3],
    ['discovery', 'guessing', 'both'],
    ['paused', 'yes', false],
    ['who_joins', 'owner', ['owner']],
  ])('%s = %j is put back', (id, entered, before) => {
    expect(corrected(id, entered, before)).toEqual({ value: before });
    expect(corrected(id, entered, entered)).toEqual({ value: initial(id) });
  });

  test.each<[SettingId, unknown]>([
    ['room_name', 'case-{id}'],
    ['otobo_url', ''],
    ['otobo_time_zone', 'Europe/Berlin'],
    ['close_delay', '0'],
    ['delete_after', '1w'],
    ['quiet_hours', ''],
    ['off_prefix', ''],
    ['note_reaction', 'pushpin'],
    ['book_limit', '700'],
    ['attach_limit', 6],
    ['people_mapping', 'no line that can be read'],
    ['endpoint_secret', '/anything at all'],
  ])('%s = %j stays', (id, entered) => {
    expect(corrected(id, entered, initial(id))).toBeUndefined();
  });

  test('of a setting that there is not is nobody’s business', () => {
    expect(corrected('another', 'x', 'y')).toBeUndefined();
  });

  test('is always one that can work in the end, whatever was there before', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SETTINGS.map(({ id }) => id)), fc.anything(), fc.anything(), (id, entered, before) => {
        const better = corrected(id, entered, before);
        if (better) expect(corrected(id, better.value, initial(id))).toBeUndefined();
      }),
      { examples: [['book_limit', undefined, { toString: 0 }]] },
    );
  });
});
