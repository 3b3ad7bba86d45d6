export * from './examine-material.js';
export * from './material-content.js';
export * from './material-form.js';
export * from './material-length.js';
export * from './milestone-date.js';
export * from './normalise-label.js';
export * from './numeric-entry.js';
export * from './strategies.js';
