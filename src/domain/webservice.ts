import { URL } from 'url';

/** Where OTOBO finds the app, in the two parts that its web services are made of. */
export interface Entrance {
  /** Scheme, host and port, without a slash at the end. */
  readonly host: string;
  /** What all addresses of the app begin with, without a slash at the end. */
  readonly path: string;
}

/** What stands in the file where the secret belongs: files travel, the secret does not. */
export const SECRET_HERE = 'PUT-THE-SECRET-HERE';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * @param siteUrl the address of the workspace, with a path or without
 * @param endpointPath what the app's addresses begin with below it
 * @returns nothing when the address of the workspace is none that OTOBO could call
 */
export function entranceOf(siteUrl: string, endpointPath: string): Entrance | undefined {
  const url = webAddress(siteUrl);
  if (!url) return undefined;
  // A colon begins a placeholder where OTOBO writes paths.
  const below = url.pathname.replace(/\/+$/, '').replace(/:/g, '%3A');
  return { host: url.origin, path: `${below}${endpointPath}` };
}

/** Whether what is sent there can be read on its way. */
export function isUnencrypted(address: string): boolean {
  const url = webAddress(address);
  return url?.protocol === 'http:' && !LOOPBACK.includes(url.hostname);
}

/** Addresses may hold a login, such as for a proxy before OTOBO; nobody is to read it. @returns the text without those in it */
export function withoutCredentials(text: string): string {
  return text.replace(/\/\/[^/\s]*@/g, '//');
}

function webAddress(address: string): URL | undefined {
  try {
    const url = new URL(address);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Fills the web service for OTOBO's import in.
 *
 * @param template YAML in which `{{HOST}}`, `{{PATH}}` and `{{SECRET}}` stand inside double-quoted scalars
 */
export function fillWebservice(template: string, { host, path }: Entrance): string {
  const values: Readonly<Record<string, string>> = { HOST: host, PATH: path, SECRET: SECRET_HERE };
  return template.replace(/\{\{([A-Z]+)\}\}/g, (placeholder, name: string) => escaped(values[name] ?? placeholder));
}

/** Anything that could end a double-quoted scalar, or that YAML reads in a way of its own, as an escape of YAML's. */
function escaped(value: string): string {
  return Array.from(value, (character) => {
    if (character === '"' || character === '\\') return `\\${character}`;
    if (character >= ' ' && character <= '~') return character;
    return `\\U${(character.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`;
  }).join('');
}
