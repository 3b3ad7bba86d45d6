import { BuildPage } from './build-page.js';
import { BuildsController } from './builds.controller.js';
import { ExplanationController, ExplanationForms } from './explanation.controller.js';
import { ExplanationPage } from './explanation-page.js';
import { PacketPage } from './packet-page.js';
import { PacketForms, PacketPagesController } from './packet.controller.js';
import { ProceduresPage } from './procedures-page.js';
import { ProcedureForms, ProceduresPagesController } from './procedures.controller.js';

export const packet = {
  controllers: [
    PacketForms,
    PacketPagesController,
    BuildsController,
    ExplanationController,
    ExplanationForms,
    ProcedureForms,
    ProceduresPagesController,
  ],
  providers: [BuildPage, ExplanationPage, PacketPage, ProceduresPage],
};
