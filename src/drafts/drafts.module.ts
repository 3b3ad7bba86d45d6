import { Module } from '@nestjs/common';
import { Ports } from '../engine/index.js';
import { draftTables } from './audited-tables.js';
import { draftAudit } from './draft-audit.js';
import { BasisController } from './basis.controller.js';
import { BasisTextQuery } from './basis-text.query.js';
import { actRoutes } from '../web/index.js';
import { changeBasisStatus, closeRealignment, registerBasis } from './basis-documents.use-case.js';
import { confirmDraft } from './confirm-draft.use-case.js';
import { DraftImportController } from './draft-import.controller.js';
import { draftReactions } from './draft.reactions.js';
import { DraftsController } from './drafts.controller.js';
import { draftsFacts } from './drafts.facts.js';
import { DraftsQuery } from './drafts.query.js';
import { editClause } from './edit-clause.use-case.js';
import { importDraft, TryDraftQuery } from './import-draft.use-case.js';
import { traceClauses } from './trace-clauses.use-case.js';
import { correctBasis, reopenRealignment, withdrawBasis } from './correct-basis.use-case.js';

const services = [BasisTextQuery, DraftsQuery, TryDraftQuery];

const acts = [
  registerBasis,
  changeBasisStatus,
  closeRealignment,
  correctBasis,
  withdrawBasis,
  reopenRealignment,
  importDraft,
  confirmDraft,
  editClause,
  traceClauses,
];

const controllers = [BasisController, DraftImportController, DraftsController, actRoutes('文稿', acts)];

@Module({ controllers, providers: services, exports: services })
export class DraftsModule {
  constructor(ports: Ports) {
    ports.addAuditedTables(...draftTables);
    ports.addRowAudits(draftAudit);
    ports.addFactSources(...draftsFacts);
    ports.addReactions(...draftReactions);
  }
}
