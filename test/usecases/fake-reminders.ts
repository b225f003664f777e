import type { SaidStage } from '../../src/domain/watch';
import type { Heard, Ports } from '../../src/usecases/ports';

type Call = <T>(name: string, effect: () => T) => Promise<T>;

/** A reminder as it stands in a room; one in which nothing holds any more is never changed again. */
export interface FakeReminder {
  readonly id: string;
  readonly roomId: string;
  stages: readonly SaidStage[];
}

/** What is said in rooms, as far as reminders are concerned: by people, and by the app. */
export class FakeReminders {
  posted: FakeReminder[] = [];
  /** When somebody said something last, by the id of the room. */
  readonly talk = new Map<string, number>();
  private made = 0;

  /** What the room's reminders show, the oldest first. */
  shownIn(roomId: string): string[] {
    return this.posted
      .filter((one) => one.roomId === roomId)
      .map(({ stages }) =>
        stages
          .filter(({ shown }) => shown)
          .map(({ kind, percent, over }) => `${kind}${kind === 'escalation' ? ` ${percent}` : ''}${over ? ' over' : ''}`)
          .join(', '),
      );
  }

  ports(call: Call, write: Call): Pick<Ports, 'reminders'> {
    return {
      reminders: {
        listen: (roomId) => call('listen', () => this.heardIn(roomId)),
        post: (roomId, stages) =>
          write('post reminder', () => {
            this.made += 1;
            const id = `reminder-${this.made}`;
            this.posted.push({ id, roomId, stages: structuredClone(stages) });
            return id;
          }),
        edit: (messageId, stages) =>
          write('edit reminder', () => {
            const found = this.posted.find(({ id }) => id === messageId);
            if (!found || !holds(found)) return false;
            found.stages = structuredClone(stages);
            return true;
          }),
      },
    };
  }

  private heardIn(roomId: string): Heard {
    const talkedAt = this.talk.get(roomId);
    const reminder = this.posted.filter((one) => one.roomId === roomId && holds(one)).at(-1);
    return { ...(talkedAt !== undefined && { talkedAt }), ...(reminder && { reminderId: reminder.id }) };
  }
}

const holds = ({ stages }: FakeReminder): boolean => stages.some(({ shown, over }) => shown && !over);
