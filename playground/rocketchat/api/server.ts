import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { RocketChat } from '../host';
import { administrationRoutes } from './administration';
import { controlRoutes } from './control';
import { Proxy } from './proxy';

export interface RocketChatServer {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves a Rocket.Chat on 127.0.0.1: the apps' endpoints, what an admin's tools call, and the playground's own API.
 * Rejects when the port is taken.
 */
export async function serveRocketChat(rocketChat: RocketChat, port: number): Promise<RocketChatServer> {
  const proxy = new Proxy();
  const app = express();
  app.disable('x-powered-by');
  app.use('/api/apps/:visibility(public|private)', (request, response) => {
    request.url = request.originalUrl;
    proxy.pass(request, response, rocketChat.nextInstance().apiPort);
  });
  app.use('/api', administrationRoutes(rocketChat));
  app.use('/playground', controlRoutes(rocketChat));

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
