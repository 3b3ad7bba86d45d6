import { IndicatorsController } from './indicators.controller.js';
import { TopicsController } from './topics.controller.js';
import { VisitsController } from './visits.controller.js';
import { VisitsPage } from './visits-page.js';

export const topics = {
  controllers: [TopicsController, IndicatorsController, VisitsController],
  providers: [VisitsPage],
};
