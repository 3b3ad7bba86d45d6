import { LastActs } from './last-acts.js';
import { OverviewController } from './overview.controller.js';
import { OverviewPage } from './overview-page.js';

export const overview = { controllers: [OverviewController], providers: [LastActs, OverviewPage] };
