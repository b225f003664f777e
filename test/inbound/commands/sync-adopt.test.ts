import { adoptionAnswer } from '../../../src/inbound/commands/render-adopting';
import type { Hindrance } from '../../../src/domain/adoption';
import { AppError } from '../../../src/domain/errors';
import { translator } from '../../../src/text/translate';
import type { Adoption } from '../../../src/usecases/adopt-rooms';
import { TICKET, user } from '../../domain/chat';
import { CommandStage } from './stage';

const OTHER = { ...TICKET, id: '3', number: '2026112310000020' };
const ROOM = `ticket-${OTHER.number}`;

/** An open ticket without a room, beside the one that has one, and an admin. */
function stage(language = 'en'): CommandStage {
  const made = new CommandStage();
  made.values = { adopt_prefix: 'otobo_' };
  made.chat.addUsers(user('root', { roles: ['admin'], language }));
  made.helpdesk.addTicket(OTHER);
  return made;
}

const plain = (text: string): string => text.replaceAll('\u200B', '');

describe('/otobo sync adopt', () => {
  test('lists rooms with all that an admin needs to know them by, warns, and asks', async () => {
    const made = stage();
    made.chat.addRoom(ROOM, made.bob);
    made.chat.addRoom('otobo_3', made.bob);
    const text = plain(await made.answer('root', 'sync adopt'));
    expect(text.split('\n')).toEqual([
      "2 tickets looked at. These rooms may be their tickets', but nothing proves it:",
      `> Ticket#${OTHER.number}: ${ROOM}, made by bob, 1 member, 0 messages. It has no mark, only the name.`,
      `> Ticket#${OTHER.number}: otobo\\_3, made by bob, 1 member, 0 messages. It has the name of a group of the predecessor.`,
      expect.stringMatching(/^Whoever may make private rooms can have made one of such a name/),
    ]);
    const [question] = made.chat.records.questions;
    expect(made.chat.membership.said.at(-1)?.buttons?.map(({ label, value }) => [label, value])).toEqual([
      ['Take 2 over', question?.id],
      ['Cancel', question?.id],
    ]);
  });

  test('says why a room is not offered, and asks nothing then', async () => {
    const made = stage();
    const room = made.chat.addRoom(ROOM, made.bob);
    room.archived = true;
    const text = plain(await made.answer('root', 'sync adopt'));
    expect(text).toContain('2 tickets looked at: no room to take over.\nNot offered:');
    expect(text).toContain(`> Ticket#${OTHER.number}: ${ROOM}. It is archived. Unarchive it first.`);
    expect(made.chat.membership.said.at(-1)?.buttons ?? []).toEqual([]);
  });

  test('looks at one ticket alone, in German, too', async () => {
    const made = stage('de');
    made.chat.addRoom(ROOM, made.bob);
    const text = plain(await made.answer('root', `abgleichen uebernehmen ${OTHER.number}`));
    expect(text).toContain('Ein Ticket angesehen. Dieser Raum könnte zu seinem Ticket gehören, aber nichts beweist es:');
    expect(await made.answer('root', `sync adopt ${TICKET.number}`)).toContain('Ein Ticket angesehen: kein Raum zu übernehmen.');
  });

  test('makes nothing of what somebody has called a room', async () => {
    const made = stage();
    made.values = { room_name: 'x-{id}', adopt_prefix: '@all [x](https://evil.test) ' };
    made.chat.addRoom('@all [x](https://evil.test) 3', made.bob);
    const text = await made.answer('root', 'sync adopt');
    expect(text).not.toMatch(/@all|\]\(https/);
  });

  test('is for admins', async () => {
    const made = stage();
    expect(await made.answer('alice', 'sync adopt')).toContain('This is for admins of the app.');
    expect(made.helpdesk.calls).toEqual([]);
  });
});

describe('what became of rooms', () => {
  const outcomes: Adoption['outcome'][] = [
    { type: 'adopted', written: { kept: false, written: { ticketId: '3', ticketNumber: OTHER.number } } },
    { type: 'adopted', written: { refusal: new AppError('otobo_field_missing', { fields: 'RocketChatURL' }) } },
    { type: 'adopted', written: { kept: true } },
    { type: 'already' },
    { type: 'failed', error: new AppError('ticket_not_found') },
  ];

  test.each(['en', 'de'])('is said for each, in %s', (language) => {
    const adoptions = outcomes.map((outcome) => ({ ticketId: '3', ticketNumber: OTHER.number, roomId: 'r', outcome }));
    const lines = plain(adoptionAnswer(adoptions, translator(language))).split('\n');
    expect(lines.filter((line) => line.startsWith(`> Ticket#${OTHER.number}: `))).toHaveLength(outcomes.length);
    expect(new Set(lines).size).toBe(lines.length);
  });

  const hindrances: Hindrance[] = [
    'kind',
    'archived',
    'encrypted',
    'federated',
    'nameless',
    'mark',
    'room_taken',
    'ticket_taken',
    'contested',
    'gone',
  ];
  test.each(hindrances)('names why it was not taken over: %s', (hindrance) => {
    const told = ['en', 'de'].map((language) =>
      adoptionAnswer([{ ticketId: '3', ticketNumber: '3', roomId: 'r', outcome: { type: 'hindered', hindrance } }], translator(language)),
    );
    expect(told).toEqual([
      expect.stringMatching(/^> Ticket#3: not taken over\. \S.*\.$/),
      expect.stringMatching(/^> Ticket#3: nicht übernommen\. \S.*\.$/),
    ]);
  });
});
