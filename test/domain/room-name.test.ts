import fc from 'fast-check';
import limax from 'limax';
import { displayName, roomSlug, secondSlug, templateProblem } from '../../src/domain/room-name';
import { TICKET } from './chat';

/** Rocket.Chat's default rule for names. */
const LEGAL = /^[0-9a-zA-Z-_.]+$/;

describe('the name of a room', () => {
  test.each([
    ['ticket-{number}', 'ticket-2026112310000011'],
    ['otobo-{id}', 'otobo-2'],
    ['{number}', '2026112310000011'],
    ['Hilfe für {number}!', 'Hilfe-fur-2026112310000011'],
    ['a.b--{id}--', 'a-b-2'],
  ])('by %j is %s', (template, slug) => {
    expect(roomSlug(template, TICKET)).toBe(slug);
  });

  test('is legal, at most 80 characters, and left alone by the slug library that Rocket.Chat uses', () => {
    const fixed = fc.string({ unit: 'grapheme', maxLength: 120 }).map((text) => text.replace(/[{}]/g, ''));
    fc.assert(
      fc.property(fixed, fc.constantFrom('{number}', '{id}'), fixed, (before, token, after) => {
        const slug = roomSlug(`${before}${token}${after}`, TICKET);
        expect(slug).toMatch(LEGAL);
        expect(slug.length).toBeLessThanOrEqual(80);
        expect(slug).toContain(token === '{id}' ? TICKET.id : TICKET.number);
        expect(limax(slug, { maintainCase: true })).toBe(slug);
        expect(limax(secondSlug(slug), { maintainCase: true })).toBe(secondSlug(slug));
      }),
      { numRuns: 1000 },
    );
  });

  test('stays the same when anything but number and id changes', () => {
    expect(roomSlug('ticket-{number}', { ...TICKET, title: 'Other', queue: 'Sales', owner: 'dave' })).toBe(
      roomSlug('ticket-{number}', TICKET),
    );
  });

  test.each([
    ['room', 'no_token'],
    ['{queue}-{number}', 'unknown_token'],
    ['', 'no_token'],
    ['ticket-{number}', undefined],
  ])('template %j: %s', (template, problem) => {
    expect(templateProblem(template)).toBe(problem);
  });
});

describe('the display name', () => {
  test('has number and title on one line', () => {
    expect(displayName({ ...TICKET, title: 'Printer\n\t is \u202Eburning' })).toBe('2026112310000011 Printer is burning');
  });

  test('is cut between characters as people count them', () => {
    const name = displayName({ ...TICKET, title: '👩‍👩‍👧'.repeat(200) });
    expect([...new Intl.Segmenter().segment(name)]).toHaveLength(120);
    expect(name.endsWith('👩‍👩‍👧…')).toBe(true);
  });
});
