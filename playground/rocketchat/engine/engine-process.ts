/** The entry of an engine process: the real AppManager with a real sandbox per app, around a workspace that lives in the host. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppManager } from '@rocket.chat/apps-engine/server/AppManager';
import type { IParseAppPackageResult } from '@rocket.chat/apps-engine/server/compiler';
import { AppRuntimeManager } from '@rocket.chat/apps-engine/server/managers/AppRuntimeManager';
import { DenoRuntimeSubprocessController } from '@rocket.chat/apps-engine/server/runtime/deno/AppsEngineDenoRuntime';
import { AppLogStorage, AppMetadataStorage, type IAppStorageItem } from '@rocket.chat/apps-engine/server/storage';
import { AppSourceStorage } from '@rocket.chat/apps-engine/server/storage/AppSourceStorage';
import { PlaygroundBridges } from './bridges';
import { callByName, Channel, remote } from './channel';
import { Engine } from './engine';
import { forwarding } from './forwarding';
import type { HostServices } from './orders';
import { SandboxTap } from './tap';

const [, , runtimeFolder = ''] = process.argv;
const channel: Channel = new Channel(process, (target, method, args) => callByName(engine, target, method, args));
const host = remote<HostServices>(channel, 'host');
const bridges = new PlaygroundBridges(channel, host);
const tap = new SandboxTap();
const manager = new AppManager({
  metadataStorage: forwarding(AppMetadataStorage, 'appMetadata', channel, 'playground'),
  logStorage: forwarding(AppLogStorage, 'appLog', channel, 'playground'),
  sourceStorage: forwarding(AppSourceStorage, 'appSource', channel),
  bridges,
  tempFilePath: runtimeFolder,
});
tapEverySandbox(manager);
bridges.api.serveFor(manager.getApiManager());
const engine: Engine = new Engine(manager, bridges, tap);

const server = createServer(bridges.api.server);
// The host keeps its connections; one that times out just as it is used would lose a request.
server.keepAliveTimeout = 0;
server.listen(0, '127.0.0.1', () => {
  void host.started((server.address() as AddressInfo).port); // as: it listens on a port, not on a pipe
});
// As in Rocket.Chat, what nobody waited for is printed and ends nothing.
process.on('unhandledRejection', (reason) => console.error(reason));
// The host is gone: nothing of this may survive it.
process.on('disconnect', () => void engine.shutDown().finally(() => process.exit(0)));

/** Before a sandbox is set up, so that the calls of its very first start are seen too. */
function tapEverySandbox(appManager: AppManager): void {
  const start = (manager: AppManager, appPackage: IParseAppPackageResult, item: IAppStorageItem): DenoRuntimeSubprocessController => {
    const controller = new DenoRuntimeSubprocessController(manager, appPackage, item);
    tap.watch(controller);
    return controller;
  };
  Reflect.set(appManager, 'runtime', new AppRuntimeManager(appManager, start));
}
