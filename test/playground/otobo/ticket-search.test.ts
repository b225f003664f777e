import { startOtobo, type Otobo } from '../../../playground/otobo';
import { PROVIDER_PATH } from '../../../playground/otobo/provider/transport';
import { seedRecordedWorld } from './recorded-world';
import { SetTime } from './set-time';
import { webRequest } from './web-request';

const ALICE = { UserLogin: 'alice', Password: 'alice-pw' };

const time = new SetTime('2026-11-22 00:00:00');
let otobo: Otobo;

beforeEach(async () => {
  otobo = await startOtobo({ clock: time });
  seedRecordedWorld(otobo, time);
});
afterEach(() => otobo.stop());

/** Calls the app's own web service as alice. @returns the answer's JSON */
async function call(operation: string, body: object): Promise<unknown> {
  const path = `${PROVIDER_PATH}RocketChat/${operation}`;
  return JSON.parse((await webRequest(otobo.url, { method: 'POST', path, body: { ...ALICE, ...body } })).body);
}

describe('searching', () => {
  test.each([
    ['by a part of the title', { Title: '*PRINTER 4*' }, { TicketID: ['5'] }],
    ['by owner', { OwnerIDs: [1] }, { TicketID: ['1'] }],
    ['by queue', { Queues: ['Board'] }, { TicketID: ['6'] }],
    ['by state, in vain', { States: ['closed successful'] }, {}],
    ['by types of state', { StateType: ['new', 'open'], Limit: 1 }, { TicketID: ['2'] }],
    ['by OTOBO’s own word for open, in vain: in a web service it is none', { StateType: 'Open' }, {}],
    ['by words of the title that must all be there', { Title: '*burning*&&*printer 4*' }, { TicketID: ['5'] }],
    ['by words of the title of which one is missing', { Title: '*freezing*&&*printer 4*' }, {}],
    ['by one word of the title or another', { Title: '*printer 4*||welcome' }, { TicketID: ['5', '1'] }],
    ['by text of an article', { MIMEBase_Body: 'ticket 3' }, { TicketID: ['4'] }],
    ['by texts that must be in one article', { MIMEBase_Body: 'ticket 3', MIMEBase_From: 'carol' }, {}],
    ['by one text or another', { MIMEBase_Body: 'ticket 3', MIMEBase_Subject: 'printer 4', ContentSearch: 'OR' }, { TicketID: ['4', '5'] }],
    ['by full text, whatever its case', { Fulltext: 'SMOKE everywhere, Ticket 4' }, { TicketID: ['5'] }],
    ['by full text in the title', { Fulltext: '4 is burn' }, { TicketID: ['5'] }],
    ['by full text as the title spells it, in vain: capital letters are not found there', { Fulltext: 'Printer 4 is burning' }, {}],
    ['by full text that is no phrase, in vain', { Fulltext: 'everywhere smoke' }, {}],
    ['by the login of the owner, which OTOBO does not know and ignores', { Owners: ['root@localhost'], Limit: 1 }, { TicketID: ['2'] }],
    ['by an order that there is not, in vain', { SortBy: 'Beauty' }, {}],
    ['oldest first', { OrderBy: 'Up', Limit: 2 }, { TicketID: ['1', '2'] }],
    ['by title, backwards', { SortBy: 'Title', OrderBy: 'Down', Limit: 2 }, { TicketID: ['1', '6'] }],
    ['with a limit', { Limit: 2 }, { TicketID: ['2', '3'] }],
  ])('%s', async (_how, criteria, hits) => {
    expect(await call('TicketSearch', criteria)).toEqual(hits);
  });

  test('last changed first', async () => {
    time.set('2026-11-23 02:00:00');
    await call('TicketUpdate', { TicketID: 4, Article: { Subject: 's', Body: 'b', ContentType: 'text/plain; charset=utf-8' } });
    const criteria = { SortBy: 'Changed', OrderBy: 'Down', Limit: 2 };
    expect(await call('TicketSearch', criteria)).toEqual({ TicketID: ['4', '2'] });
  });
});
