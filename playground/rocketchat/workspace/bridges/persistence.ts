import type { Association } from '../documents';
import type { Persistence } from '../persistence';
import type { BridgeMethods } from './table';

export function persistenceBridge(persistence: Persistence): BridgeMethods {
  return {
    create: (data: unknown, appId: string) => persistence.create(appId, data),
    createWithAssociations: (data: unknown, associations: Association[], appId: string) => persistence.create(appId, data, associations),
    readById: (id: string) => persistence.readById(id),
    readByAssociations: (associations: Association[], appId: string) => persistence.readByAssociations(appId, associations),
    remove: (id: string, appId: string) => persistence.remove(appId, id),
    removeByAssociations: (associations: Association[], appId: string) => persistence.removeByAssociations(appId, associations),
    // No server version ever implemented it.
    update: () => Promise.reject(new Error('Not implemented.')),
    updateByAssociations: (associations: Association[], data: unknown, upsert: boolean, appId: string) =>
      persistence.updateByAssociations(appId, associations, data, upsert),
    purge: (appId: string) => persistence.purge(appId),
  };
}
