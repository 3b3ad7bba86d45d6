export { rehearse, type RehearsalOptions } from './rehearse.js';
export { type Summary } from './summary.js';
