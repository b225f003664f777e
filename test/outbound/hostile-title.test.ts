import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { MessageBuilder } from '@rocket.chat/apps-engine/server/accessors/MessageBuilder';
import { RoomBuilder } from '@rocket.chat/apps-engine/server/accessors/RoomBuilder';
import limax from 'limax';
import type { Article } from '../../src/domain/article';
import type { Card } from '../../src/domain/card';
import type { Closing } from '../../src/domain/closing';
import { AppError, type ErrorCode } from '../../src/domain/errors';
import type { MemberLists } from '../../src/domain/member-lists';
import { displayName, roomSlug } from '../../src/domain/room-name';
import type { Ticket } from '../../src/domain/ticket';
import type { Change, Failure, Write } from '../../src/domain/write';
import { COMMANDS } from '../../src/inbound/commands';
import { findingLine } from '../../src/inbound/commands/doctor';
import { adoptionAnswer, adoptionList } from '../../src/inbound/commands/render-adopting';
import { closedText } from '../../src/inbound/commands/render-closing';
import { unknownCommand } from '../../src/inbound/commands/render-help';
import { addAnswer, linkAnswer, openAnswer, syncAnswer, unlinkAnswer } from '../../src/inbound/commands/render-linking';
import { droppedText, outboxText } from '../../src/inbound/commands/render-outbox';
import { rowsText } from '../../src/inbound/commands/render-rows';
import { changeText, createdText, givenBack, notedText, replyQuestion, replyText } from '../../src/inbound/commands/render-write';
import type { Accessors } from '../../src/outbound/rocketchat/accessors';
import { CARD_BLOCK, cardBlocks, cardText } from '../../src/outbound/rocketchat/card-blocks';
import { cards } from '../../src/outbound/rocketchat/cards';
import { changeText as newsText } from '../../src/outbound/rocketchat/change-text';
import { closingNotices } from '../../src/outbound/rocketchat/closing-notices';
import { notices } from '../../src/outbound/rocketchat/notices';
import { reminderText } from '../../src/outbound/rocketchat/reminder-blocks';
import { announcement, topic } from '../../src/outbound/rocketchat/room-texts';
import { en, type TextKey } from '../../src/text/en';
import { errorSentence } from '../../src/text/error-sentence';
import { inertLine } from '../../src/text/inert';
import { peopleText } from '../../src/text/people-text';
import { ticketText } from '../../src/text/ticket-text';
import { LANGUAGES, type Translate, translator } from '../../src/text/translate';
import type { Notices } from '../../src/usecases/ports';
import { tellBack, tellGivenUp, tellLost } from '../../src/usecases/tell-of-write';
import { TERMS, TICKET, user } from '../domain/chat';
import { HOSTILE, hurts, objectsIn, turnsRound } from '../hostile';
import { CommandStage } from '../inbound/commands/stage';
import { MERGED, MergeWorld, SURVIVOR } from '../usecases/merge-world';

const OTOBO = 'https://help.test/otobo/index.pl?Action=AgentTicketZoom;TicketID=2';
/** Without the reaction, which the card shows as an emoji on purpose. */
const OFF = { prefix: '(off)', reaction: '' };

/** Number and id are OTOBO's own; everything else is somebody's words. */
const EVERY_FIELD: Ticket = {
  id: TICKET.id,
  number: TICKET.number,
  title: HOSTILE,
  queue: HOSTILE,
  state: HOSTILE,
  priority: HOSTILE,
  owner: HOSTILE,
  responsible: HOSTILE,
  customerUser: HOSTILE,
  customerId: `${HOSTILE}2`,
  stateType: 'pending reminder',
  pendingUntil: 0,
  escalatesAt: 0,
  changedAt: 0,
};
const ARTICLE: Article = { id: '7', from: HOSTILE, subject: HOSTILE, body: `${HOSTILE}\n${HOSTILE}`, visibleForCustomer: false, at: 0 };
const SOMEBODY = { name: HOSTILE, type: 'Agent', roles: ['Owner'], username: HOSTILE } as const;
const MEMBERS: MemberLists = {
  added: [SOMEBODY],
  present: [SOMEBODY],
  unresolved: [{ ...SOMEBODY, reason: 'no_account' }],
  skipped: [{ ...SOMEBODY, reason: 'account_disabled' }],
};
const CARD: Card = { ticket: EVERY_FIELD, guarded: false, missing: [{ name: HOSTILE, reason: 'no_account' }] };
const CLOSING: Closing = {
  ticketId: TICKET.id,
  ticketNumber: TICKET.number,
  url: `javascript:${HOSTILE}`,
  roomId: 'room',
  phase: 'announced',
  terms: TERMS,
  revision: 1,
  since: 0,
  dueAt: 0,
  noticeId: 'notice',
  stoppedBy: HOSTILE,
  removed: [],
};
/** With anything that a sentence may want to name. */
const ERROR = new AppError('name_taken', { room: HOSTILE });
const FAILURE: Failure = { code: ERROR.code, details: ERROR.details, at: 0 };
const WRITTEN = { kept: false, written: { ticketId: '2', ticketNumber: TICKET.number, mailedTo: HOSTILE } } as const;
const REFUSED = { refusal: ERROR } as const;
const SOMEONE = user('alice', { username: HOSTILE, name: HOSTILE });
const CHANGES: readonly Change[] = [
  { type: 'Note', subject: HOSTILE, body: HOSTILE },
  { type: 'Create', title: HOSTILE, subject: HOSTILE, body: HOSTILE, queue: HOSTILE, state: HOSTILE, priority: HOSTILE },
  { type: 'Fields', state: HOSTILE, priority: HOSTILE, owner: HOSTILE },
];

/** What the app tells the server to post or to show, whoever it is for. */
class Recorder {
  readonly said: string[] = [];

  readonly accessors = {
    read: {
      getMessageReader: () => ({ getById: (id: string) => Promise.resolve({ id, blocks: [{ type: 'section', blockId: CARD_BLOCK }] }) }),
    },
    modify: {
      getCreator: () => ({
        startMessage: () => new MessageBuilder(),
        startRoom: () => new RoomBuilder(),
        finish: (builder: MessageBuilder | RoomBuilder) => Promise.resolve(this.finish(builder)),
      }),
      getUpdater: () => ({
        message: (id: string) => Promise.resolve(new MessageBuilder({ id, room: { id: 'room' } } as IMessage)), // as: the rest is not looked at
        finish: (builder: MessageBuilder) => Promise.resolve(this.finish(builder)),
      }),
    },
    log: { warn: (entry: unknown) => this.said.push(`not said: ${JSON.stringify(entry)}`) },
  } as unknown as Accessors; // as: what is not used is not there

  private finish(builder: MessageBuilder | RoomBuilder): string {
    if (builder instanceof MessageBuilder) this.record(builder.getMessage());
    return 'id';
  }

  private record({ text, blocks }: Partial<IMessage>): void {
    this.said.push(text ?? '', ...textsIn(blocks));
  }
}

/** What stands in blocks, formatted or not. */
const textsIn = (blocks: unknown): string[] => objectsIn(blocks).flatMap(({ text }) => (typeof text === 'string' ? [text] : []));

/** In which language something is said, and whatever else says it. */
interface Stage {
  readonly language: string;
  readonly say: Translate;
  readonly recorder: Recorder;
  readonly notices: Notices;
}

function stageIn(language: string): Stage {
  const recorder = new Recorder();
  const say = translator(language);
  return { language, say, recorder, notices: notices(recorder.accessors, 'app', workspaceIn(language), () => Promise.resolve(say)) };
}

const workspaceIn = (language: string) => ({
  appUser: () => Promise.resolve(user('otobo.bot', { bot: true })),
  siteUrl: () => Promise.resolve('https://chat.test'),
  language: () => Promise.resolve(language),
});

/** Does all of it, and says what was said. */
async function saidBy(stage: Stage, ...doing: readonly (() => Promise<unknown>)[]): Promise<string[]> {
  for (const one of doing) await one();
  return stage.recorder.said;
}

interface Row {
  /** What says it, and where. */
  readonly what: string;
  readonly said: (stage: Stage) => readonly string[] | Promise<readonly string[]>;
  /** What it has on purpose, as the parser calls it. */
  readonly has?: readonly string[];
}

/**
 * Everything that the app says with somebody else's words in it; dialogs and bars are in `every-view.test.ts`. Who adds a message, adds a row.
 * Not here, because its mentions are meant: the welcome of new members.
 */
const ROWS: readonly Row[] = [
  { what: 'the card, among colleagues', said: (stage) => cardTexts(CARD, stage) },
  { what: 'the card, where customers may be', said: (stage) => cardTexts({ ...CARD, guarded: true }, stage) },
  {
    what: 'the card of a linked room, with its links',
    said: (stage) =>
      cardTexts({ ...CARD, guarded: true, linkedBy: HOSTILE, ticket: { ...EVERY_FIELD, url: OTOBO, customerUrl: OTOBO } }, stage),
    has: ['LINK', 'INLINE_CODE'],
  },
  { what: 'the card of a closed room', said: (stage) => cardTexts({ ...CARD, closed: true }, stage) },
  {
    what: 'what is left of a card',
    said: (stage) => {
      const port = cards(stage.recorder.accessors, 'app', workspaceIn(stage.language), () => Promise.resolve(stage.say), {
        timeZone: 'UTC',
        off: OFF,
      });
      return saidBy(
        stage,
        () => port.sayUnlinked('m', TICKET.number, HOSTILE),
        () => port.sayMerged('m', TICKET.number, HOSTILE),
        () => port.sayDeleted('m', HOSTILE),
      );
    },
    has: ['INLINE_CODE'],
  },
  {
    what: 'the message about changes',
    said: ({ say, language }) => {
      const fields = (['title', 'state', 'queue', 'priority', 'owner', 'responsible', 'customerUser', 'customerId'] as const).map(
        (field) => ({
          field,
          from: HOSTILE,
          to: HOSTILE,
        }),
      );
      const news = { fields, articles: [ARTICLE, { ...ARTICLE, visibleForCustomer: true }], more: 2 };
      return [newsText(news, say, language, 'UTC'), newsText({ ...news, by: HOSTILE }, say, language, 'UTC')];
    },
    has: ['QUOTE'],
  },
  {
    what: 'a reminder',
    said: ({ say, language }) =>
      (['pending', 'escalation', 'silence'] as const).flatMap((kind) =>
        [true, false].map((over) =>
          reminderText([{ kind, of: 0, shown: true, over, percent: 75 }], { say, language, timeZone: 'Europe/Berlin' }),
        ),
      ),
    has: ['EMOJI', 'STRIKE'],
  },
  {
    what: 'what a room is told of its closing',
    said: (stage) => {
      const say = (): Promise<Translate> => Promise.resolve(stage.say);
      const port = closingNotices(stage.recorder.accessors, 'app', workspaceIn(stage.language), say, 'Europe/Berlin');
      return saidBy(
        stage,
        () => port.announce(CLOSING),
        () => port.announcementOver(CLOSING, 'stopped'),
        () => port.closed(CLOSING),
        () => port.reopened({ ...CLOSING, url: OTOBO }),
        () => port.refused(CLOSING, ERROR),
      );
    },
    has: ['INLINE_CODE', 'LINK'],
  },
  {
    what: 'topic and announcement of a room',
    said: ({ say }) => [
      topic(EVERY_FIELD),
      announcement(EVERY_FIELD, say),
      announcement({ ...EVERY_FIELD, url: `javascript:${HOSTILE}` }, say),
    ],
  },
  {
    what: 'the question about a customer, and how it was answered',
    said: (stage) =>
      saidBy(
        stage,
        () => stage.notices.askConsent('room', SOMEONE),
        () => stage.notices.consentAnswered('m', SOMEONE, SOMEONE, true),
        () => stage.notices.consentAnswered('m', SOMEONE, SOMEONE, false),
      ),
  },
  {
    what: 'the direct message about who is missing',
    said: (stage) =>
      saidBy(stage, () =>
        stage.notices.missing({ ...SOMEONE, language: stage.language }, EVERY_FIELD, [{ name: HOSTILE, reason: 'no_account', keys: [] }]),
      ),
  },
  {
    what: 'the button under a ticket that was named',
    said: (stage) => saidBy(stage, () => stage.notices.unfurl({ roomId: 'room' }, HOSTILE)),
  },
  {
    what: 'direct messages about what OTOBO did not get',
    said: (stage) =>
      saidBy(
        stage,
        ...CHANGES.flatMap((change) => {
          const write = { change } as Write; // as: of a write, only what was typed is told
          const reader = { ...SOMEONE, language: stage.language };
          const ports = { notices: stage.notices, workspace: workspaceIn(stage.language) };
          return [
            () => tellLost(write, ERROR, reader, ports),
            () => tellGivenUp(write, FAILURE, reader, ports),
            () => tellBack(write, 'dropped', reader, ports, HOSTILE),
            () => tellBack(write, 'fell_out', reader, ports),
          ];
        }),
      ),
    has: ['INLINE_CODE'],
  },
  {
    what: 'what rooms of merged tickets are told',
    async said({ language }) {
      const said = await Promise.all(
        [false, true].map(async (both) => {
          const world = new MergeWorld();
          world.chat.language = language;
          for (const id of [MERGED.id, SURVIVOR.id]) Object.assign(world.helpdesk.ticket(id).ticket, { title: HOSTILE, queue: HOSTILE });
          await world.opened(MERGED);
          if (both) await world.opened(SURVIVOR);
          world.merge();
          await world.followMerge();
          return world.chat.membership.said.flatMap(({ what, about }) => (what === 'post' ? [about] : []));
        }),
      );
      return said.flat();
    },
    has: ['LINK'],
  },
  {
    what: '`/otobo show`',
    said: ({ say, language }) => [
      ticketText({ ticket: { ...EVERY_FIELD, url: OTOBO }, articles: [ARTICLE] }, { say, language, utcOffset: 1 }),
    ],
    has: ['LINK', 'BOLD', 'QUOTE'],
  },
  {
    what: '`/otobo search` and `mine`',
    said: ({ say }) => [rowsText({ rows: [EVERY_FIELD, { ...EVERY_FIELD, url: OTOBO }], total: 2 }, say)],
    has: ['LINK', 'QUOTE'],
  },
  {
    what: '`/otobo people`',
    said: ({ say }) => {
      const people = { ticketNumber: TICKET.number, members: MEMBERS, inside: [HOSTILE, 'x'], complete: false };
      return [peopleText(people, say), peopleText({ ...people, room: HOSTILE }, say)];
    },
    has: ['QUOTE', 'INLINE_CODE'],
  },
  {
    what: 'answers about links between rooms and tickets',
    said: ({ say }) => [
      ...[REFUSED, WRITTEN].flatMap((written) => [
        linkAnswer({ type: 'linked', ticket: EVERY_FIELD, origin: 'linked', written }, { roomId: 'room', threadId: 't' }, say).text,
        unlinkAnswer({ ticketNumber: TICKET.number, written }, say).text,
        adoptionAnswer([{ ticketId: '2', ticketNumber: TICKET.number, roomId: 'room', outcome: { type: 'adopted', written } }], say),
      ]),
      linkAnswer({ type: 'ask', ticket: EVERY_FIELD, questionId: 'q' }, { roomId: 'room' }, say).text,
      addAnswer({ type: 'ask', questionId: 'q' }, HOSTILE, say).text,
      addAnswer({ type: 'added' }, HOSTILE, say).text,
    ],
    has: ['INLINE_CODE', 'QUOTE'],
  },
  {
    what: '`/otobo open` and `sync`',
    said: ({ say }) => {
      const room = { slug: HOSTILE, type: 'private', owner: { username: HOSTILE, source: 'Owner', tried: [] } } as const;
      const ticket = EVERY_FIELD;
      const outcome = { result: 'created', room, members: MEMBERS, actions: [] } as const;
      const opened = { ticketNumber: ticket.number, outcome, address: 'https://chat.test/group/x', written: REFUSED };
      return [
        openAnswer({ ...opened, inside: true }, HOSTILE, say).text,
        openAnswer({ ...opened, inside: false }, HOSTILE, say).text,
        syncAnswer({ ...outcome, actions: [{ type: 'AddMembers', roomId: 'room', members: [HOSTILE] }] }, say).text,
      ];
    },
    has: ['LINK', 'INLINE_CODE', 'QUOTE'],
  },
  {
    what: '`/otobo sync adopt`',
    said: ({ say }) => {
      const one = { ticketId: '2', ticketNumber: TICKET.number, roomId: 'room', room: HOSTILE };
      const offer = { ...one, creator: HOSTILE, members: 2, messages: 3, ground: 'name' } as const;
      const list = { offers: [offer], notOffered: [{ ...one, hindrance: 'contested' } as const], more: 1, tickets: 2, limited: true };
      return [adoptionList(list, say).text];
    },
    has: ['QUOTE', 'INLINE_CODE'],
  },
  {
    what: 'answers about changes of a ticket',
    said: ({ say, language }) => {
      const change = { ticketNumber: TICKET.number, from: HOSTILE, to: HOSTILE };
      const done = { ...change, outcome: WRITTEN };
      return [
        ...(['state', 'pending', 'priority', 'owner'] as const).map((field) => changeText(field, done, say)),
        changeText('state', change, say),
        changeText('state', { ...change, outcome: { kept: true, because: ERROR } }, say),
        closedText({ change: done, room: 'as_it_was', refusal: ERROR }, {}, language, say),
      ];
    },
  },
  {
    what: 'answers about notes, replies and new tickets',
    said: ({ say }) => [
      notedText({ type: 'noted', outcome: WRITTEN }, { id: 'x', username: HOSTILE, name: HOSTILE }, TICKET.number, say),
      notedText({ type: 'there', kept: true }, { id: 'x', username: HOSTILE }, TICKET.number, say),
      createdText(HOSTILE, WRITTEN, undefined, say),
      createdText(HOSTILE, WRITTEN, 'https://help.test/otobo', say),
      ...[true, false].map(
        (mailed) => replyQuestion({ questionId: 'q', ticketNumber: TICKET.number, customer: HOSTILE, text: HOSTILE, mailed }, say).text,
      ),
      replyText(WRITTEN, say),
      givenBack(`${HOSTILE}\n${HOSTILE}`, say),
    ],
    has: ['LINK', 'INLINE_CODE'],
  },
  {
    what: '`/otobo outbox`',
    said: ({ say, language }) => {
      const shown = { id: 'abc', kind: 'Note', characters: 3, by: HOSTILE, at: 0, tries: 2, failure: FAILURE } as const;
      const box = {
        waiting: 2,
        dead: 1,
        shown: [
          { ...shown, ticketNumber: TICKET.number },
          { ...shown, givenUpAt: 1, ticketId: '2' },
        ],
        more: 3,
      };
      const dropped = { change: CHANGES[0], by: { username: HOSTILE } } as Write; // as: no more of it is told
      return [outboxText(box, { language, sender: SOMEONE }, 0, say), droppedText(dropped, say)];
    },
    has: ['EMOJI', 'INLINE_CODE', 'QUOTE'],
  },
  {
    what: '`/otobo audit`',
    async said({ language }) {
      const stage = new CommandStage();
      stage.chat.addUsers(user('alice', { roles: ['admin'], language }));
      stage.chat.records.audited = [{ what: 'linked', ticketNumber: TICKET.number, by: HOSTILE, detail: HOSTILE, at: stage.chat.now }];
      return stage.type('alice', 'audit');
    },
    has: ['QUOTE'],
  },
  {
    what: '`/otobo doctor`',
    said: ({ say }) => {
      const values = { setting: HOSTILE, line: HOSTILE, version: HOSTILE, routes: HOSTILE, entered: HOSTILE, name: HOSTILE };
      return [
        findingLine({ code: 'otobo_failed', error: ERROR }, say),
        findingLine({ code: 'line_unreadable', values }, say),
        findingLine({ code: 'routes_missing', values }, say),
      ];
    },
    has: ['EMOJI', 'INLINE_CODE'],
  },
  {
    what: 'the answer to a command that there is not',
    said: ({ say }) => [unknownCommand(HOSTILE, COMMANDS, say), unknownCommand(`sho@all`, COMMANDS, say)],
    has: ['INLINE_CODE'],
  },
];

function cardTexts(card: Card, { say, language }: Stage): string[] {
  return [cardText(card, say), ...textsIn(cardBlocks(card, { say, language, timeZone: 'Europe/Berlin', off: OFF }, 'app'))];
}

describe.each(LANGUAGES)('somebody else’s words in %s', (language) => {
  test.each(ROWS)('are text and nothing else in $what', async ({ said, has = [] }) => {
    const texts = await said(stageIn(language));
    expect(texts.filter((text) => /undefined|not said/.test(text) || text === '')).toEqual([]);
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) expect([text, hurts(text, has)]).toEqual([text, []]);
  });

  test.each(Object.keys(en).filter((key) => key.startsWith('error.')))('are text and nothing else in %s', (key) => {
    const gaps = [...en[key as TextKey].matchAll(/\{(\w+)/g)].flatMap(([, name]) => name ?? []); // as: the keys of a constant are known
    const refused = (words: string): string[] => {
      const error = { code: key.slice('error.'.length) as ErrorCode, details: Object.fromEntries(gaps.map((gap) => [gap, words])) }; // as: each error has a sentence
      return hurts(errorSentence(error, translator(language)));
    };
    expect(refused(HOSTILE).filter((found) => !refused('word').includes(found))).toEqual([]);
  });

  test.each(Object.keys(en) as TextKey[])('stay what they are wherever %s puts them', (key) => {
    const say = translator(language);
    for (const values of waysToFill(en[key])) {
      const harmless = say(key, values('word'));
      const added = hurts(say(key, values(inertLine(HOSTILE)))).filter((found) => !hurts(harmless).includes(found));
      // What it strikes out is a line of ours.
      expect(key === 'reminder.over' ? [] : added).toEqual([]);
    }
  });
});

/** @returns for each option of a sentence's choices what fills all its gaps with one text */
function waysToFill(sentence: string): ((text: string) => Record<string, string>)[] {
  const names = (pattern: RegExp): string[] => [...sentence.matchAll(pattern)].flatMap(([, name]) => name ?? []);
  const [gaps, choices] = [names(/\{(\w+)\}/g), names(/\{(\w+), (?:select|plural)/g)];
  const options = choices.length > 0 ? [...new Set([...names(/(\w+) \{/g), '2'])] : ['2'];
  return options.map((option) => (text) => ({
    ...Object.fromEntries(choices.map((choice) => [choice, option])),
    ...Object.fromEntries(gaps.filter((gap) => !choices.includes(gap)).map((gap) => [gap, text])),
  }));
}

describe('the names of a room', () => {
  const ticket = { ...TICKET, title: HOSTILE };

  test('have nothing of the title in the address, which the slug library leaves alone', () => {
    const slug = roomSlug('ticket-{number}', ticket);
    expect([slug, limax(slug, { maintainCase: true })]).toEqual([`ticket-${TICKET.number}`, `ticket-${TICKET.number}`]);
  });

  test('turn nothing round and stay on one line', () => {
    const name = displayName({ ...ticket, title: `\u202E\n\u2066${HOSTILE}` });
    expect([turnsRound(name), name.includes('\n')]).toEqual([[], false]);
  });
});
