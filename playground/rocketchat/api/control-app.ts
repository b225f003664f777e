import type { Router } from 'express';
import type { RocketChat } from '../host';
import type { BlockClick, ButtonClick, ViewSubmission } from '../user-actions';
import { optionalText, parameter, route, text } from './control';

/** The installed app, and what people do with it. */
export function appRoutes(router: Router, rocketChat: RocketChat): void {
  route(router, 'get', '/app', () => {
    const app = rocketChat.app();
    return { ...app, endpoints: Object.fromEntries(app.paths.map((path) => [path, app.endpoint(path)])) };
  });
  route(router, 'put', '/app/settings/:id', (body, request) => rocketChat.setAppSetting(parameter(request, 'id'), body.value));
  route(router, 'get', '/app/texts', () => rocketChat.appTexts());
  route(router, 'get', '/app/logs', () => rocketChat.logs());
  route(router, 'get', '/app/output', () => rocketChat.instances.map((instance) => instance.output()));
  route(router, 'post', '/app/kill', async () => {
    await Promise.all(rocketChat.instances.map((instance) => instance.killSandbox()));
    await Promise.all(rocketChat.instances.map((instance) => instance.ready()));
  });

  route(router, 'get', '/commands', () => rocketChat.commands());
  route(router, 'post', '/commands', (body) =>
    rocketChat.runCommand({
      username: text(body, 'username'),
      roomId: text(body, 'roomId'),
      text: text(body, 'text'),
      ...optionalText(body, 'threadId'),
    }),
  );
  route(router, 'get', '/buttons', () => rocketChat.actionButtons());
  route(router, 'post', '/buttons', (body) => {
    for (const field of ['username', 'actionId', 'context', 'roomId']) text(body, field);
    return rocketChat.clickButton(body as unknown as ButtonClick); // as: the fields that matter were looked at
  });
  route(router, 'post', '/actions', (body) => {
    for (const field of ['username', 'actionId']) text(body, field);
    return rocketChat.clickAction(body as unknown as BlockClick); // as: the fields that matter were looked at
  });
  route(router, 'get', '/users/:username/views', (_body, request) => rocketChat.openViews(parameter(request, 'username')));
  route(router, 'post', '/users/:username/views/:view/submit', (body, request) =>
    rocketChat.submitView({
      username: parameter(request, 'username'),
      viewId: parameter(request, 'view'),
      state: body.state as NonNullable<ViewSubmission['state']>, // as: it goes to the app as it was given
    }),
  );
  route(router, 'delete', '/users/:username/views/:view', (_body, request) =>
    rocketChat.closeView(parameter(request, 'username'), parameter(request, 'view')),
  );
}
