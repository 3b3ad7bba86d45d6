import { Module } from '@nestjs/common';
import { Ports } from '../engine/index.js';
import { draftTables } from './audited-tables.js';
import { draftAudit } from './draft-audit.js';
import { BasisController } from './basis.controller.js';
import { BasisTextQuery } from './basis-text.query.js';
import { BasisDocumentsUseCase } from './basis-documents.use-case.js';
import { ConfirmDraftUseCase } from './confirm-draft.use-case.js';
import { DraftImportController } from './draft-import.controller.js';
import { draftReactions } from './draft.reactions.js';
import { DraftsController } from './drafts.controller.js';
import { draftsFacts } from './drafts.facts.js';
import { DraftsQuery } from './drafts.query.js';
import { EditClauseUseCase } from './edit-clause.use-case.js';
import { ImportDraftUseCase } from './import-draft.use-case.js';
import { TraceClausesUseCase } from './trace-clauses.use-case.js';
import { CorrectBasisUseCase } from './correct-basis.use-case.js';

const services = [
  BasisDocumentsUseCase,
  BasisTextQuery,
  ConfirmDraftUseCase,
  CorrectBasisUseCase,
  DraftsQuery,
  EditClauseUseCase,
  ImportDraftUseCase,
  TraceClausesUseCase,
];

const controllers = [BasisController, DraftImportController, DraftsController];

@Module({ controllers, providers: services, exports: services })
export class DraftsModule {
  constructor(ports: Ports) {
    ports.addAuditedTables(...draftTables);
    ports.addRowAudits(draftAudit);
    ports.addFactSources(...draftsFacts);
    ports.addReactions(...draftReactions);
  }
}
