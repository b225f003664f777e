/** A tiny app that shows what the engine and the host around it do: each endpoint exercises one thing. */
import type { IConfigurationExtend, IHttp, ILogger, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import {
  ApiEndpoint,
  ApiSecurity,
  ApiVisibility,
  type IApiEndpointInfo,
  type IApiRequest,
  type IApiResponse,
} from '@rocket.chat/apps-engine/definition/api';
import { App } from '@rocket.chat/apps-engine/definition/App';
import { RocketChatAssociationModel, RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { SettingType, type ISetting } from '@rocket.chat/apps-engine/definition/settings';
import type { ISettingUpdateContext } from '@rocket.chat/apps-engine/definition/settings/ISettingUpdateContext';
import type { ISlashCommand, SlashCommandContext } from '@rocket.chat/apps-engine/definition/slashcommands';
import { UIActionButtonContext } from '@rocket.chat/apps-engine/definition/ui';
import {
  UIKitSurfaceType,
  type IUIKitResponse,
  type UIKitActionButtonInteractionContext,
  type UIKitBlockInteractionContext,
  type UIKitViewSubmitInteractionContext,
} from '@rocket.chat/apps-engine/definition/uikit';
import type { IUser, IUserContext } from '@rocket.chat/apps-engine/definition/users';

/** From the sandbox's own `uuid`, which the build requires: the package is no dependency of this project. */
declare const v4: () => string;

const NOTES = new RocketChatAssociationRecord(RocketChatAssociationModel.MISC, 'notes');
const EVENTS = new RocketChatAssociationRecord(RocketChatAssociationModel.MISC, 'events');

interface Accessors {
  read: IRead;
  modify: IModify;
  http: IHttp;
  persistence: IPersistence;
  /** Of this request: what is logged through another one is lost. */
  logger: ILogger;
}
type Answer = (request: IApiRequest, accessors: Accessors) => Promise<IApiResponse>;

function json(content: unknown): IApiResponse {
  return { status: 200, headers: { 'Content-Type': 'application/json' }, content: JSON.stringify(content) };
}

function endpoint(app: App, path: string, answer: Answer, authRequired = false): ApiEndpoint {
  class Endpoint extends ApiEndpoint {
    override path = path;
    authRequired = authRequired;
    post(
      request: IApiRequest,
      _info: IApiEndpointInfo,
      read: IRead,
      modify: IModify,
      http: IHttp,
      persistence: IPersistence,
    ): Promise<IApiResponse> {
      return answer(request, { read, modify, http, persistence, logger: this.app.getLogger() });
    }
  }
  return new Endpoint(app);
}

/** `/probe words…` answers with what it was given; `/probe open` opens a view. */
class ProbeCommand implements ISlashCommand {
  command = 'probe';
  i18nParamsExample = '';
  i18nDescription = '';
  providesPreview = false;

  constructor(private readonly app: ProbeApp) {}

  async executor(context: SlashCommandContext, _read: IRead, modify: IModify): Promise<void> {
    const words = context.getArguments();
    if (words[0] === 'open') return this.app.openView(modify, context.getTriggerId(), context.getSender());
    const message = modify.getNotifier().getMessageBuilder();
    const text = JSON.stringify({ words, room: context.getRoom().id, thread: context.getThreadId() ?? null });
    await modify.getNotifier().notifyUser(context.getSender(), message.setRoom(context.getRoom()).setText(text).getMessage());
  }
}

export class ProbeApp extends App {
  override async extendConfiguration(configuration: IConfigurationExtend): Promise<void> {
    await configuration.settings.provideSetting({
      id: 'greeting',
      type: SettingType.STRING,
      packageValue: 'hello',
      required: false,
      public: false,
      i18nLabel: 'greeting',
    });
    const answers: Record<string, Answer> = {
      echo: (request) =>
        Promise.resolve(
          json({ content: request.content as unknown, query: request.query, method: request.method, hash: request.privateHash ?? null }),
        ),
      clock: () =>
        Promise.resolve(
          json({ now: Date.now(), fresh: new Date().getTime(), text: Date().length > 0, epoch: new Date(0) instanceof Date }),
        ),
      note: async (request, { read, persistence }) => {
        const { count } = request.content as { count: number }; // as: the test sends it
        for (let n = 1; n <= count; n += 1) await persistence.createWithAssociation({ n }, NOTES);
        return json(await read.getPersistenceReader().readByAssociation(NOTES));
      },
      parallel: async (_request, { read }) => {
        const reader = read.getUserReader();
        await reader.getById('first');
        await Promise.all(['a', 'b', 'c', 'd'].map((name) => reader.getByUsername(name)));
        return json({});
      },
      late: async (_request, { read }) => {
        await read.getUserReader().getById('before');
        setTimeout(() => void read.getUserReader().getById('after'), 20);
        return json({});
      },
      events: async (_request, { read }) => json(await read.getPersistenceReader().readByAssociation(EVENTS)),
      greeting: async (_request, { read }) =>
        json({ greeting: (await read.getEnvironmentReader().getSettings().getValueById('greeting')) as unknown }),
      greet: async (request) => {
        const { greeting } = request.content as { greeting: string }; // as: the test sends it
        await this.getAccessors().environmentWriter.getSettings().updateValue('greeting', greeting);
        return json({});
      },
      upload: async (request, { modify }) => {
        const { name, content, roomId } = request.content as { name: string; content: string; roomId: string }; // as: the test sends it
        const room = { id: roomId } as IRoom; // as: the engine looks at the id only
        const made: unknown = await modify.getCreator().getUploadCreator().uploadBuffer(Buffer.from(content), { filename: name, room });
        return json({ made: made ?? null });
      },
      fetch: async (request, { http }) => {
        const { method, url, options } = request.content as { method: 'get' | 'post'; url: string; options: object }; // as: the test sends it
        const response = await http[method](url, options);
        return json({ statusCode: response.statusCode, content: response.content, data: response.data as unknown });
      },
      schedule: async (request, { modify }) => {
        const { n, inMs } = request.content as { n: number; inMs: number }; // as: the test sends it
        const id = await modify.getScheduler().scheduleOnce({ id: 'tick', when: new Date(Date.now() + inMs), data: { n } });
        return json({ id: id ?? null });
      },
      uuid: () => Promise.resolve(json({ uuid: v4() })),
      throw: () => Promise.reject(new Error('the probe has thrown')),
      forbidden: async (_request, { read }) => json({ room: await read.getRoomReader().getById('GENERAL') }),
      log: (request, { logger }) => {
        logger.warn('the probe logs', request.content);
        return Promise.resolve(json({}));
      },
    };
    const endpoints = Object.entries(answers).map(([path, answer]) => endpoint(this, path, answer));
    await configuration.api.provideApi({ visibility: ApiVisibility.PRIVATE, security: ApiSecurity.UNSECURE, endpoints });
    await configuration.api.provideApi({
      visibility: ApiVisibility.PUBLIC,
      security: ApiSecurity.UNSECURE,
      endpoints: [
        endpoint(this, 'open-to-all', (request) => Promise.resolve(json({ user: (request.user as IUser | null)?.username ?? null }))),
        endpoint(this, 'for-users', (request) => Promise.resolve(json({ user: (request.user as IUser | null)?.username ?? null })), true),
      ],
    });
    await configuration.scheduler.registerProcessors([
      {
        id: 'tick',
        processor: async (job, _read, _modify, _http, persistence) => {
          await persistence.createWithAssociation({ ticked: job.n as unknown, at: Date.now() }, EVENTS);
        },
      },
    ]);
    await configuration.slashCommands.provideSlashCommand(new ProbeCommand(this));
    configuration.ui.registerButton({ actionId: 'probe-button', labelI18n: 'probe', context: UIActionButtonContext.ROOM_ACTION });
  }

  override async onPreSettingUpdate(context: ISettingUpdateContext): Promise<ISetting> {
    const { newSetting } = context;
    const value: unknown = newSetting.value;
    return Promise.resolve(typeof value === 'string' ? { ...newSetting, value: value.trim() } : newSetting);
  }

  override async onSettingUpdated(setting: ISetting): Promise<void> {
    this.getLogger().info('saved', setting.id, setting.value as unknown);
    return Promise.resolve();
  }

  async executePostUserCreated(context: IUserContext, _read: IRead, _http: IHttp, persistence: IPersistence): Promise<void> {
    await persistence.createWithAssociation({ created: context.user.username }, EVENTS);
  }

  async executeBlockActionHandler(
    context: UIKitBlockInteractionContext,
    _read: IRead,
    _http: IHttp,
    _persistence: IPersistence,
    modify: IModify,
  ): Promise<IUIKitResponse> {
    const { actionId, triggerId, user } = context.getInteractionData();
    if (actionId === 'open') await this.openView(modify, triggerId, user);
    return context.getInteractionResponder().successResponse();
  }

  async executeActionButtonHandler(
    context: UIKitActionButtonInteractionContext,
    _read: IRead,
    _http: IHttp,
    _persistence: IPersistence,
    modify: IModify,
  ): Promise<IUIKitResponse> {
    const { triggerId, user } = context.getInteractionData();
    await this.openView(modify, triggerId, user);
    return context.getInteractionResponder().successResponse();
  }

  async executeViewSubmitHandler(context: UIKitViewSubmitInteractionContext): Promise<IUIKitResponse> {
    const { view } = context.getInteractionData();
    const state = view.state as { name?: { input?: string } } | undefined; // as: the view has this one input
    if (!state?.name?.input) {
      return Promise.resolve(context.getInteractionResponder().viewErrorResponse({ viewId: view.id, errors: { name: 'is missing' } }));
    }
    return Promise.resolve(context.getInteractionResponder().successResponse());
  }

  async openView(modify: IModify, triggerId: string | undefined, user: IUser): Promise<void> {
    const view = { type: UIKitSurfaceType.MODAL, id: 'probe-view', title: { type: 'plain_text', text: 'Probe' }, blocks: [] };
    await modify.getUiController().openSurfaceView(view as never, { triggerId: triggerId ?? '' }, user); // as: the builder types demand more than clients do
  }
}
