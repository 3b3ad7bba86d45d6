import { strict as assert } from 'node:assert';
import { type CodeHolder } from '../../access/index.js';
import { type Actor } from '../../platform/index.js';
import { type Visitor } from '../../web/index.js';

/** A request to a page of a unit: its address names the obligation, so that each tab and each form keeps its own. */
export interface UnitVisit {
  visitor: Visitor;
  actor: Actor;
  params: { obligationId: string };
}

/** What the address names, which the door has found among what the visitor's link opens. */
export function scopeOf({ visitor: { scope }, actor, params: { obligationId } }: UnitVisit) {
  assert.ok(
    scope !== null && scope.opens.includes(obligationId),
    'only who came by a link of the unit reaches this',
  );
  const { compilationId } = scope;
  return { compilationId, obligationId, path: unitPath(obligationId), who: { compilationId, actor } };
}

export const unitPath = (obligationId: string): string => `/unit/${obligationId}`;

/** Who asks for a code and who enters it: the same session, for the obligation of the page. */
export function codeHolderOf(visit: UnitVisit): CodeHolder {
  const { compilationId, obligationId } = scopeOf(visit);
  const { actor, visitor } = visit;
  assert.ok(visitor.sessionId !== null, 'who came by a link has a session');
  return { sessionId: visitor.sessionId, compilationId, actor, obligationId };
}
