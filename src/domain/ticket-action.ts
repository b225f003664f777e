// What buttons and entries in menus do that are about tickets. They are no questions: whoever clicks is asked for their right, whoever they are.

/** Makes who clicks the owner of the ticket. */
export const TAKE_TICKET = 'otobo-take';
/** Opens the dialog for a note or a reply. */
export const WRITE_ARTICLE = 'otobo-write';
/** Opens the dialog for a new state. */
export const SET_STATE = 'otobo-state';
/** Opens the dialog that closes the ticket, and with it the room. */
export const CLOSE_TICKET = 'otobo-close-ticket';
/** Opens the dialog about a transcript. */
export const MAKE_TRANSCRIPT = 'otobo-transcript';
/** Tells who is in, and who is missing. */
export const SHOW_PEOPLE = 'otobo-people';
/** A menu of these: a click on it brings one of them as its value. */
export const MORE_ACTIONS = 'otobo-more';

/** Leads to OTOBO in the browser; there is nothing to be done about the click. */
export const OPEN_IN_OTOBO = 'otobo-open';
/** Stands under a ticket's number that was named in a message: shows the ticket to who clicks, if they may read it. */
export const SHOW_TICKET = 'otobo-show-ticket';
/** Opens the dialog that links a room to a ticket. */
export const LINK_ROOM = 'otobo-link';
/** Opens the dialog for a new ticket. */
export const NEW_TICKET = 'otobo-new-ticket';
/** Asks OTOBO once more for all that the bar shows; its value is the id of the bar. */
export const REFRESH_BAR = 'otobo-bar-refresh';

/** The entry in a message's menu that writes it into a ticket. */
export const ADD_TO_TICKET = 'otobo-add-message';
/** The entry in a message's menu that makes a ticket of it. */
export const NEW_FROM_MESSAGE = 'otobo-new-from-message';
/** The entry in a room's menu that opens the bar. */
export const OPEN_BAR = 'otobo-bar';
