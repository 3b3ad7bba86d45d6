import { type Scene } from '../stage.js';
import { collectingScenes } from './collecting.js';
import { consultingScenes } from './consulting.js';
import { draftingScenes } from './drafting.js';
import { approvingScenes } from './approving.js';
import { reviewingScenes } from './reviewing.js';

/** The year of the notice, June to December 2021, as this play has it; `lateUnit` by its name. */
export function scenesOf2021(lateUnit?: string): Scene[] {
  return [
    ...collectingScenes(lateUnit),
    ...draftingScenes(),
    ...consultingScenes(),
    ...reviewingScenes(),
    ...approvingScenes(),
  ];
}
