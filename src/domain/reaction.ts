/** Names of one and the same emoji: the picker of the clients gives the first of them, people type either. */
const SAME: readonly (readonly string[])[] = [
  [':pencil:', ':memo:'],
  [':mute:', ':muted_speaker:'],
];

/**
 * @param given the name that a reaction has, with its colons
 * @param meant the name that the settings say, with its colons; empty for none
 * @returns whether they name the same emoji
 */
export function isReaction(given: string, meant: string): boolean {
  if (meant === '') return false;
  return given === meant || SAME.some((names) => names.includes(given) && names.includes(meant));
}

/**
 * @param reactions by the emoji's name with its colons: user names of who reacted so
 * @param meant with its colons; empty for none
 */
export function hasReacted(
  { reactions }: { readonly reactions: ReadonlyMap<string, readonly string[]> },
  username: string,
  meant: string,
): boolean {
  return [...reactions].some(([emoji, names]) => isReaction(emoji, meant) && names.includes(username));
}
