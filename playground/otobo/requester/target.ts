/**
 * Where a request goes: placeholders of the controller are filled with values of the body, which then leave the body. In the
 * query only placeholders count; OTOBO drops fixed text there.
 *
 * @param controller `/hook/:TicketID?ev=:Event`
 * @returns path with query, and what remains of the body
 */
export function target(controller: string, body: Readonly<Record<string, unknown>>): { path: string; body: Record<string, unknown> } {
  const used = new Set<string>();
  const fill = (name: string): string => {
    used.add(name);
    return encodeURIComponent(String(body[name]));
  };
  const [template = '', query = ''] = controller.split('?', 2);
  const path = template.replace(/:(\w+)/g, (placeholder, name: string) => (name in body ? fill(name) : placeholder));
  const parameters = query.split('&').flatMap((pair) => {
    const [key = '', name = ''] = pair.split('=:', 2);
    return name in body ? [`${key}=${fill(name)}`] : [];
  });
  const remaining = Object.entries(body).filter(([name]) => !used.has(name));
  return { path: parameters.length > 0 ? `${path}?${parameters.join('&')}` : path, body: Object.fromEntries(remaining) };
}
