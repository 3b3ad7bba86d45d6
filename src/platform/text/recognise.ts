/**
 * What is typed to be recognised again is brought to one form both where it is made and where it is compared: people
 * copy it by hand, from paper, on keyboards that write full-width digits.
 */

/** Digits of a code: any width, with spaces or dashes between them. */
export const tidyCode = (typed: string): string => typed.normalize('NFKC').replace(/[\s\p{Pd}]/gu, '');

/** The name of a post: any case, any width, no space around it. */
export const tidySignInName = (typed: string): string =>
  typed
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/\p{Pd}/gu, '-');

/** The same characters whichever way the keyboard composes them; nothing else is folded (RFC 8265, 4.2). */
export const tidyPassword = (typed: string): string => typed.normalize('NFC');
