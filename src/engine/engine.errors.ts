import { type Assessment } from '../../workflows/index.js';
import { type JsonObject, Refusal } from '../platform/index.js';

/** The step is on the chart, but what it needs is not there yet. */
export class GateRefusal extends Refusal {
  constructor(
    readonly event: string,
    eventTitle: string,
    readonly unmet: Assessment[],
  ) {
    super('gate-not-met', `现在不能“${eventTitle}”：${unmet.map((line) => line.sentence).join('')}`, 409);
  }

  toJson(): JsonObject {
    const unmet = this.unmet.map(({ requirement, sentence, facts }) => ({ requirement, sentence, facts }));
    return { refused: true, event: this.event, unmet: unmet as never };
  }
}

/** The step is not on the chart from where the instance stands. */
export class StepNotOffered extends Refusal {
  constructor(
    readonly event: string,
    eventTitle: string,
    stateTitle: string,
    offered: string[],
  ) {
    const possible =
      offered.length > 0 ? `现在可以办理：${offered.join('、')}` : '流程已经结束，没有可以办理的步骤';
    super('step-not-offered', `目前处于“${stateTitle}”，不能“${eventTitle}”。${possible}。`, 409);
  }
}

/** The plan leaves a stage out, so nothing of it can be asked or done. */
export class StageNotPlanned extends Refusal {
  constructor(plan: string, stage: string) {
    super('stage-not-planned', `${plan}不设“${stage}”这一环节，没有可以办理的事项。`, 404);
  }
}
