import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Router } from 'express';
import type { RocketChat } from '../host';
import { administrationRoutes } from './administration';
import { controlRoutes } from './control';
import { localPagesOnly } from './local-pages-only';
import { Proxy } from './proxy';
import { uploadRoutes } from './uploads';

export interface RocketChatServer {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves a Rocket.Chat on 127.0.0.1: the apps' endpoints, what an admin's tools call, uploaded files, and the playground's own API.
 * @param more further routes, asked when none of these fits
 * Rejects when the port is taken.
 */
export async function serveRocketChat(rocketChat: RocketChat, port: number, more?: Router): Promise<RocketChatServer> {
  const proxy = new Proxy();
  const app = express();
  app.disable('x-powered-by');
  app.use((request, response, next) => {
    if (request.method !== 'GET') response.once('finish', () => rocketChat.changes.tell());
    next();
  });
  app.use('/api/apps/:visibility(public|private)', (request, response) => {
    request.url = request.originalUrl;
    proxy.pass(request, response, rocketChat.nextInstance().apiPort);
  });
  app.use('/api', administrationRoutes(rocketChat));
  app.use('/playground', localPagesOnly, controlRoutes(rocketChat));
  app.use('/file-upload', uploadRoutes(rocketChat));
  if (more) app.use(more);

  const server = createServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // as: it listens on a port, not on a pipe
    close: async () => {
      proxy.close();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
