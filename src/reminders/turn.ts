import { type Contact } from '../directory/index.js';
import { type Occurrence } from './occurrences.js';
import { type OpenObligation } from './open-obligations.js';
import { turnKey } from './register-entry.entity.js';

/** One reminder of one recipient: what becomes one row of the register. */
export interface Turn {
  open: OpenObligation;
  contact: Contact;
  occurrence: Occurrence;
}

/** The identity of a turn as the register keeps it. */
export function identityOf({ open, contact, occurrence }: Turn) {
  const { rung, number } = occurrence;
  const { id, deadlineRevision } = open.obligation;
  return {
    recipientId: contact.id,
    obligationId: id,
    // The notice serves the obligation, not its deadline: an extension does not serve it again.
    deadlineRevision: rung.offsetWorkingDays === null ? 1 : deadlineRevision,
    rung: rung.key,
    occurrence: number,
  };
}

export const isRegistered = (turn: Turn): boolean => turn.open.registered.has(turnKey(identityOf(turn)));
