/** @returns an emoji by its name, with its colons, which may be left out; nothing when this is none */
export function readReaction(written: string): string | undefined {
  const name = written.replace(/^:|:$/g, '');
  return /^[^\s:]+$/.test(name) ? `:${name}:` : undefined;
}
