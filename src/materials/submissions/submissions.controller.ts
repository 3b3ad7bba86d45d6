import { staff } from '../../platform/index.js';
import { ApiController, inCompilation, type InputOf, read, Route } from '../../web/index.js';
import { frozenView, materialView } from './submissions.views.js';
import { SubmissionsQuery } from './submissions.query.js';

const material = `${inCompilation}/obligations/:obligationId/material` as const;

const routes = {
  view: read(material, {
    by: [...staff, 'unit'],
    summary: '一家单位的报送材料：内容、字数、附件、还缺什么',
    response: materialView,
  }),
  frozen: read(`${inCompilation}/submissions/:submissionId`, {
    summary: '已报送的一稿，并与报送时的摘要核对',
    response: frozenView,
  }),
};

@ApiController('报送材料')
export class SubmissionsController {
  constructor(private readonly query: SubmissionsQuery) {}

  @Route(routes.view)
  view({ params }: InputOf<typeof routes.view>) {
    return this.query.material(params.compilationId, params.obligationId);
  }

  @Route(routes.frozen)
  frozen({ params }: InputOf<typeof routes.frozen>) {
    return this.query.frozenVersion(params.compilationId, params.submissionId);
  }
}
