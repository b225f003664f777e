import { derivedPublicUrl, type Settings } from './snapshot';

/**
 * @returns where OTOBO's pages are, as browsers and as this server reach them, without a slash at the end: links to tickets may be copied
 * from either
 */
export function ticketAddresses({ otobo, otoboPublicUrl }: Pick<Settings, 'otobo' | 'otoboPublicUrl'>): string[] {
  const own = otobo && derivedPublicUrl(otobo.url);
  return [...new Set([otoboPublicUrl, own].filter((address) => address !== undefined))];
}
