import { type EntityManager } from 'typeorm';
import { positionOf } from '../engine/index.js';
import { PointRoundOver } from './review.errors.js';
import { type PointKind, type ReviewPoint } from './review-point.entity.js';
import { currentRound, requireState } from './standing.js';

const whileFollowedUp: Record<PointKind, string[]> = {
  expert: ['convened', 'reworking', 'revising'],
  plenary: ['convened', 'reworking', 'revising'],
  municipal: ['reworking'],
};
/** The draft can be changed, so it can be said what was changed. */
const whileRevised: Record<PointKind, string[]> = {
  expert: ['reworking', 'revising'],
  plenary: ['reworking', 'revising'],
  municipal: ['reworking'],
};

/** @throws PointRoundOver, NotAtThisStep once the version that answers the point is frozen. */
export const requireOpenPoint = (reader: EntityManager, point: ReviewPoint, what: string): Promise<void> =>
  requirePoint(reader, point, whileFollowedUp, what);

/** @throws PointRoundOver, NotAtThisStep unless the draft is being revised after that point. */
export const requireAnswerable = (reader: EntityManager, point: ReviewPoint): Promise<void> =>
  requirePoint(reader, point, whileRevised, '答复意见');

async function requirePoint(
  reader: EntityManager,
  { compilationId, kind, round }: ReviewPoint,
  states: Record<PointKind, string[]>,
  what: string,
): Promise<void> {
  const position = await positionOf(reader, compilationId);
  if (round !== currentRound(position.context, kind)) throw new PointRoundOver(round);
  requireState(position, kind, states[kind], what);
}
