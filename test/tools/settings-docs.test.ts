import { readFileSync } from 'node:fs';
import { SETTINGS } from '../../src/settings/declaration';
import { SETTINGS_DOCS, settingsDocs } from '../../tools/settings-docs';

test('the page about settings says what they are now (npm run docs:settings)', () => {
  expect(readFileSync(SETTINGS_DOCS, 'utf8')).toBe(settingsDocs());
});

test.each(SETTINGS.map(({ id }) => id))('the page says what %s is called and does', (id) => {
  const [, about = ''] = settingsDocs().split(`\`${id}\``);
  expect(about.split('###')[0]?.trim().length).toBeGreaterThan(40);
});
