import { answer, type FactSource } from '../engine/index.js';
import { courseStage, type RosterFacts } from '../../workflows/index.js';
import { contactsOf, findUnits } from './directory.repository.js';
import { categoryNames, unitCategories } from './roster/index.js';

const mostSamples = 20;

export const rosterReady: FactSource = answer(
  courseStage,
  'rosterReady',
  async ({ tx }): Promise<RosterFacts> => {
    const units = await findUnits(tx);
    const ids = units.map((unit) => unit.id);
    const contacts = await contactsOf(tx, ids, ['liaison']);
    const unreachable = units.filter((unit) => !contacts.has(unit.id));
    const present = new Set(units.map((unit) => unit.category));
    const empty = unitCategories.filter((category) => !present.has(category));
    return {
      units: units.length,
      emptyCategories: empty.map((category) => categoryNames[category].title),
      unitsWithoutContact: unreachable.slice(0, mostSamples).map((unit) => unit.name),
      withoutContact: unreachable.length,
    };
  },
);
