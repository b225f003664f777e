/** How people come into a room: silently, with one message that mentions them, or with a message of the server's for each. */
export const ADDINGS = ['silent', 'welcome', 'each'] as const;
export type Adding = (typeof ADDINGS)[number];
