import { ExpertController, ExpertForms } from './expert.controller.js';
import { ExpertOpinionForms, ExpertSignatureController } from './expert-opinion.controller.js';
import { ExpertPage } from './expert-page.js';

export const expert = {
  controllers: [ExpertController, ExpertForms, ExpertOpinionForms, ExpertSignatureController],
  providers: [ExpertPage],
};
