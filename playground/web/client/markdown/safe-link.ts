const SCHEMES = ['http:', 'https:', 'mailto:', 'tel:'];

/**
 * Links in messages are other people's text, and the message parser lets every scheme through, `javascript:` among them.
 * @param href as it stands in the message; `//host` is an address without scheme
 * @returns an address that is safe to offer, undefined when there is none
 */
export function safeLink(href: string): string | undefined {
  if (!/^(\/\/|[a-z][a-z0-9+.-]*:)/i.test(href)) return undefined;
  try {
    const url = new URL(href, 'https://scheme.invalid');
    return SCHEMES.includes(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}
