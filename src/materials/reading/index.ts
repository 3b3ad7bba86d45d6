export * from './fit-content.js';
export * from './merge-reading.js';
export * from './read-material.js';
