import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { ChatUser } from '../../domain/member';
import { inertLine } from '../../text/inert';
import { type Translate, translator } from '../../text/translate';
import { SHOW_TICKET } from '../../domain/ticket-action';
import type { Button, Notices, Place, Workspace } from '../../usecases/ports';
import type { Accessors } from './accessors';
import { missingText } from './card-blocks';
import { toIUser } from './chat-user';
import { answerBlocks } from './answer-blocks';
import { answeredBlocks, questionBlocks } from './consent-blocks';
import { directRoom } from './direct-room';
import { guestPoster, poster } from './posting';
import { shortTitle } from './room-texts';

/** What the app says besides the card. Mentions here are meant: they are user names, not text from tickets. */
export function notices(
  { modify, log }: Pick<Accessors, 'modify' | 'log'>,
  appId: string,
  workspace: Workspace,
  translate: () => Promise<Translate>,
): Notices {
  const post = poster({ modify }, workspace);
  const postAsGuest = guestPoster({ modify }, workspace);

  async function tell(
    to: Pick<ChatUser, 'id' | 'username'>,
    { roomId, threadId }: Place,
    text: string,
    buttons: readonly Button[] = [],
  ): Promise<void> {
    const message: Partial<IMessage> = {
      room: { id: roomId } as IRoom, // as: the engine looks at the id only
      sender: toIUser(await workspace.appUser()),
      text,
      ...(threadId && { threadId }),
      ...(buttons.length > 0 && { blocks: answerBlocks(text, buttons, appId) }),
    };
    await modify.getNotifier().notifyUser(toIUser(to), message as IMessage);
  }

  return {
    async welcome(roomId, members) {
      const say = await translate();
      await post(roomId, say('notice.welcome', { people: members.map((username) => `@${username}`).join(' ') }));
    },

    async askConsent(roomId, person) {
      const say = await translate();
      return post(roomId, say('consent.question', { person: inertLine(person.username) }), questionBlocks(person, appId, say));
    },

    async consentAnswered(messageId, person, by, granted) {
      const say = await translate();
      const builder = await modify.getUpdater().message(messageId, toIUser(await workspace.appUser()));
      const text = say(granted ? 'consent.granted' : 'consent.refused', { person: inertLine(person.username), by: inertLine(by.username) });
      await modify.getUpdater().finish(builder.setText(text).setBlocks(answeredBlocks(text, person, granted, appId, say)));
    },

    async missing(to, ticket, missing) {
      try {
        const say = translator(to.language ?? (await workspace.language()));
        const about = inertLine(`${say('card.title', { number: ticket.number })} ${shortTitle(ticket)}`);
        await post(await directRoom(to, { modify }, workspace), `${about}\n${missingText(missing, say)}`);
      } catch (error) {
        // The room is there, and the answer names the missing people, too.
        log.warn({ msg: 'could not tell who is missing', username: to.username, error: String(error) });
      }
    },

    async whisper(to, roomId, text) {
      const say = translator(to.language ?? (await workspace.language()));
      await tell(to, { roomId }, say(text));
    },

    tell,

    async post(roomId, text) {
      await post(roomId, text);
    },

    async unfurl(place, ticketNumber) {
      const say = await translate();
      const number = say('ticket.number', { number: inertLine(ticketNumber) });
      const button = { actionId: SHOW_TICKET, value: ticketNumber, label: say('unfurl.show') };
      await postAsGuest(place, number, answerBlocks(number, [button], appId));
    },

    async write(to, text) {
      await post(await directRoom(to, { modify }, workspace), text);
    },
  };
}
