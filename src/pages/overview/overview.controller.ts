import { z } from 'zod';
import { advanceCompilation, CompilationQuery } from '../../compilation/index.js';
import { ActRunner, GateRefusal } from '../../engine/index.js';
import { secretariat, staff } from '../../platform/index.js';
import { form, OnPage, page, PageController, type PageInput, seeOther, show } from '../../web/index.js';
import { areaPath } from '../frame/navigation.js';
import { lineView, stepPath } from './gate-view.js';
import { OverviewPage } from './overview-page.js';
import { effectsView } from './step-view.js';

const routes = {
  overview: page('/c/:compilationId/overview', { by: staff }),
  step: page('/c/:compilationId/overview/steps/:event', { by: secretariat }),
  take: form('/c/:compilationId/overview/steps/:event', {
    by: secretariat,
    body: z.object({ reason: z.string().trim().max(2000).default('') }),
    act: advanceCompilation,
  }),
};

const sentencesOf = (lines: readonly { sentence: string }[]) => lines.map(({ sentence }) => ({ sentence }));

/** Stands for the reason while the effects of a step are found out. */
const reasonToCome = '（事由待填）';

/** 总览: where the compilation stands, what the next step lacks, and the step itself. */
@PageController()
export class OverviewController {
  constructor(
    private readonly pages: OverviewPage,
    private readonly compilations: CompilationQuery,
    private readonly runner: ActRunner,
  ) {}

  @OnPage(routes.overview)
  async overview({ params }: PageInput<typeof routes.overview>) {
    const view = await this.pages.view(params.compilationId);
    return show('overview/overview', view, { title: '总览', nav: 'overview' });
  }

  /** Exactly what the step would do; nothing is done yet. */
  @OnPage(routes.step)
  async step({ params, actor }: PageInput<typeof routes.step>) {
    const { compilationId, event } = params;
    const { plan } = await this.compilations.standing(compilationId);
    const title = plan.eventTitles[event] ?? event;
    const { draftVersion, stateTitle } = await this.compilations.status(compilationId);
    const gates = await this.compilations.gates(compilationId);
    const lines = gates.find((gate) => gate.event === event)?.lines ?? [];
    const common = {
      title,
      from: stateTitle,
      action: stepPath(compilationId, event),
      back: areaPath(compilationId, 'overview'),
      needsReason: lines.some((line) => line.requirement === 'reasonGiven'),
      // Whoever confirms reads what the gate read: what is not met although it does not hold, and what is met.
      hints: sentencesOf(lines.filter((line) => !line.blocking && !line.met)),
      grounds: sentencesOf(lines.filter((line) => line.met)),
    };
    const asked = { event, reason: reasonToCome };
    try {
      const preview = await this.runner.preview(advanceCompilation, { compilationId, actor }, asked);
      const view = { ...common, effects: effectsView(preview, draftVersion, plan), unmet: [] };
      return show('overview/step', view, { title, nav: 'overview' });
    } catch (error) {
      if (!(error instanceof GateRefusal)) throw error;
      const unmet = error.unmet.map((line) => lineView(compilationId, line));
      return show('overview/step', { ...common, effects: null, unmet }, { title, nav: 'overview' });
    }
  }

  @OnPage(routes.take)
  async take({ params, body, actor }: PageInput<typeof routes.take>) {
    const { compilationId, event } = params;
    const who = { compilationId, actor };
    const { state } = await this.runner.perform(advanceCompilation, who, { event, reason: body.reason });
    const { eventTitles, stateTitles } = (await this.compilations.standing(compilationId)).plan;
    return seeOther(
      areaPath(compilationId, 'overview'),
      `已办理“${eventTitles[event]}”，现处“${stateTitles[state]}”。`,
    );
  }
}
