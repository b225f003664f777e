import type { OtoboAccess } from '../../src/settings/snapshot';

/** A service account of the tests' OTOBO. */
export const ACCESS: OtoboAccess = {
  url: 'https://otobo.test/otobo/nph-genericinterface.pl',
  webservice: 'RocketChat',
  login: 'rc-service',
  password: 'a pass&word/with?everything',
};
