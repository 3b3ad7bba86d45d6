import { ExpertController } from './expert.controller.js';
import { ExpertOpinionController } from './expert-opinion.controller.js';
import { ExpertPage } from './expert-page.js';

export const expert = { controllers: [ExpertController, ExpertOpinionController], providers: [ExpertPage] };
