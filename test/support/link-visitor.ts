import { Mail } from '../../src/outbox/index.js';
import { type ObligationRow, ObligationsQuery } from '../../src/obligations/index.js';
import { type HttpHouse } from './http-house.js';
import { type PageVisitor, visitAs } from './page-visitor.js';

/** A unit that came by the link of one obligation. */
export interface UnitVisitor extends PageVisitor {
  obligation: ObligationRow;
}

/** @param index which of the units that owe something, in the order of the roster */
export async function visitAsUnit(house: HttpHouse, index = 0): Promise<UnitVisitor> {
  const obligation = (await house.get(ObligationsQuery).list(house.compilationId))[index];
  const { id: aboutId, unitId: partyId } = obligation;
  return { ...(await visitAs(house, { kind: 'unit', aboutId, partyId })), obligation };
}

/** What the last mail with a code says, as its recipient reads it. */
export async function mailedCode(house: HttpHouse): Promise<string> {
  const where = { template: 'access-code' };
  const mails = await house.database.read((reader) => reader.find(Mail, { where, order: { id: 'ASC' } }));
  return (mails.at(-1)!.view.confirmation as { code: string }).code;
}
