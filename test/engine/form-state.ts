/** What a client sends for a form of the app's. @param values by the field @returns block id → action id → value */
export function formState(values: Readonly<Record<string, string>>): Record<string, Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [`otobo-form-${field}`, { [`otobo-form-${field}`]: value }]));
}
