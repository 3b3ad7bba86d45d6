import { type Scene } from '../stage.js';
import { collectingScenes } from './collecting.js';
import { consultingScenes } from './consulting.js';
import { draftingScenes } from './drafting.js';
import { approvingScenes } from './approving.js';
import { reviewingScenes } from './reviewing.js';

/** The year of the notice, June to December 2021, as this play has it. */
export function scenesOf2021(): Scene[] {
  return [
    ...collectingScenes(),
    ...draftingScenes(),
    ...consultingScenes(),
    ...reviewingScenes(),
    ...approvingScenes(),
  ];
}
