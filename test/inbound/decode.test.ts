import { decodePeopleBody, decodeTicketBody as decodeIn, type Decoded } from '../../src/inbound/api/decode/body';
import type { TicketReference } from '../../src/usecases/complete-ticket';
import { recorded, recordings } from '../fixtures/recordings';

const decodeTicketBody = (body: unknown): Decoded<TicketReference> => decodeIn(body, 'UTC');

function value<T>(decoded: Decoded<T>): T {
  if ('problems' in decoded) throw new Error(decoded.problems.join('; '));
  return decoded.value;
}
const problems = (decoded: Decoded<unknown>): readonly string[] => ('problems' in decoded ? decoded.problems : []);
const first = (name: string): TicketReference => value(decodeTicketBody(recorded(name)[0]?.body));
const heads = ({ people }: TicketReference): string[] =>
  people.map(({ type, login, email, roles }) => `${type} ${login ?? email ?? '?'} ${roles.join('+')}`);

describe('what a real OTOBO sends', () => {
  test.each(
    recordings().flatMap((name) =>
      recorded(name)
        .map(({ body }, at) => [`${name} ${at}`, body] as const)
        .filter(([, body]) => body !== null),
    ),
  )('%s is understood', (_name, body) => {
    expect(problems(decodeTicketBody(body))).toEqual([]);
  });

  test('by TicketCreate: ticket, people by login, and those of the articles', () => {
    const { ticket, ...rest } = first('create');
    expect(ticket).toEqual({
      id: '8',
      number: '2026112310000075',
      title: 'from API',
      queue: 'Support',
      state: 'new',
      priority: '3 normal',
      owner: 'carol',
      responsible: 'dave',
      customerUser: 'cust1',
      customerId: 'ACME',
    });
    expect(heads({ ticket, ...rest })).toEqual([
      'Agent carol Owner',
      'Agent dave Responsible',
      'Customer cust1 Customer',
      'Address cust1@customer.example InternalFrom',
    ]);
  });

  test('by TicketUpdate with the id in the path: the number is there, the id is not', () => {
    expect(first('owner').ticket).toMatchObject({ number: '2026112310000011', title: 'Printer 1 is burning' });
    expect(first('owner').ticket).not.toHaveProperty('id');
  });

  test('by pass-through: only the id', () => {
    expect(first('state')).toEqual({
      event: 'TicketStateUpdate',
      ticket: { id: '2' },
      people: [],
      articles: [],
      systemAddresses: [],
      peopleComplete: false,
      dryRun: false,
    });
    expect(first('df').ticket).toEqual({ id: '2' });
  });
});

describe("the contract's own shape", () => {
  const OWN = {
    Event: 'TicketOwnerUpdate',
    Ticket: {
      TicketID: 2,
      TicketNumber: '2026112310000011',
      Title: ' Printer ',
      Queue: 'Support',
      State: '',
      Owner: 'carol',
      Responsible: {},
      Unknown: { deep: [1] },
    },
    People: [
      { Login: 'carol', Email: '"Carol, Agent" <carol@corp.test>', Name: 'Carol', Type: 'Agent', Roles: 'Owner' },
      { Email: 'x at y', Type: 'Address', Roles: ['To', 'Cc'] },
    ],
    PeopleComplete: 1,
    SystemAddresses: 'support@corp.test',
    APIUser: 'rcapi',
    Actor: { Login: 'dave' },
    URL: 'https://otobo.example/otobo/index.pl?Action=AgentTicketZoom;TicketID=2',
    DryRun: '1',
  };

  test('has its articles as people read them, whatever their bodies are written in', () => {
    const Article = [
      {
        ArticleID: 16,
        From: 'Jane <jane@far.test>',
        Subject: 'S',
        Body: '<p>a &amp; b</p>',
        ContentType: 'text/html; charset=utf8',
        IsVisibleForCustomer: 1,
      },
      { ArticleID: '17', Body: '<p>', MimeType: 'text/plain', CreateTime: '2026-11-23 01:16:29' },
    ];
    expect(value(decodeTicketBody({ TicketID: 2, Ticket: { Title: 'x', Article }, Article: Article[0] })).articles).toEqual([
      { id: '16', from: 'Jane <jane@far.test>', subject: 'S', body: 'a & b', visibleForCustomer: true, at: 0 },
      { id: '17', from: '', subject: '', body: '<p>', visibleForCustomer: false, at: Date.UTC(2026, 10, 23, 1, 16, 29) },
    ]);
  });

  test('is decoded with its quirks: numbers, empty values, single values where lists were meant, unknown keys', () => {
    expect(value(decodeTicketBody(OWN))).toEqual({
      event: 'TicketOwnerUpdate',
      ticket: { id: '2', number: '2026112310000011', title: 'Printer', queue: 'Support', owner: 'carol', url: OWN.URL },
      people: [
        { type: 'Agent', login: 'carol', email: 'carol@corp.test', name: 'Carol', roles: ['Owner'] },
        { type: 'Address', email: 'x at y', roles: ['To', 'Cc'] },
      ],
      articles: [],
      systemAddresses: ['support@corp.test'],
      apiUser: 'rcapi',
      actor: { type: 'Agent', login: 'dave', roles: [] },
      peopleComplete: true,
      dryRun: true,
    });
  });

  test.each([
    ['does not say so', { ...OWN, PeopleComplete: undefined }],
    ['denies it', { ...OWN, PeopleComplete: 0 }],
    ['names nobody', { ...OWN, People: [] }],
  ])('that %s does not name everybody', (_what, body) => {
    expect(value(decodeTicketBody(body)).peopleComplete).toBe(false);
  });

  test('is refused with all problems at once, each with its path and nothing of what was sent', () => {
    const body = {
      ...OWN,
      TicketID: 'two<script>',
      DryRun: 'perhaps',
      URL: 'javascript:alert(1)',
      People: [OWN.People[0], { Type: 'Robot', Roles: ['Boss'] }, 'carol'],
    };
    expect(problems(decodeTicketBody(body))).toEqual([
      'TicketID must be an id (digits)',
      'People[1].Type must be one of Agent, Customer, Address',
      'People[1].Roles[0] must be one of Owner, Responsible, Involved, Watcher, Customer, From, To, Cc, InternalFrom, InternalTo, InternalCc',
      'People[2] must be a person: {Login?, Email?, Name?, Type, Roles}',
      'URL must be an http or https address',
      'DryRun must be true or false (or 1 or 0)',
    ]);
  });

  test.each([[[]], ['text'], [null], [7], [undefined]])('is not %j', (body) => {
    expect(problems(decodeTicketBody(body))).toEqual(['The body must be an object']);
  });
});

describe('people to look up', () => {
  test('are merged like the people of a ticket', () => {
    expect(
      value(
        decodePeopleBody({
          People: [
            { Login: 'Carol', Type: 'Agent' },
            { Login: 'carol', Type: 'Agent', Roles: [] },
          ],
        }),
      ),
    ).toEqual([{ type: 'Agent', login: 'Carol', roles: [] }]);
  });

  test('need a type', () => {
    expect(problems(decodePeopleBody({ People: { Login: 'carol' } }))).toEqual(['People[0].Type must be one of Agent, Customer, Address']);
  });
});

describe('the header of an article', () => {
  const inArticle = (article: object): string[] =>
    heads(value(decodeTicketBody({ TicketID: 1, Ticket: { Title: 'x', Article: [article] } })));

  test.each([
    [
      'quoted names with commas',
      { From: '"Cust, One" <cust1@customer.example>', IsVisibleForCustomer: 1 },
      ['Address cust1@customer.example From'],
    ],
    [
      'several people',
      { To: 'Bob <bob@x.test>, carol@x.test', IsVisibleForCustomer: '1' },
      ['Address bob@x.test To', 'Address carol@x.test To'],
    ],
    ['groups', { Cc: 'Team: a@x.test, b@x.test;', IsVisibleForCustomer: 1 }, ['Address a@x.test Cc', 'Address b@x.test Cc']],
    ['names of queues', { To: 'Support', IsVisibleForCustomer: 1 }, []],
    ['internal articles', { From: 'a@x.test', IsVisibleForCustomer: 0 }, ['Address a@x.test InternalFrom']],
    ['articles that do not say', { From: 'a@x.test' }, ['Address a@x.test InternalFrom']],
    ['broken addresses', { From: 'a@, @b, c d, <>' }, []],
  ])('%s', (_what, article, expected) => {
    expect(inArticle(article)).toEqual(expected);
  });
});
