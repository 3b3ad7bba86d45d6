import { strict as assert } from 'node:assert';
import { type Visitor } from '../../web/index.js';

/** The seat at a meeting that the address names, which the door has found to be what the visitor's link opens. */
export function seatOf({ scope }: Visitor, { inviteeId }: { inviteeId: string }) {
  assert.ok(
    scope !== null && scope.opens.includes(inviteeId),
    'only who came by the link of the invitation reaches this',
  );
  return { compilationId: scope.compilationId, inviteeId, path: expertPath(inviteeId) };
}

export const expertPath = (inviteeId: string): string => `/expert/${inviteeId}`;
