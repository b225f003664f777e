/** How somebody names a ticket. Only digits get here, because OTOBO's search takes patterns. */
export type TicketReference = { readonly number: string } | { readonly id: string };

/**
 * `no_reference`: neither a number nor a link. `elsewhere`: a link to another server, or to another OTOBO there. `no_ticket`: a link into
 * this OTOBO that leads to no ticket.
 */
export type ReferenceProblem = 'no_reference' | 'elsewhere' | 'no_ticket';

/** A hook such as `Ticket#`, `#` or `Case: `, which OTOBO's admin chooses, and digits. */
const NUMBER = /^(?:(?:[^\s\d#:/][^\s#:/]*)?\s?[#:]+\s*)?(\d{1,50})$/;
/** What copying from a message brings along without being seen. */
const INVISIBLE = /[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;
const ID = /^\d{1,19}$/;
/** Looked for where a run of it begins only, so that a text is gone through once. */
const PUNCTUATION_BEHIND = /(?<![.,!?:;])[.,!?:;]+$/;

/**
 * Reads a ticket as people type or paste it: `2026112310000011`, `Ticket#2026112310000011`, `#2026112310000011`, or the address of the
 * ticket's page for agents or customers, also as `<address>` or `[label](address)`.
 *
 * @param bases where OTOBO is, such as `https://help.example/otobo`, without a slash at the end: only links to these count
 */
export function ticketReference(
  text: string,
  bases: readonly string[],
): TicketReference | { readonly problem: ReferenceProblem; readonly text: string } {
  const plain = withoutInvisible(text).trim();
  const number = NUMBER.exec(plain.replace(/^\[(.*)\]$/, '$1'))?.[1];
  if (number !== undefined) return { number };
  const address = addressIn(plain);
  if (address === undefined) return { problem: 'no_reference', text: plain };
  const result = ticketPage(address, bases);
  return typeof result === 'string' ? { problem: result, text: plain } : result;
}

/** @returns the text as it is seen */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}

function addressIn(text: string): URL | undefined {
  const bare = /^<([^|>]*)(?:\|[^>]*)?>$/.exec(text)?.[1] ?? /^\[[^\]]*\]\((.*)\)$/.exec(text)?.[1] ?? text.replace(PUNCTUATION_BEHIND, '');
  if (!/^https?:\/\/\S+$/i.test(bare)) return undefined;
  try {
    return new URL(bare);
  } catch {
    return undefined;
  }
}

function ticketPage({ origin, pathname, search }: URL, bases: readonly string[]): TicketReference | ReferenceProblem {
  const scripts = bases.flatMap((base) => ['index.pl', 'customer.pl'].map((script) => `${base}/${script}`));
  if (!scripts.some((script) => samePage(script, origin, pathname)))
    return bases.some((base) => below(base, origin, pathname)) ? 'no_ticket' : 'elsewhere';
  const { Action = '', TicketID = '', TicketNumber = '' } = parameters(search);
  if (!/^(?:Agent|Customer)TicketZoom$/.test(Action)) return 'no_ticket';
  if (ID.test(TicketID)) return { id: TicketID };
  return /^\d{1,50}$/.test(TicketNumber) ? { number: TicketNumber } : 'no_ticket';
}

function samePage(script: string, origin: string, pathname: string): boolean {
  try {
    const own = new URL(script);
    return own.origin === origin && own.pathname === pathname;
  } catch {
    return false;
  }
}

function below(base: string, origin: string, pathname: string): boolean {
  try {
    const own = new URL(`${base}/`);
    return own.origin === origin && pathname.startsWith(own.pathname);
  } catch {
    return false;
  }
}

/** OTOBO takes `;` as well as `&` between parameters; of several with one name the first counts. */
function parameters(search: string): Partial<Record<string, string>> {
  const pairs = search
    .slice(1)
    .split(/[;&]/)
    .map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return [name, decoded(value.join('='))] as const;
    });
  return Object.fromEntries(pairs.reverse());
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value).trim();
  } catch {
    return value;
  }
}
