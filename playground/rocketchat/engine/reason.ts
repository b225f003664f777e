/**
 * The message of whatever was thrown. By shape and not by class: what a sandbox throws arrives as a plain object, and a test
 * runner has Error classes of its own.
 */
export function reasonOf(thrown: unknown): string {
  return typeof thrown === 'object' && thrown !== null && 'message' in thrown ? String(thrown.message) : String(thrown);
}
