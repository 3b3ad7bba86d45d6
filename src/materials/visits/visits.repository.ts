import { type EntityManager } from 'typeorm';
import { answer, type FactSource } from '../../engine/index.js';
import { type VisitFacts, visitStage } from '../../../workflows/index.js';
import { ResearchVisit, type VisitKind } from './research-visit.entity.js';

/** In the order in which they took place. */
export const findVisits = (reader: EntityManager, compilationId: string): Promise<ResearchVisit[]> =>
  reader.find(ResearchVisit, { where: { compilationId }, order: { visitedOn: 'ASC', id: 'ASC' } });

/** 通知四、（一）2: selected industries, districts and enterprises are visited before 征求意见稿. */
export const visitsLogged: FactSource = answer(
  visitStage,
  'visitsLogged',
  async ({ tx, compilationId }): Promise<VisitFacts> => {
    const count = (kind: VisitKind) => tx.countBy(ResearchVisit, { compilationId, kind });
    return {
      industry: await count('industry'),
      district: await count('district'),
      enterprise: await count('enterprise'),
    };
  },
);
