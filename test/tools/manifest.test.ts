import appJson from '../../app.json';
import packageJson from '../../package.json';

test('app.json and package.json name the same version', () => {
  expect(packageJson.version).toBe(appJson.version);
});

test('the app’s id is a UUID of version 4: any other is replaced by a random one at each installation', () => {
  expect(appJson.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
