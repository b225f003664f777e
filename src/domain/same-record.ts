/** Whether two records say the same. What comes back from the database may have its fields in another order. */
export function isSameRecord(one: unknown, other: unknown): boolean {
  return inOrder(one) === inOrder(other);
}

function inOrder(record: unknown): string | undefined {
  return JSON.stringify(record, (_name, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
