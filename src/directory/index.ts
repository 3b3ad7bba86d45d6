/** The directory room: units in five categories with their aliases and contacts, experts, the roster's files. */
export * from './roster/index.js';
