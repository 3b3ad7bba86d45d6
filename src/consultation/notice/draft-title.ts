import { type EntityManager } from 'typeorm';
import { type Compilation, findCompilation } from '../../compilation/index.js';
import { positionOf } from '../../engine/index.js';
import { consultStage, type PlanDefinition, wordsFor } from '../../../workflows/index.js';

/** What the plan calls the text that is consulted on. */
export const consultedVersion = async (reader: EntityManager, compilationId: string): Promise<string> =>
  (await positionOf(reader, compilationId)).words(consultStage).versions.consulted;

/** 质量强国建设纲要上海实施方案（征求意见稿）, without 《》. */
export const draftTitle = (compilation: Pick<Compilation, 'title'>, plan: PlanDefinition): string =>
  `${compilation.title.replace(/^《|》$/g, '')}（${wordsFor(plan, consultStage)?.versions.consulted ?? ''}）`;

export async function consultedTitle(reader: EntityManager, compilationId: string): Promise<string> {
  const { plan } = await positionOf(reader, compilationId);
  return draftTitle(await findCompilation(reader, compilationId), plan);
}
