/** As many characters of an id as people compare at a glance. */
const SHORTEST = 8;

/** @returns how many characters are enough to tell these ids apart */
export function enoughCharacters(ids: readonly string[]): number {
  let length = SHORTEST;
  while (length < 36 && new Set(ids.map((id) => id.slice(0, length))).size < ids.length) length += 1;
  return length;
}

/** @param typed the beginning of an id @returns those that begin so, whatever the case */
export function beginningWith<T extends { readonly id: string }>(typed: string, all: readonly T[]): T[] {
  const beginning = typed.toLowerCase();
  return all.filter(({ id }) => id.toLowerCase().startsWith(beginning));
}
