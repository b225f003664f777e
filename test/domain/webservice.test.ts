import fc from 'fast-check';
import { parse } from 'yaml';
import template from '../../otobo/webservices/RocketChat-builtin.yml';
import { newSecret } from '../../src/domain/secret';
import { type Entrance, entranceOf, fillWebservice, isUnencrypted, SECRET_HERE } from '../../src/domain/webservice';

const PATH = '/api/apps/private/app/hash';

/** What OTOBO would call, as a YAML reader understands the file. */
interface Requester {
  readonly Host: string;
  readonly AdditionalHeaders: Readonly<Record<string, string>>;
  readonly InvokerControllerMapping: Readonly<Record<string, { readonly Controller: string }>>;
}

function requesterIn(yaml: string): Requester {
  const { Requester: requester } = parse(yaml) as { Requester: { Transport: { Config: Requester } } }; // as: the test is about what is in it
  return requester.Transport.Config;
}

describe('the web service for OTOBO', () => {
  const addressesIn = (entrance: Entrance): string[] => {
    const { Host: host, InvokerControllerMapping: mapping } = requesterIn(fillWebservice(template, entrance));
    return Object.values(mapping).map(({ Controller: controller }) => `${host}${controller}`);
  };

  test.each([
    ['https://chat.example', 'https://chat.example'],
    ['https://chat.example/', 'https://chat.example'],
    ['https://chat.example:8443', 'https://chat.example:8443'],
    ['https://example/chat/', 'https://example/chat'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
    ['https://bücher.example/über uns', 'https://xn--bcher-kva.example/%C3%BCber%20uns'],
    ['https://chat.example/a"b\\c\'d', "https://chat.example/a%22b/c'd"],
    ['https://chat.example/$&{{PATH}}#x', 'https://chat.example/$&%7B%7BPATH%7D%7D'],
    ['https://chat.example/:TicketID', 'https://chat.example/%3ATicketID'],
    ['https://chat.example/?query', 'https://chat.example'],
  ])('calls the app of the workspace %s', (siteUrl, base) => {
    const entrance = entranceOf(siteUrl, PATH);
    if (!entrance) throw new Error('There is no entrance.');
    expect([...new Set(addressesIn(entrance))].sort()).toEqual([`${base}${PATH}/tickets/open`, `${base}${PATH}/tickets/sync`]);
  });

  test('says where the secret belongs, and leaves no gap open', () => {
    const yaml = fillWebservice(template, { host: 'https://chat.example', path: PATH });
    expect(requesterIn(yaml).AdditionalHeaders).toEqual({ Authorization: `Bearer ${SECRET_HERE}` });
    expect(yaml).not.toMatch(/\{\{|\}\}/);
  });

  test('gives back exactly what was put in, whatever it is', () => {
    const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^["\\\n\t:#{}&*!|>%@` \u0085\u2028\uFEFF]*$/));
    fc.assert(
      fc.property(anyText, anyText, (host, path) => {
        const { Host, InvokerControllerMapping: mapping } = requesterIn(fillWebservice(template, { host, path }));
        expect([Host, mapping.OpenRoom?.Controller]).toEqual([host, `${path}/tickets/open`]);
      }),
    );
  });

  test.each(['', 'chat.example', 'ftp://chat.example', 'javascript:alert(1)', 'https://', 'http://[::1'])(
    'cannot be made for a workspace at "%s"',
    (siteUrl) => expect(entranceOf(siteUrl, PATH)).toBeUndefined(),
  );
});

test.each([
  ['https://chat.example', false],
  ['http://chat.example', true],
  ['http://127.0.0.1.example', true],
  ['http://localhost:3000', false],
  ['http://127.0.0.1', false],
  ['http://[::1]:80/x', false],
  ['no address', false],
])('what is sent to %s can be read on its way: %s', (address, readable) => expect(isUnencrypted(address)).toBe(readable));

test('a secret has 256 bits, nothing that needs quoting, and is another each time', () => {
  const secrets = Array.from({ length: 50 }, newSecret);
  for (const secret of secrets) expect(secret).toMatch(/^[\w-]{43}$/);
  expect(new Set(secrets).size).toBe(50);
});
