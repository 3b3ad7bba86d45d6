import { Module } from '@nestjs/common';
import { CompilationModule } from '../compilation/index.js';
import { DirectoryModule } from '../directory/index.js';
import { Ports } from '../engine/index.js';
import { ObligationsModule, SubmissionKinds } from '../obligations/index.js';
import { actRoutes } from '../web/index.js';
import { materialTables } from './audited-tables.js';
import { submissionFiles } from './stored-files.js';
import { materialKind } from './submissions/material-kind.js';
import { saveDraft } from './submissions/save-draft.use-case.js';
import { submissionAudit } from './submissions/submission-audit.js';
import { SubmissionFileQuery } from './submissions/submission-file.query.js';
import { SubmissionsController } from './submissions/submissions.controller.js';
import { SubmissionsQuery } from './submissions/submissions.query.js';
import { submitMaterial } from './submissions/submit-material.use-case.js';
import { uploadCoverLetter } from './submissions/upload-cover-letter.use-case.js';
import { TryMaterialQuery, uploadMaterial } from './submissions/upload-material.use-case.js';
import { IndicatorsQuery } from './tables/indicators.query.js';
import { MaterialTablesController } from './tables/material-tables.controller.js';
import { IndicatorTableQuery } from './tables/indicator-table.query.js';
import { SchemeLinksQuery } from './tables/scheme-links.query.js';
import { SubmissionProgressQuery } from './tables/submission-progress.query.js';
import { SubmissionTableQuery } from './tables/submission-table.query.js';
import { chooseTopic } from './topics/choose-topic.use-case.js';
import { listTopics } from './topics/list-topics.use-case.js';
import { TopicsController } from './topics/topics.controller.js';
import { TopicsQuery } from './topics/topics.query.js';
import { citeVisit } from './visits/cite-visit.use-case.js';
import { amendVisit, withdrawVisit } from './visits/correct-visit.use-case.js';
import { logVisit } from './visits/log-visit.use-case.js';
import { VisitsController } from './visits/visits.controller.js';
import { VisitsQuery } from './visits/visits.query.js';
import { visitsLogged } from './visits/visits.repository.js';

const services = [
  IndicatorsQuery,
  IndicatorTableQuery,
  SchemeLinksQuery,
  SubmissionFileQuery,
  SubmissionProgressQuery,
  SubmissionTableQuery,
  SubmissionsQuery,
  TopicsQuery,
  TryMaterialQuery,
  VisitsQuery,
];

@Module({
  imports: [CompilationModule, DirectoryModule, ObligationsModule],
  controllers: [
    MaterialTablesController,
    SubmissionsController,
    TopicsController,
    VisitsController,
    actRoutes('报送材料', [saveDraft, submitMaterial, uploadMaterial, uploadCoverLetter]),
    actRoutes('研究课题', [listTopics, chooseTopic]),
    actRoutes('调研走访', [logVisit, citeVisit, amendVisit, withdrawVisit]),
  ],
  providers: services,
  exports: services,
})
export class MaterialsModule {
  constructor(ports: Ports, kinds: SubmissionKinds) {
    ports.addAuditedTables(...materialTables);
    ports.addFileNamers(submissionFiles);
    ports.addFactSources(visitsLogged);
    ports.addRowAudits(submissionAudit);
    kinds.add(materialKind);
  }
}
