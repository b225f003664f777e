import type { BridgeMethods } from './table';

/** The roles that every workspace has: those of the workspace, and those within a room. */
const workspaceRoles = ['admin', 'user', 'bot', 'app', 'guest', 'anonymous', 'livechat-agent', 'livechat-manager', 'federated-external'];
const roomRoles = ['owner', 'moderator', 'leader'];

const role = (name: string, scope: 'Users' | 'Subscriptions'): unknown => ({ id: name, name, description: '', protected: true, scope });

const roles = new Map<string, unknown>([
  ...workspaceRoles.map((name) => [name, role(name, 'Users')] as const),
  ...roomRoles.map((name) => [name, role(name, 'Subscriptions')] as const),
]);

export function roleBridge(): BridgeMethods {
  return {
    getOneByIdOrName: async (idOrName: string) => Promise.resolve(roles.get(idOrName) ?? null),
    getCustomRoles: async () => Promise.resolve([]),
  };
}
