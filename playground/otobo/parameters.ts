/** A request's parameters, from path, query and body alike: OTOBO does not tell them apart. */
export type Parameters = Readonly<Record<string, unknown>>;

/** @returns the parameter as text; numbers and strings are the same to OTOBO. Undefined when it is absent, empty or no scalar */
export function text(parameters: Parameters, name: string): string | undefined {
  const value = parameters[name];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** @returns whether the parameter is set to what Perl takes for true */
export function flag(parameters: Parameters, name: string): boolean {
  const value = text(parameters, name);
  return value !== undefined && value !== '0';
}

/** @returns all values of the parameter: a single one and a list are the same to OTOBO */
export function list(parameters: Parameters, name: string): string[] {
  const value = parameters[name];
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((one) => typeof one === 'string' || typeof one === 'number').map(String);
}

/** @returns the parameter as an object with parameters of its own, undefined when it is something else */
export function group(parameters: Parameters, name: string): Parameters | undefined {
  const value = parameters[name];
  return isGroup(value) ? value : undefined;
}

/** @returns all objects of the parameter: a single object and a list of them are the same to OTOBO */
export function groups(parameters: Parameters, name: string): Parameters[] {
  const value = parameters[name];
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.filter(isGroup);
}

export function isGroup(value: unknown): value is Parameters {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
