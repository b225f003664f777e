import { AppError } from '../../../src/domain/errors';
import type { Command } from '../../../src/inbound/commands/command';
import { TICKET, user } from '../../domain/chat';
import { CommandStage } from './stage';

let stage: CommandStage;
beforeEach(() => {
  stage = new CommandStage();
});

/** A command `try` that does this. */
function trying(run: Command['run'], more: Partial<Command> = {}): Command {
  return { name: 'try', aliases: [], takes: [], action: 'help', about: 'command.help.about', run, ...more };
}

test('the answer comes where the command was typed, in its thread, to the sender', async () => {
  await stage.type('bob', 'help', 'room-7', 'thread-1');
  expect(stage.chat.membership.said).toMatchObject([{ what: 'tell', to: 'bob', place: { roomId: 'room-7', threadId: 'thread-1' } }]);
});

test('the answer is in the language of the sender, else of the workspace', async () => {
  stage.chat.language = 'de';
  expect(await stage.answer('bob', 'help')).toContain('Zeigt alle Befehle');
  stage.chat.addUsers(user('carol', { language: 'en' }));
  expect(await stage.answer('carol', 'help')).toContain('Lists the commands');
});

test('the command gets its words and its text', async () => {
  const calls: unknown[] = [];
  stage.commands = [
    trying(({ words, text, sender, place }) => {
      calls.push([words, text, sender.username, place.roomId]);
      return Promise.resolve({ text: 'done' });
    }),
  ];
  expect(await stage.answer('alice', 'TRY “one two” three', 'room-7')).toBe('done');
  expect(await stage.answer('alice', '"try again and" again')).toBe('done');
  expect(calls).toEqual([
    [['one two', 'three'], '“one two” three', 'alice', 'room-7'],
    [['again', 'and', 'again'], 'again and again', 'alice', 'elsewhere'],
  ]);
});

test('buttons are told with the answer', async () => {
  const buttons = [{ actionId: 'a', value: 'v', label: 'Yes' }];
  stage.commands = [trying(() => Promise.resolve({ text: 'Sure?', buttons }))];
  await stage.type('alice', 'try');
  expect(stage.chat.membership.said).toMatchObject([{ about: 'Sure?', buttons }]);
});

test('a command without what it needs is not run, and says how it is typed', async () => {
  const run = jest.fn();
  stage.commands = [trying(run, { takes: [{ name: 'user' }, { name: 'text', optional: true }] })];
  expect(await stage.answer('alice', 'try')).toBe('Something is missing. Type `/otobo try <@user> [text]`.');
  expect(run).not.toHaveBeenCalled();
});

describe('what goes wrong', () => {
  const failing = (error: Error): void => {
    stage.commands = [trying(() => Promise.reject(error))];
  };

  test('is told with cause and cure', async () => {
    failing(new AppError('queue_hidden', { queue: 'Raw' }));
    expect(await stage.answer('alice', 'try')).toBe('OTOBO has no queue "Raw", or you may not create tickets in it.');
  });

  test('is told without bringing foreign text to life', async () => {
    failing(new AppError('queue_hidden', { queue: '@all [x](https://evil.example)' }));
    const told = await stage.answer('alice', 'try');
    expect(told).not.toMatch(/@all|\]\(|evil\.example/);
    expect(told).toContain('@\u200Ball');
  });

  test.each([
    ['an exception', new Error('secret detail at 10.0.0.7')],
    ['something that is no error', 'secret detail at 10.0.0.7' as unknown as Error], // as: anything can be thrown
    ['an error whose sentence has a gap that nothing fills', new AppError('queue_hidden', {}, 'secret detail at 10.0.0.7')],
  ])('%s is in the log, and the sender gets what to look for there', async (_what, error) => {
    failing(error);
    const told = await stage.answer('alice', 'try');
    expect(told).toMatch(/inside the app[^]*\nRequestID: [0-9a-f-]{36}$/);
    expect(told).not.toContain('10.0.0.7');
    const id = told.slice(-36);
    expect(JSON.stringify(stage.log.filter(({ requestId }) => requestId === id))).toContain('10.0.0.7');
  });

  test('when the answer does not get through is in the log', async () => {
    stage.ports = (ports) => ({ notices: { ...ports.notices, tell: () => Promise.reject(new Error('no notifier')) } });
    await expect(stage.type('alice', 'help')).resolves.toEqual([]);
    expect(stage.log.filter(({ level }) => level === 'error')).toMatchObject([{ msg: 'command not answered' }]);
  });

  test('with the address book does not concern the sender', async () => {
    stage.chat.before = (call) => {
      if (call === 'learn') throw new Error('no records');
    };
    expect(await stage.answer('alice', 'help')).toContain('/otobo help');
    expect(stage.log.filter(({ level }) => level !== 'info')).toMatchObject([{ msg: 'sender not taken into the address book' }]);
  });
});

test('whoever sends a command is in the address book from then on', async () => {
  await stage.type('alice', 'help');
  expect([...stage.chat.book]).toEqual([['alice@corp.test', 'id-alice']]);
});

describe('the log', () => {
  test('has one line for each command, and nothing of what was written', async () => {
    await stage.type('alice', 'note the password is 1234', 'room-7');
    await stage.type('alice', `show ${TICKET.number}`, 'room-7');
    await stage.type('bob', `show ${TICKET.number}`, 'room-7');
    await stage.type('bob', 'hunter2', 'room-7');
    const lines = stage.log.filter(({ level }) => level === 'info');
    expect(lines).toMatchObject([
      { user: 'alice', command: 'note', room: 'room-7' },
      { user: 'alice', command: 'show', room: 'room-7', outcome: 'ok' },
      { user: 'bob', command: 'show', room: 'room-7', outcome: 'ticket_hidden' },
      { user: 'bob', room: 'room-7', outcome: 'unknown_command' },
    ]);
    expect(new Set(lines.map(({ requestId }) => requestId)).size).toBe(4);
    expect(JSON.stringify(stage.log)).not.toMatch(/1234|hunter2|2026112310000011/);
  });
});

describe('somebody who is not to give commands', () => {
  test.each([
    ['is disabled', user('mallory', { enabled: false, roles: ['admin'] })],
    ['is a bot', user('mallory', { bot: true, roles: ['admin'] })],
  ])('%s: nothing is run', async (_who, mallory) => {
    const run = jest.fn();
    stage.commands = [trying(run)];
    stage.chat.addUsers(mallory);
    expect(await stage.answer('mallory', 'try')).toBe('Commands are for people with an active account of this workspace.');
    expect(run).not.toHaveBeenCalled();
  });

  test('is gone: nobody is told anything', async () => {
    expect(await stage.type('nobody', 'help')).toEqual([]);
    expect(stage.log).toMatchObject([{ level: 'error', msg: 'command not answered' }]);
  });
});

describe('a command that takes long', () => {
  /** The pause is over when the test says so. */
  let over: () => void;
  let finish: () => void;
  beforeEach(() => {
    const pause = new Promise<void>((resolve) => (over = resolve));
    const work = new Promise<void>((resolve) => (finish = resolve));
    stage.ports = () => ({ time: { now: () => 0, pause: () => pause } });
    stage.commands = [trying(() => work.then(() => ({ text: 'the answer' })))];
  });

  test('says so after a while, and answers later', async () => {
    const typing = stage.type('alice', 'try');
    over();
    while (stage.chat.membership.said.length === 0) await new Promise(setImmediate);
    finish();
    expect(await typing).toEqual(['Working on it. The answer comes here in a moment.', 'the answer']);
  });

  test('says nothing but the answer when it comes in time', async () => {
    finish();
    expect(await stage.type('alice', 'try')).toEqual(['the answer']);
  });

  test('answers even if it could not say that it takes long', async () => {
    let first = true;
    const { ports } = stage;
    stage.ports = (made) => ({
      ...ports(made),
      notices: {
        ...made.notices,
        tell: (...told) => {
          if (!first) return made.notices.tell(...told);
          first = false;
          finish();
          return Promise.reject(new Error('no notifier'));
        },
      },
    });
    over();
    expect(await stage.type('alice', 'try')).toEqual(['the answer']);
  });
});

describe('a ticket without a command', () => {
  test.each([
    TICKET.number,
    `Ticket#${TICKET.number}`,
    `Ticket# ${TICKET.number}`,
    'https://help.example/otobo/index.pl?Action=AgentTicketZoom;TicketID=2',
    '[the ticket](https://help.example/otobo/index.pl?Action=AgentTicketZoom;TicketID=2)',
  ])('is shown: %s', async (text) => {
    expect(await stage.answer('alice', text)).toContain('Printer 1 is burning');
  });

  test('is not shown to who may not see it', async () => {
    expect(await stage.answer('bob', TICKET.number)).toBe('OTOBO has no such ticket, or you may not see it.');
  });
});
