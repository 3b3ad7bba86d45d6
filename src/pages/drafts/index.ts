import { BasisForms, BasisPages } from './basis.controller.js';
import { ClauseController, ClauseForms } from './clause.controller.js';
import { ClausePage } from './clause-page.js';
import { ComparePage } from './compare-page.js';
import { DraftImportPages } from './import.controller.js';
import { DraftListPage } from './draft-list-page.js';
import { DraftForms, DraftPagesController } from './drafts.controller.js';
import { ReadingPage } from './reading-page.js';
import { SourceTitles } from './source-titles.js';

export const drafts = {
  controllers: [
    BasisForms,
    BasisPages,
    ClauseController,
    ClauseForms,
    DraftForms,
    DraftImportPages,
    DraftPagesController,
  ],
  providers: [ClausePage, ComparePage, DraftListPage, ReadingPage, SourceTitles],
};
