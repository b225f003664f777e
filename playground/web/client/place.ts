import { useCallback, useEffect, useState } from 'react';

/** What the page shows; it stands in the address, so that it survives a reload and can be linked to. */
export interface Place {
  /** On narrow screens there is room for one side only. */
  readonly side: 'otobo' | 'chat';
  /** The login of the agent who works in OTOBO. */
  readonly agent: string;
  readonly ticket?: string;
  /** The user name of whoever is looking at the chat. */
  readonly user: string;
  /** The name or id of a room. */
  readonly room?: string;
  /** The message whose thread is open. */
  readonly thread?: string;
  readonly panel?: 'settings' | 'log' | 'members';
}

const PANELS = ['settings', 'log', 'members'] as const;

/** The first of the sample tickets: whoever comes to the page sees what there is to click. */
const FIRST_SIGHT = '?ticket=1';

/** @param search the query of the page's address */
export function placeFrom(search: string): Place {
  const given = new URLSearchParams(search || FIRST_SIGHT);
  const optional = (name: 'ticket' | 'room' | 'thread'): object => {
    const value = given.get(name);
    return value ? { [name]: value } : {};
  };
  const panel = PANELS.find((name) => name === given.get('panel'));
  const side = given.get('side') ?? (given.has('room') && !given.has('ticket') ? 'chat' : 'otobo');
  return {
    side: side === 'chat' ? 'chat' : 'otobo',
    agent: given.get('agent') ?? 'alice',
    user: given.get('user') ?? 'alice',
    ...optional('ticket'),
    ...optional('room'),
    ...optional('thread'),
    ...(panel && { panel }),
  };
}

/** The query that leads to a place again. */
export function addressOf(place: Place): string {
  const entries = Object.entries(place).filter(([, value]: [string, unknown]) => typeof value === 'string');
  return `?${new URLSearchParams(Object.fromEntries(entries)).toString()}`;
}

/** Parts of a place to change; `undefined` takes one away. */
export type Step = Partial<Pick<Place, 'side' | 'agent' | 'user'>> & {
  readonly [Part in 'ticket' | 'room' | 'thread' | 'panel']?: Place[Part] | undefined;
};

export function stepFrom(place: Place, step: Step): Place {
  const { ticket, room, thread, panel, ...always } = { ...place, ...step };
  return { ...always, ...(ticket && { ticket }), ...(room && { room }), ...(thread && { thread }), ...(panel && { panel }) };
}

/** @returns the place, and how to go elsewhere */
export function usePlace(): [Place, (step: Step) => void] {
  const [place, setPlace] = useState(() => placeFrom(location.search));
  const go = useCallback((step: Step) => setPlace((before) => stepFrom(before, step)), []);
  useEffect(() => history.replaceState(null, '', addressOf(place)), [place]);
  return [place, go];
}
