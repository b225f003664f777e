import { join } from 'node:path';
import { buildTestApp } from '../build-test-app';

export const PROBE_ID = '4f1d6d4e-9a0b-4c1c-8b7e-5d2f6a3c9e10';

/** @returns the probe app as a zip, of the version that is asked for */
export function buildProbe(version = '0.0.1'): Promise<Buffer> {
  return buildTestApp({
    id: PROBE_ID,
    name: 'Probe',
    version,
    entry: join(__dirname, 'ProbeApp.ts'),
    implements: ['IPostUserCreated', 'IUIKitInteractionHandler'],
    permissions: [
      'api',
      'persistence',
      'slashcommand',
      'networking',
      'scheduler',
      'user.read',
      'ui.interact',
      'ui.registerButtons',
      'message.write',
      'upload.write',
    ],
    banner: "const { v4 } = require('uuid');",
  });
}
