import { plainLine } from './plain-line';

/**
 * Names for attachments, so that no two have the same one: `report.pdf`, `report (2).pdf`.
 *
 * @param taken names that are given already; the new one is added
 */
export function nameApart(name: string, taken: Set<string>): string {
  const shown = plainLine(name).replace(/[/\\]/g, '_') || 'file';
  const dot = shown.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [shown.slice(0, dot), shown.slice(dot)] : [shown, ''];
  let apart = shown;
  for (let n = 2; taken.has(apart.toLowerCase()); n += 1) apart = `${stem} (${n})${ending}`;
  taken.add(apart.toLowerCase());
  return apart;
}
