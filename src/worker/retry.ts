/** Waits before attempt 2, 3, …: about a minute, then longer, in all about a day; then a person must look. */
const waitsMinutes = [1, 5, 15, 60, 180, 360, 720];

export const maxAttempts = waitsMinutes.length + 1;

/** Milliseconds to wait after the given number of failed attempts, or null when it is time to give up. */
export function retryAfterMs(attempts: number): number | null {
  const minutes = waitsMinutes[attempts - 1];
  return minutes === undefined ? null : minutes * 60_000;
}
