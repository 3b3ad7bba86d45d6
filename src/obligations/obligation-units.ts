import { type EntityManager } from 'typeorm';
import { findUnits, type Unit } from '../directory/index.js';

export async function unitsById(reader: EntityManager): Promise<Map<string, Unit>> {
  return new Map((await findUnits(reader)).map((unit) => [unit.id, unit]));
}

/** Short names in the order of the ids. */
export async function unitNames(reader: EntityManager, unitIds: readonly string[]): Promise<string[]> {
  if (unitIds.length === 0) return [];
  const units = await unitsById(reader);
  return unitIds.map((id) => units.get(id)?.shortName ?? id);
}
