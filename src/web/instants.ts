import { z } from 'zod';
import { type Instant } from '../platform/index.js';

/** Instants leave the house as ISO 8601 in UTC. */
export const instantText = z.iso.datetime().describe('时刻，UTC');

export function isoInstant(at: Instant): string;
export function isoInstant(at: Instant | null): string | null;
export function isoInstant(at: Instant | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
