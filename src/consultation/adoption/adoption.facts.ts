import { answer, type FactSource } from '../../engine/index.js';
import { type AdoptionFacts, consultStage } from '../../../workflows/index.js';
import { findUnchangedAdoptions } from './unchanged-adoptions.js';

const mostSamples = 20;

export const adoptionFacts: FactSource = answer(
  consultStage,
  'adoptionsInText',
  async ({ tx, compilationId }): Promise<AdoptionFacts> => {
    const { samples, ...counts } = await findUnchangedAdoptions(tx, compilationId, mostSamples);
    const named = samples.map(({ number, outcome }) => {
      const head = outcome.after ?? outcome.before;
      return head === null ? number : `${number}（${head.label}）`;
    });
    return { ...counts, samples: named };
  },
);
