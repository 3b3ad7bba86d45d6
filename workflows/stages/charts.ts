/** What a definition composes its chart of. */
export { approving } from './approve/chart.js';
export { collecting } from './collect/chart.js';
export { consulting } from './consult/chart.js';
export { courseOf } from './course/chart.js';
export { drafting } from './draft/chart.js';
export { reviewing } from './expert-review/chart.js';
export { deliberating } from './plenary/chart.js';
export { publishing } from './publish/chart.js';
export { atTheStart, planRequirements, planSetup } from './setup.js';
export { visiting } from './visit/chart.js';
