import { type PlaceName } from '../kit/places.js';
import { type Stage } from '../kit/stage.js';
import { approveStage } from './approve/stage.js';
import { collectStage } from './collect/stage.js';
import { consultStage } from './consult/stage.js';
import { courseStage } from './course/stage.js';
import { draftStage } from './draft/stage.js';
import { expertReviewStage } from './expert-review/stage.js';
import { meetingStage } from './meeting/stage.js';
import { plenaryStage } from './plenary/stage.js';
import { publishStage } from './publish/stage.js';
import { visitStage } from './visit/stage.js';

export * from './approve/stage.js';
export * from './collect/stage.js';
export * from './consult/stage.js';
export * from './course/stage.js';
export * from './draft/stage.js';
export * from './expert-review/rules.js';
export * from './expert-review/stage.js';
export * from './meeting/stage.js';
export * from './plenary/rules.js';
export * from './plenary/stage.js';
export * from './publish/stage.js';
export * from './visit/stage.js';

export type * from './approve/requirements.js';
export type * from './collect/requirements.js';
export type * from './consult/requirements.js';
export type * from './course/requirements.js';
export type * from './draft/requirements.js';
export type * from './expert-review/requirements.js';
export type * from './plenary/requirements.js';
export type * from './points.js';
export type * from './visit/requirements.js';

/** Every stage that a plan may take, in their usual order. */
export const planStages: readonly Stage[] = [
  courseStage,
  collectStage,
  draftStage,
  visitStage,
  consultStage,
  meetingStage,
  expertReviewStage,
  plenaryStage,
  approveStage,
  publishStage,
];

/** Where a requirement is met; null where the step itself asks for it. */
export function placeFor(requirement: string): PlaceName | null {
  const stage = planStages.find(({ requirements }) => Object.hasOwn(requirements, requirement));
  return stage?.places[requirement] ?? null;
}
