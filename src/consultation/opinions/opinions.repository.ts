import { type EntityManager, In } from 'typeorm';
import { NotFound } from '../../platform/index.js';
import { Opinion } from './opinion.entity.js';

export async function findOpinion(
  reader: EntityManager,
  compilationId: string,
  id: string,
): Promise<Opinion> {
  const opinion = await reader.findOneBy(Opinion, { id, compilationId });
  if (opinion === null) throw new NotFound('意见', id);
  return opinion;
}

/** All of them, in the order of the register; one that is not there is an answer to whoever named it. */
export async function findOpinionsOf(
  reader: EntityManager,
  compilationId: string,
  ids: readonly string[],
): Promise<Opinion[]> {
  const found = await reader.find(Opinion, {
    where: { compilationId, id: In([...ids]) },
    order: { sequence: 'ASC', part: 'ASC' },
  });
  const missing = ids.find((id) => !found.some((opinion) => opinion.id === id));
  if (missing !== undefined) throw new NotFound('意见', missing);
  return found;
}
