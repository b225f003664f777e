import busboy from 'busboy';
import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import { reasonOf } from '../engine/reason';
import type { RocketChat } from '../host';

/**
 * The routes of Rocket.Chat's REST API that tools for admins use to install an app (`@rocket.chat/apps-cli` among them): login, who
 * am I, server version, and the upload of an app's zip.
 */
export function administrationRoutes(rocketChat: RocketChat): Router {
  const router = express.Router();
  router.use(express.json());

  router.get('/info', (_request, response) => {
    response.json({ success: true, version: '8.4.0' });
  });
  router.post('/v1/login', (request, response) => {
    const { user, username, password } = request.body as Record<string, unknown>; // as: express.json gives an object
    const login = rocketChat.logins.logIn(username ?? user, password);
    if (login) response.json({ status: 'success', data: login });
    else response.status(401).json({ status: 'error', error: 'Unauthorized', message: 'Unauthorized' });
  });

  const admin = adminOnly(rocketChat);
  router.get('/v1/me', admin, (_request, response) => {
    response.json({ success: true, username: 'admin' });
  });
  router.get('/apps/:id', admin, (request, response) => {
    const { id = '' } = request.params;
    if (!rocketChat.hasApp(id)) response.status(404).json({ success: false, error: `No App found by the id of: ${id}` });
    else respond(response, () => Promise.resolve({ app: rocketChat.app() }));
  });
  router.post('/apps', admin, (request, response) => {
    respond(response, async () => ({ app: await rocketChat.install(await uploadedZip(request)) }));
  });
  router.post('/apps/:id', admin, (request, response) => {
    const { id = '' } = request.params;
    if (!rocketChat.hasApp(id)) response.status(404).json({ success: false, error: `No App found by the id of: ${id}` });
    else respond(response, async () => ({ app: await rocketChat.update(await uploadedZip(request)) }));
  });
  return router;
}

function adminOnly(rocketChat: RocketChat) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const [userId = '', token = ''] = [request.get('x-user-id'), request.get('x-auth-token')];
    rocketChat.logins.userOfToken(userId, token).then((user) => {
      if (user) next();
      else response.status(401).json({ status: 'error', message: 'You must be logged in to do this.' });
    }, next);
  };
}

/** Rocket.Chat answers 400 with the reason when an app cannot be taken. */
function respond(response: Response, act: () => Promise<object>): void {
  act().then(
    (result) => response.json({ success: true, ...result }),
    (error: unknown) => response.status(400).json({ success: false, error: reasonOf(error) }),
  );
}

/** The file field `app` of a form. @throws when there is none */
async function uploadedZip(request: Request): Promise<Buffer> {
  const form = busboy({ headers: request.headers, limits: { files: 1 } });
  const chunks: Buffer[] = [];
  form.on('file', (name, file) => {
    file.on('data', (chunk: Buffer) => {
      if (name === 'app') chunks.push(chunk);
    });
  });
  await new Promise((resolve, reject) => {
    form.once('close', resolve);
    form.once('error', reject);
    request.pipe(form);
  });
  if (chunks.length === 0) throw new Error('Failed to get a file to install for the App.');
  return Buffer.concat(chunks);
}
