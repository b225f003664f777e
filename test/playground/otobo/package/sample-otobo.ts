import { Clock } from '../../../../playground/clock';
import { startOtobo, type Otobo } from '../../../../playground/otobo';
import type { Right } from '../../../../playground/otobo/records';
import { PROVIDER_PATH } from '../../../../playground/otobo/provider/transport';
import { addSampleTickets } from '../../../../playground/otobo/samples';
import { webRequest, type Answer } from '../web-request';

const RCAPI = { UserLogin: 'rcapi', Password: 'rcapi-pw' };

/** Ids of the sample tickets; the salaries are in a queue that only some see. */
export const [PRINTER, INVOICES, MIGRATION, SALARIES, FRESH] = [1, 2, 3, 4, 5];

/** An OTOBO with the sample tickets, and calls of the app's web service there. */
export class SampleOtobo {
  private constructor(
    readonly otobo: Otobo,
    readonly clock: Clock,
  ) {}

  static async start(): Promise<SampleOtobo> {
    const clock = new Clock();
    const otobo = await startOtobo({ clock });
    addSampleTickets(otobo);
    return new SampleOtobo(otobo, clock);
  }

  /** A request of the app's account, unless `body` has another. */
  post(operation: string, body: object): Promise<Answer> {
    return webRequest(this.otobo.url, { method: 'POST', path: `${PROVIDER_PATH}RocketChat/${operation}`, body: { ...RCAPI, ...body } });
  }

  /** The same. @returns the answer's JSON. @throws unless the status is 200 */
  async call(operation: string, body: object): Promise<Record<string, unknown>> {
    const answer = await this.post(operation, body);
    if (answer.status !== 200) throw new Error(`${answer.status} ${answer.body}`);
    return JSON.parse(answer.body) as Record<string, unknown>; // every operation answers with an object
  }

  addAgent(login: string, email: string, rights: Readonly<Record<string, readonly Right[]>> = {}): void {
    const id = this.otobo.helpdesk.agents.length + 1;
    this.otobo.helpdesk.agents.push({ id, login, email, rights, firstname: 'A', lastname: login, password: 'pw', createdAt: 0 });
  }
}

/** The whole answer of an operation that refuses. */
export const error = (code: string, message: string) => ({ Error: { ErrorCode: code, ErrorMessage: message } });
