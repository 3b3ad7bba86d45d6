import { z } from 'zod';
import { staff, unitOrSecretariat } from '../../platform/index.js';
import { ApiController, inCompilation, type InputOf, read, Route, write } from '../../web/index.js';
import { SaveDraftUseCase, saveDraftSchema } from './save-draft.use-case.js';
import { frozenView, materialView, submittedView } from './submissions.views.js';
import { SubmissionsQuery } from './submissions.query.js';
import { SubmitMaterialUseCase } from './submit-material.use-case.js';

const material = `${inCompilation}/obligations/:obligationId/material` as const;

const routes = {
  view: read(material, {
    by: [...staff, 'unit'],
    summary: '一家单位的报送材料：内容、字数、附件、还缺什么',
    response: materialView,
  }),
  save: write(material, {
    by: unitOrSecretariat,
    method: 'PUT',
    summary: '暂存报送材料，不求完整；他人已改的不覆盖',
    body: saveDraftSchema,
    example: {
      revision: 0,
      content: {
        parts: { currentState: '2020年……', shortcomings: '……', goals: '……', measures: '……' },
        indicators: [
          { name: '制造业质量竞争力指数', bound: '≥', value2025: 95, value2035: 96, source: '市统计局' },
        ],
      },
    },
    response: z.object({
      submissionId: z.string(),
      number: z.number().int(),
      revision: z.number().int().describe('下次暂存时填入'),
    }),
  }),
  submit: write(`${material}/submit`, {
    summary: '报送：材料定稿、计算摘要并发送回执；缺项时逐条列明，暂存内容不变',
    response: submittedView,
  }),
  frozen: read(`${inCompilation}/submissions/:submissionId`, {
    summary: '已报送的一稿，并与报送时的摘要核对',
    response: frozenView,
  }),
};

@ApiController('报送材料')
export class SubmissionsController {
  constructor(
    private readonly query: SubmissionsQuery,
    private readonly saveDraft: SaveDraftUseCase,
    private readonly submitMaterial: SubmitMaterialUseCase,
  ) {}

  @Route(routes.view)
  view({ params }: InputOf<typeof routes.view>) {
    return this.query.material(params.compilationId, params.obligationId);
  }

  @Route(routes.save)
  save({ params, actor, body }: InputOf<typeof routes.save>) {
    return this.saveDraft.execute(params.compilationId, actor, params.obligationId, body);
  }

  @Route(routes.submit)
  submit({ params, actor }: InputOf<typeof routes.submit>) {
    return this.submitMaterial.execute(params.compilationId, actor, params.obligationId);
  }

  @Route(routes.frozen)
  frozen({ params }: InputOf<typeof routes.frozen>) {
    return this.query.frozenVersion(params.compilationId, params.submissionId);
  }
}
