export { type Doubt, type LeftOut } from './findings.js';
export * from './fit-content.js';
export * from './merge-reading.js';
export * from './read-material.js';
