import express, { type Router } from 'express';
import type { RocketChat } from '../host';

/** Uploaded files, always as downloads: what somebody sent is not to run in a page of ours. */
export function uploadRoutes({ workspace }: RocketChat): Router {
  const router = express.Router();
  router.get('/:id/:name', (request, response) => {
    const found = workspace.uploadedFile(request.params.id);
    if (!found) {
      response.status(404).json({ error: `There is no file ${request.params.id}.` });
      return;
    }
    response.set({ 'x-content-type-options': 'nosniff', 'content-security-policy': 'sandbox' });
    response.attachment(found.upload.name).type('application/octet-stream').send(found.content);
  });
  return router;
}
