/** What was logged, to read: texts as they are, everything else as JSON. The engine stores objects as JSON already. */
export function argumentText(argument: unknown): string {
  return typeof argument === 'string' ? argument : JSON.stringify(argument);
}
