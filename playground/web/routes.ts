import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Router } from 'express';
import type { Otobo } from '../otobo';
import { localPagesOnly } from '../rocketchat/api/local-pages-only';
import { Proxy } from '../rocketchat/api/proxy';
import type { RocketChat } from '../rocketchat/host';
import { buildAssets } from './assets';
import { streamChanges } from './change-stream';
import { HTML, SECURITY_HEADERS } from './html';
import type { Surroundings } from './surroundings';

const ICON = join(__dirname, '..', '..', 'icon.png');

/** The addresses that Rocket.Chat's own clients have for rooms, and that the app therefore makes links of. */
const ROOM_PATHS = '/:kind(group|channel|direct)/:room';

/**
 * The page with both sides next to each other. Besides its files, it has the way to the OTOBO stand-in, so that the page has to talk to
 * one server only, and the stream of changes. Everything else the page does through the playground's own API.
 * @param otobo undefined when a real OTOBO is used
 */
export async function pageRoutes(rocketChat: Pick<RocketChat, 'changes'>, otobo: Otobo | undefined): Promise<Router> {
  const assets = await buildAssets();
  const icon = readFileSync(ICON);
  const router = express.Router();
  router.use(localPagesOnly);
  router.use((_request, response, next) => {
    response.set(SECURITY_HEADERS);
    next();
  });

  router.get('/', (_request, response) => {
    response.type('html').send(HTML);
  });
  router.get(ROOM_PATHS, (request, response) => response.redirect(`/?room=${encodeURIComponent(request.params.room ?? '')}`));
  router.get('/page/icon.png', (_request, response) => {
    response.type('png').send(icon);
  });
  router.get('/page/surroundings', (_request, response) => {
    response.json({ otoboUrl: otobo?.url ?? null } satisfies Surroundings);
  });
  router.get('/page/changes', (request, response) => {
    streamChanges([rocketChat.changes, ...(otobo ? [otobo.helpdesk.changes] : [])], request, response);
  });
  if (otobo) {
    const proxy = new Proxy({ keepAlive: false });
    router.use('/page/otobo', (request, response) => {
      request.url = `/playground${request.url}`;
      proxy.pass(request, response, Number(new URL(otobo.url).port));
    });
  }
  router.get('/page/:file', (request, response) => {
    const asset = assets.get(request.params.file);
    if (asset) response.type(asset.type).send(typeof asset.content === 'string' ? asset.content : Buffer.from(asset.content));
    else response.status(404).json({ error: `The page has no file ${request.params.file}.` });
  });
  return router;
}
