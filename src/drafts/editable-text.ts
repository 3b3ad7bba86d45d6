import { type Clause } from './clause.entity.js';
import { identified } from './drafts.repository.js';
import { wordingOf } from './text/index.js';

/** What a clause says below its title, as a person edits it: passages and items, one a line. */
export const editableText = (clause: Clause): string =>
  wordingOf({ ...identified(clause), title: '', titleStop: '', runIn: false }).join('\n');
