/**
 * The one place where errors get the words in which an app meets them. An app sees nothing of an error but its message.
 */

/**
 * A Meteor error: reason, then the id in brackets, which is how its `message` reads.
 * @param id the error id, such as `error-not-allowed`
 * @param reason the sentence; some errors have none
 */
export function serverError(id: string, reason?: string): Error {
  return new Error(reason === undefined ? `[${id}]` : `${reason} [${id}]`);
}

/** The database's refusal of a second document with the same unique key. */
export function duplicateKey(collection: string, index: string, key: string): Error {
  return new Error(`E11000 duplicate key error collection: rocketchat.${collection} index: ${index} dup key: ${key}`);
}

/** The playground's own refusal: better an error than an invented answer. */
export function notModelled(what: string): Error {
  return new Error(`The playground does not model ${what}.`);
}
