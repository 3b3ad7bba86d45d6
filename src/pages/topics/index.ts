import { IndicatorsController } from './indicators.controller.js';
import { TopicForms, TopicsController } from './topics.controller.js';
import { VisitForms, VisitsController } from './visits.controller.js';
import { VisitsPage } from './visits-page.js';

export const topics = {
  controllers: [TopicsController, TopicForms, IndicatorsController, VisitsController, VisitForms],
  providers: [VisitsPage],
};
