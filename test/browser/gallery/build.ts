import { join } from 'node:path';
import { buildTestApp } from '../../engine/build-test-app';

/** @returns the gallery app as a zip */
export function buildGallery(): Promise<Buffer> {
  return buildTestApp({
    id: 'a51b3f0e-3c55-4f0a-9a54-4f7f1f8a2d77',
    name: 'Gallery',
    version: '0.0.1',
    entry: join(__dirname, 'GalleryApp.ts'),
    implements: ['IUIKitInteractionHandler'],
    permissions: ['slashcommand', 'room.read', 'message.write', 'ui.interact', 'ui.registerButtons'],
  });
}
