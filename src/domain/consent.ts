/** The answers to the question whether a customer may come in; the value of the button is the customer's user id. */
export const CONSENT_YES = 'otobo-consent-yes';
export const CONSENT_NO = 'otobo-consent-no';
