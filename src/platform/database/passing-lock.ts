/** True for a lock held by another process: the statement was not carried out and may be tried again. */
export function isPassingLock(error: unknown): boolean {
  const code = (error as { driverError?: { code?: string }; code?: string } | null)?.driverError?.code;
  return /^SQLITE_BUSY/.test(code ?? String((error as { code?: string } | null)?.code ?? ''));
}
