import { Module } from '@nestjs/common';
import { Ports } from '../engine/index.js';
import { BasisDocumentsUseCase } from './basis-documents.use-case.js';
import { ConfirmDraftUseCase } from './confirm-draft.use-case.js';
import { draftReactions } from './draft.reactions.js';
import { draftsFacts } from './drafts.facts.js';
import { DraftsQuery } from './drafts.query.js';
import { EditClauseUseCase } from './edit-clause.use-case.js';
import { ImportDraftUseCase } from './import-draft.use-case.js';
import { TraceClausesUseCase } from './trace-clauses.use-case.js';

const services = [
  BasisDocumentsUseCase,
  ConfirmDraftUseCase,
  DraftsQuery,
  EditClauseUseCase,
  ImportDraftUseCase,
  TraceClausesUseCase,
];

@Module({ providers: services, exports: services })
export class DraftsModule {
  constructor(ports: Ports) {
    ports.addFactSources(...draftsFacts);
    ports.addReactions(...draftReactions);
  }
}
