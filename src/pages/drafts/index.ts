import { BasisPages } from './basis.controller.js';
import { ClauseController } from './clause.controller.js';
import { ClausePage } from './clause-page.js';
import { ComparePage } from './compare-page.js';
import { DraftImportPages } from './import.controller.js';
import { DraftListPage } from './draft-list-page.js';
import { DraftPagesController } from './drafts.controller.js';
import { ReadingPage } from './reading-page.js';
import { SourceTitles } from './source-titles.js';

export const drafts = {
  controllers: [BasisPages, ClauseController, DraftImportPages, DraftPagesController],
  providers: [ClausePage, ComparePage, DraftListPage, ReadingPage, SourceTitles],
};
