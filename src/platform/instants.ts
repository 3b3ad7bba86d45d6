import { z } from 'zod';

/** An instant in an answer that the query already wrote as ISO 8601 in UTC. */
export const instantText = z.iso.datetime();

/** An instant of a row (epoch milliseconds); it leaves the house as ISO 8601 in UTC. */
export const instant = z
  .int()
  .transform((at) => new Date(at).toISOString())
  .pipe(instantText);
