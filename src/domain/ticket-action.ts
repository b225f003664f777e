/**
 * What buttons under a ticket's card, and in its bar, do to the ticket of a room. They are no questions: whoever clicks is asked for their
 * right, whoever they are.
 */
export const TAKE_TICKET = 'otobo-take';
/** Opens the dialog for a note or a reply. */
export const WRITE_ARTICLE = 'otobo-write';
/** Tells who is in, and who is missing. */
export const SHOW_PEOPLE = 'otobo-people';
/** Closes the ticket, and with it the room. */
export const CLOSE_TICKET = 'otobo-close-ticket';
/** Leads to OTOBO in the browser; there is nothing to be done about the click. */
export const OPEN_IN_OTOBO = 'otobo-open';
/** A menu of these: a click on it brings one of them as its value. */
export const MORE_ACTIONS = 'otobo-more';
/** Stands under a ticket's number that was named in a message: shows the ticket to who clicks, if they may read it. */
export const SHOW_TICKET = 'otobo-show-ticket';
/** Opens the dialog for a new state. */
export const SET_STATE = 'otobo-state';
/** Opens the dialog about a transcript. */
export const MAKE_TRANSCRIPT = 'otobo-transcript';
/** Opens the dialog that links a room to a ticket. */
export const LINK_ROOM = 'otobo-link';

/** The entry in a room's menu that opens the bar. */
export const OPEN_BAR = 'otobo-bar';
/** Asks OTOBO once more for all that the bar shows; its value is the id of the bar. */
export const REFRESH_BAR = 'otobo-bar-refresh';
