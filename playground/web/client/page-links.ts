import type { Step } from './place';

/**
 * Links to rooms and tickets lead to somewhere on this page, so following one changes what is shown instead of loading anything.
 * @param otoboUrl of the stand-in; tickets of a real OTOBO are elsewhere
 * @returns undefined for every other link
 */
export function placeOfLink(href: string, origin: string, otoboUrl: string | undefined): Step | undefined {
  if (!URL.canParse(href)) return undefined;
  const url = new URL(href);
  const room = /^\/(?:group|channel|direct)\/([^/]+)$/.exec(url.pathname)?.[1];
  if (url.origin === origin && room !== undefined)
    return { room: decodeURIComponent(room), side: 'chat', thread: undefined, panel: undefined };
  const ticket = /^\?Action=AgentTicketZoom[;&]TicketID=(\d+)$/.exec(url.search)?.[1];
  if (url.origin === otoboUrl && ticket !== undefined) return { ticket, side: 'otobo' };
  return undefined;
}
