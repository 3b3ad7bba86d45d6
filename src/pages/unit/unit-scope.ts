import { strict as assert } from 'node:assert';
import { type CodeHolder } from '../../access/index.js';
import { type Actor } from '../../platform/index.js';
import { type Visitor } from '../../web/index.js';

/** The one thing that a visitor's link opens. Pages of units and experts take no ids from anywhere else. */
export function scopeOf(visitor: Visitor): { compilationId: string; aboutId: string } {
  assert.ok(visitor.scope !== null, 'only who came by a link has a scope');
  const { compilationId, aboutId } = visitor.scope;
  return { compilationId, aboutId };
}

/** Who asks for a code and who enters it: the same session, for its own obligation. */
export function codeHolderOf(visitor: Visitor, actor: Actor): CodeHolder {
  const { compilationId, aboutId: obligationId } = scopeOf(visitor);
  assert.ok(visitor.sessionId !== null, 'who came by a link has a session');
  return { sessionId: visitor.sessionId, compilationId, actor, obligationId };
}
