export { drawCode, hashCode, isCode as matches } from '../platform/index.js';

export const codeValidMinutes = 10;
export const codeValidMs = codeValidMinutes * 60_000;
export const maxFailedAttempts = 5;
/** Without a limit, five guesses a code would be as many guesses as one likes. */
export const codesPerHour = 5;
