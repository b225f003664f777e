const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** @returns the text with at most `max` characters as people count them; what is cut shows as an ellipsis */
export function shorten(text: string, max: number): string {
  const all = [...characters.segment(text)];
  return all.length > max
    ? `${all
        .slice(0, max - 1)
        .map(({ segment }) => segment)
        .join('')}…`
    : text;
}
