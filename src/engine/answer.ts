import { type FactsOf, type IntentOf, type RequirementOf, type Stage } from '../../workflows/index.js';
import { type FactScope, type FactSource, type Reaction } from './ports.js';

/** A room's answer to one requirement of a stage, for every plan that has the stage. */
export const answer = <S extends Stage, K extends RequirementOf<S>>(
  { name }: S,
  requirement: K,
  gather: (scope: FactScope) => Promise<FactsOf<S, K>>,
): FactSource => ({
  answers: `${name}/${requirement}`,
  // What a requirement weighs is facts; the stage's type says so one by one.
  gather: gather as FactSource['gather'],
});

/** What a room does when a stage's chart intends something. */
export const reactTo = <S extends Stage>(
  { name }: S,
  intent: IntentOf<S>,
  react: Reaction['react'],
): Reaction => ({ reactsTo: `${name}/${intent}`, react });
