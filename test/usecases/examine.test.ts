import { AppError } from '../../src/domain/errors';
import type { FindingCode } from '../../src/domain/finding';
import { FINDINGS } from '../../src/domain/finding';
import type { ChatUser } from '../../src/domain/member';
import { type Walk, walkFrom } from '../../src/domain/walk';
import type { Write } from '../../src/domain/write';
import { readSettings, type Settings } from '../../src/settings/snapshot';
import { examine } from '../../src/usecases/examine';
import type { Finding } from '../../src/usecases/finding';
import type { Ports } from '../../src/usecases/ports';
import { recognition, room, TICKET, user } from '../domain/chat';
import { FakeChat } from './fake-chat';
import { FakeHelpdesk } from './fake-helpdesk';

const ADMIN = user('admin', { roles: ['admin'] });
const ROOM = room('somewhere');
const MINUTE_MS = 60_000;

/** A workspace in which everything is as it should be. */
class Stage {
  readonly chat = new FakeChat();
  readonly helpdesk = new FakeHelpdesk(this.chat);
  admin: ChatUser = ADMIN;
  readonly values: Record<string, unknown> = {
    endpoint_secret: 'secret',
    otobo_url: 'https://otobo.test/otobo/nph-genericinterface.pl',
    otobo_webservice: 'RocketChat',
    otobo_login: 'rcapi',
    otobo_password: 'pw',
    otobo_time_zone: 'UTC',
    admin_roles: 'admin',
  };
  /** What takes the place of the fakes. */
  ports: (ports: Ports) => Partial<Ports> = () => ({});

  constructor() {
    this.helpdesk.addAgent('admin');
    this.helpdesk.addTicket(TICKET);
    this.chat.pass = {
      ...{ roomIds: ['GENERAL'], limit: 5000, acceptUnverified: false, at: 1, after: '', met: 12, tooLarge: [], gone: [] },
      ...{ startedAt: this.chat.now, completedAt: this.chat.now, completedOnce: true },
    };
    this.chat.records.walk = this.walk(1);
    this.chat.installation.lastCaller = this.chat.now - 3 * MINUTE_MS;
  }

  /** @param hours since the last round over the rooms ended */
  walk(hours: number): Walk {
    const endedAt = this.chat.now - hours * 60 * MINUTE_MS;
    return { ...walkFrom(undefined, endedAt), round: { since: 0, endedAt, rooms: 7, compared: 7, differed: 2, failed: 1 } };
  }

  async settings(): Promise<Settings> {
    return readSettings((id) => Promise.resolve(this.values[id] ?? ''));
  }

  async findings(): Promise<Finding[]> {
    const settings = await this.settings();
    if (settings.otobo) this.chat.helpdesk = this.helpdesk;
    const made = this.chat.ports();
    const ports = { ...made, rooms: { ...made.rooms, byId: () => Promise.resolve(ROOM) }, ...this.ports(made) };
    const policy = { recognition: recognition('email'), agentRoles: settings.agentRoles, adminRoles: settings.adminRoles };
    return examine(this.admin, ROOM.id, settings, policy, ports);
  }
}

let stage: Stage;
beforeEach(() => {
  stage = new Stage();
});

const codes = (findings: readonly Finding[]): FindingCode[] => findings.map(({ code }) => code);
const notGreen = (findings: readonly Finding[]): Finding[] => findings.filter(({ code }) => FINDINGS[code] !== 'green');

test('where everything works, every step is green, in the order in which things depend on each other', async () => {
  expect(codes(await stage.findings())).toEqual([
    'settings_complete',
    'site_url',
    'app_user',
    'otobo_answers',
    'routes',
    'fields',
    'package',
    'you_are',
    'time_zone',
    'round_trip',
    'called',
    'book',
    'walk',
    'outbox_empty',
  ]);
});

test('nothing is written by looking', async () => {
  await stage.findings();
  expect(stage.helpdesk.calls.filter((call) => call.startsWith('write'))).toEqual([]);
  expect([stage.chat.membership.said, stage.chat.installation.sent, stage.chat.installation.secret]).toEqual([[], [], '']);
});

test('a login or password inside an address is shown to nobody', async () => {
  stage.values.otobo_url = 'https://proxy:pass@otobo.test/index.pl';
  stage.chat.siteUrl = 'https://proxy:pass@chat.test';
  stage.helpdesk.roundTrip = { success: false, reason: 'Unreachable', message: "Can't connect to https://proxy:pass@chat.test" };
  expect(JSON.stringify(await stage.findings())).not.toMatch(/proxy|pass@/);
});

test('somebody who is no admin is told nothing, and OTOBO is not asked', async () => {
  stage.admin = user('alice');
  await expect(stage.findings()).rejects.toMatchObject({ code: 'admin_only' });
  expect(stage.helpdesk.calls).toEqual([]);
});

describe('a setting', () => {
  test.each<[string, unknown, Finding]>([
    ['endpoint_secret', '', { code: 'secret_missing' }],
    ['otobo_url', 'https://otobo.test/otobo/index.pl', { code: 'url_form', values: { url: 'https://otobo.test/otobo/index.pl' } }],
    ['otobo_url', 'otobo.test/nph-genericinterface.pl', { code: 'url_form', values: { url: 'otobo.test/nph-genericinterface.pl' } }],
    [
      'otobo_url',
      'https://o.test/nph-genericinterface.pl/Webservice/X',
      { code: 'url_form', values: { url: 'https://o.test/nph-genericinterface.pl/Webservice/X' } },
    ],
    ['people_mapping', 'alice = al\nnonsense', { code: 'line_unreadable', choice: 'people_mapping', values: { line: 2 } }],
  ])('that is wrong is red: %s = "%s"', async (id, value, finding) => {
    stage.values[id] = value;
    const [first] = await stage.findings();
    expect(first).toEqual(finding);
    expect(FINDINGS[finding.code]).toBe('red');
  });

  test('with a time zone that does not exist is red', async () => {
    stage.values.otobo_time_zone = 'Europe/Atlantis';
    const findings = await stage.findings();
    expect(findings[0]).toEqual({ code: 'time_zone_invalid', values: { zone: 'Europe/Atlantis' } });
  });

  test('that is missing is named, each one, and OTOBO is not asked', async () => {
    for (const id of ['otobo_url', 'otobo_webservice', 'otobo_login', 'otobo_password']) stage.values[id] = ' ';
    const findings = await stage.findings();
    expect(findings.filter(({ code }) => code === 'setting_missing').map(({ choice }) => choice)).toEqual([
      'otobo_url',
      'otobo_webservice',
      'otobo_login',
      'otobo_password',
    ]);
    expect(codes(findings)).toContain('otobo_unset');
    expect(codes(findings)).not.toContain('settings_complete');
    expect(stage.helpdesk.calls).toEqual([]);
  });

  test('that works but could be better is grey', async () => {
    stage.values.otobo_url = 'http://otobo.test/nph-genericinterface.pl';
    stage.values.endpoint_secret_old = 'older secret';
    expect(codes(notGreen(await stage.findings()))).toEqual(['url_unencrypted', 'two_secrets']);
  });
});

describe('the workspace', () => {
  test.each(['', 'chat'])('with the address "%s" is red', async (url) => {
    stage.chat.siteUrl = url;
    expect(notGreen(await stage.findings())).toEqual([{ code: 'site_url_invalid', values: { url } }]);
  });

  test('with an address that others can read along with is grey', async () => {
    stage.chat.siteUrl = 'http://chat.test';
    expect(codes(notGreen(await stage.findings()))).toEqual(['site_url_unencrypted']);
  });

  test.each<[string, (ports: Ports) => Partial<Ports>, string]>([
    ['user.read', ({ workspace }) => ({ workspace: { ...workspace, appUser: () => Promise.reject(refused('user.read')) } }), 'user.read'],
    ['room.read', ({ rooms }) => ({ rooms: { ...rooms, byId: () => Promise.resolve(undefined) } }), 'room.read'],
  ])('that did not grant %s is red, and says which permission', async (_name, ports, permission) => {
    stage.ports = ports;
    const [finding] = notGreen(await stage.findings());
    expect(finding).toMatchObject({ code: 'workspace_refused', error: { code: 'permission_missing', details: { permission } } });
  });
});

const refused = (permission: string): AppError => new AppError('permission_missing', { permission });

describe('OTOBO', () => {
  test('that is away is red, what depends on it is left out, and the rest is looked at all the same', async () => {
    stage.helpdesk.away = true;
    const findings = await stage.findings();
    expect(notGreen(findings)).toMatchObject([{ code: 'otobo_failed', error: { code: 'otobo_unreachable' } }]);
    expect(codes(findings)).toEqual([
      'settings_complete',
      'site_url',
      'app_user',
      'otobo_failed',
      'entrance',
      'called',
      'book',
      'walk',
      'outbox_empty',
    ]);
  });

  test.each(['otobo_login_failed', 'otobo_misconfigured'] as const)('that answers with %s is red', async (code) => {
    stage.ports = ({ otobo }) => (otobo ? { otobo: { ...otobo, probe: () => Promise.reject(new AppError(code)) } } : {});
    expect(notGreen(await stage.findings())).toMatchObject([{ code: 'otobo_failed', error: { code } }]);
  });

  test('that breaks off in the middle is red where it broke off, and green where it did not', async () => {
    const away = (): Promise<never> => Promise.reject(new AppError('otobo_unreachable'));
    stage.ports = ({ otobo }) => (otobo ? { otobo: { ...otobo, fieldNames: away, package: { ...otobo.package, health: away } } } : {});
    const findings = await stage.findings();
    expect(codes(notGreen(findings))).toEqual(['otobo_failed', 'otobo_failed']);
    expect(codes(findings)).toEqual(expect.arrayContaining(['otobo_answers', 'routes', 'entrance']));
  });

  test('a defect of the app is no finding', async () => {
    stage.ports = ({ otobo }) => (otobo ? { otobo: { ...otobo, fieldNames: () => Promise.reject(new TypeError('oops')) } } : {});
    await expect(stage.findings()).rejects.toThrow('oops');
  });

  test('that takes long is grey, with how long', async () => {
    stage.ports = ({ otobo }) =>
      otobo
        ? {
            otobo: {
              ...otobo,
              probe: (operation) => {
                if (operation === 'TicketSearch') stage.chat.now += 2_400;
                return otobo.probe(operation);
              },
            },
          }
        : {};
    expect(notGreen(await stage.findings())).toEqual([{ code: 'otobo_slow', values: { seconds: 2 } }]);
  });

  test('without some routes is red, and names them', async () => {
    stage.helpdesk.routesMissing = ['TicketCreate', 'TicketHistoryGet'];
    expect(notGreen(await stage.findings())).toEqual([{ code: 'routes_missing', values: { routes: '/TicketCreate, /TicketHistoryGet' } }]);
  });

  test('without the dynamic fields is red, and names them', async () => {
    stage.helpdesk.fields = ['Other', 'RocketChatURL'];
    expect(notGreen(await stage.findings())).toEqual([{ code: 'fields_missing', values: { fields: 'RocketChatRoomID' } }]);
  });

  test('in which the account sees no ticket says that the fields could not be seen', async () => {
    stage.helpdesk.tickets.clear();
    expect(codes(notGreen(await stage.findings()))).toEqual(['fields_unseen']);
  });

  test('with another time zone is red, and names both', async () => {
    stage.values.otobo_time_zone = 'Europe/Berlin';
    expect(notGreen(await stage.findings())).toEqual([{ code: 'time_zone_differs', values: { zone: 'UTC', set: 'Europe/Berlin' } }]);
  });
});

describe('an admin who is nobody in OTOBO', () => {
  test.each<[string, () => void, string]>([
    ['has no agent with their address', () => void (stage.admin = user('boss', { roles: ['admin'] })), 'agent_unknown'],
    ['has an address that two agents have', () => void stage.helpdesk.addAgent('twin', { email: 'admin@corp.test' }), 'agent_ambiguous'],
    ['has no address that counts', () => void (stage.admin = user('boss', { roles: ['admin'], addresses: [] })), 'agent_unknown'],
  ])('because OTOBO %s sees why, in grey', async (_why, change, code) => {
    change();
    expect(notGreen(await stage.findings())).toMatchObject([{ code: 'you_are_nobody', error: { code } }, { code: 'time_zone_unseen' }]);
  });
});

describe('without the OTOBO package', () => {
  beforeEach(() => {
    stage.helpdesk.packageOffered = false;
  });

  test('the app tries its own address instead, and says what is missing', async () => {
    stage.values.agent_roles = 'agent\nlead';
    const findings = await stage.findings();
    expect(codes(notGreen(findings))).toEqual(['package_missing']);
    expect(findings).toContainEqual({ code: 'agent_roles', values: { roles: 'agent, lead' } });
    expect(codes(findings)).toContain('entrance');
    expect(stage.chat.installation.called).toEqual(['https://chat.test/api/apps/private/app/hash']);
  });

  test('and without roles nobody may work with tickets, which is said', async () => {
    expect(codes(notGreen(await stage.findings()))).toEqual(['package_missing', 'agent_roles_empty']);
  });

  test('an address under which nobody answers is red', async () => {
    stage.chat.installation.ownCall = { outcome: 'silent' };
    expect(codes(await stage.findings())).toContain('entrance_silent');
  });

  test('an address under which somebody else answers is red, with the status', async () => {
    stage.chat.installation.ownCall = { outcome: 'refused', status: 404 };
    expect(await stage.findings()).toContainEqual({ code: 'entrance_refused', values: { status: 404 } });
  });

  test.each<[string, () => void]>([
    ['secret', () => void (stage.values.endpoint_secret = '')],
    ['address', () => void (stage.chat.siteUrl = '')],
  ])('and without a %s nothing is called', async (_what, change) => {
    change();
    expect(codes(await stage.findings())).toContain('entrance_unseen');
    expect(stage.chat.installation.called).toEqual([]);
  });
});

describe('the way back', () => {
  test.each(['NotConfigured', 'Unreachable', 'Refused', 'Unexpected'])(
    'that OTOBO does not find (%s) is red, with what OTOBO says, and the app tries its own address',
    async (reason) => {
      stage.helpdesk.roundTrip = { success: false, reason, message: 'HTTP 401' };
      const findings = await stage.findings();
      expect(notGreen(findings)).toEqual([{ code: 'round_trip_failed', choice: reason, values: { message: 'HTTP 401' } }]);
      expect(codes(findings)).toContain('entrance');
    },
  );

  test('that OTOBO finds is enough, even where the server does not find itself', async () => {
    stage.chat.installation.ownCall = { outcome: 'silent' };
    expect(notGreen(await stage.findings())).toEqual([]);
  });

  test('is dated', async () => {
    expect(await stage.findings()).toContainEqual({ code: 'called', values: { minutes: 3 } });
    stage.chat.installation.lastCaller = undefined;
    expect(codes(notGreen(await stage.findings()))).toEqual(['not_called']);
  });
});

describe('the address book', () => {
  test('that has not begun, or is under way, is grey', async () => {
    const { pass } = stage.chat;
    if (!pass) throw new Error('There is no pass.');
    const { completedAt, ...underWay } = pass;
    expect(completedAt).toBeDefined();
    stage.chat.pass = { ...underWay, met: 7 };
    expect(notGreen(await stage.findings())).toEqual([{ code: 'book_under_way', values: { met: 7 } }]);
    stage.chat.pass = undefined;
    expect(codes(notGreen(await stage.findings()))).toEqual(['book_not_begun']);
  });

  test('that leaves rooms out is red, and names them', async () => {
    const { pass } = stage.chat;
    if (!pass) throw new Error('There is no pass.');
    stage.chat.pass = { ...pass, limit: 10, tooLarge: [{ roomId: 'r', name: 'general', members: 11 }], gone: ['r1', 'r2'] };
    expect(notGreen(await stage.findings())).toEqual([
      { code: 'book_room_too_large', values: { room: 'general', members: 11, limit: 10 } },
      { code: 'book_rooms_gone', values: { count: 2, rooms: 'r1, r2' } },
    ]);
  });
});

describe('the outbox', () => {
  const waiting = (id: string, minutes: number): Write => ({
    ...{ id, ticketId: '2', change: { type: 'RoomLink', roomId: 'r', url: 'u' } as const },
    ...{ at: stage.chat.now - minutes * MINUTE_MS, notBefore: 0, attempts: 1 },
  });

  test('with something in it is grey, with how much and since when', async () => {
    stage.chat.records.writes = [waiting('b', 2), waiting('a', 59)];
    expect(notGreen(await stage.findings())).toEqual([{ code: 'outbox_waiting', values: { count: 2, minutes: 59 } }]);
  });

  test('with something in it for an hour is red', async () => {
    stage.chat.records.writes = [waiting('a', 60)];
    expect(notGreen(await stage.findings())).toEqual([{ code: 'outbox_stuck', values: { count: 1, minutes: 60 } }]);
  });

  test('with dead letters is red, with the number of them, beside what waits', async () => {
    const dead = { ...waiting('c', 600), givenUpAt: stage.chat.now };
    stage.chat.records.writes = [dead, waiting('b', 2)];
    expect(notGreen(await stage.findings())).toEqual([
      { code: 'outbox_dead', values: { count: 1 } },
      { code: 'outbox_waiting', values: { count: 1, minutes: 2 } },
    ]);
    stage.chat.records.writes = [dead];
    expect(codes(await stage.findings()).filter((code) => code.startsWith('outbox'))).toEqual(['outbox_dead']);
  });
});

describe('the rooms that follow tickets', () => {
  test('have been compared with them: when, how many, and what differed', async () => {
    stage.chat.records.walk = stage.walk(5);
    expect(await stage.findings()).toContainEqual({ code: 'walk', values: { followed: 7, differed: 2, failed: 1, hours: 5 } });
  });

  test('are grey until the job has begun, and green while the first round is under way', async () => {
    stage.chat.records.walk = undefined;
    expect(notGreen(await stage.findings())).toEqual([{ code: 'walk_not_begun' }]);
    stage.chat.records.walk = walkFrom(undefined, stage.chat.now);
    expect(notGreen(await stage.findings())).toEqual([]);
    expect(codes(await stage.findings())).toContain('walk_under_way');
  });

  test('are red when a round takes twice as long as it may, and when OTOBO does not know their tickets', async () => {
    stage.chat.records.walk = { ...stage.walk(13), lastUnknown: ['11', '12'] };
    expect(notGreen(await stage.findings())).toEqual([
      { code: 'walk_late', values: { hours: 13 } },
      { code: 'tickets_unknown', values: { count: 2, tickets: '11, 12' } },
    ]);
  });

  test('are not mentioned while there is no OTOBO to compare with', async () => {
    stage.values.otobo_url = '';
    expect(codes(await stage.findings()).filter((code) => code.startsWith('walk'))).toEqual([]);
  });
});
