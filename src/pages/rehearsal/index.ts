import { RehearsalRuns } from '../../rehearsal/index.js';
import { RehearsalController } from './rehearsal.controller.js';
import { RehearsalPage } from './rehearsal-page.js';
import { ReportsController } from './reports.controller.js';

export const rehearsal = {
  controllers: [RehearsalController, ReportsController],
  providers: [RehearsalPage, RehearsalRuns],
};
