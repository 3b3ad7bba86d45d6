import { secretariat } from '../../platform/index.js';
import { type Visitor } from '../../web/index.js';

/** Whether somebody acts for the secretariat; to others a page shows no buttons that would refuse them. */
export const mayAct = (visitor: Visitor, compilationId: string): boolean =>
  visitor.actorAs(secretariat, compilationId) !== null;
