/**
 * What is compared of an e-mail address: Unicode in its composed form, everything in lower case. Local parts are
 * case-sensitive on paper only; plus-addresses are kept apart, because two people may share what stands before the plus.
 */
export function foldAddress(address: string): string {
  return address.trim().normalize('NFC').toLowerCase();
}

/** @returns whether the text can be an address at all: one `@`, something on both sides, no blanks */
export function isAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  return at > 0 && at < text.length - 1 && !/[\s\u0000-\u001F\u007F-\u009F<>,;]/.test(text);
}

/** @returns what stands before the last `@` */
export function localPart(address: string): string {
  return address.slice(0, address.lastIndexOf('@'));
}
