import { writeExplanation } from '../../packet/index.js';
import { staff } from '../../platform/index.js';
import {
  actForm,
  formsOf,
  OnPage,
  page,
  PageController,
  type PageInput,
  seeOther,
  show,
} from '../../web/index.js';
import { mayAct } from '../frame/may-act.js';
import { ExplanationPage } from './explanation-page.js';
import { packetPath } from './packet-words.js';

const explanation = '/c/:compilationId/packet/explanation' as const;
const routes = {
  whole: page(explanation, { by: staff }),
  section: page(`${explanation}/:section`, { by: staff }),
};

export const ExplanationForms = formsOf({
  write: actForm(writeExplanation, `${explanation}/:section`, {
    then: ({ params }) =>
      seeOther(
        `${packetPath(params.compilationId)}/explanation/${params.section}`,
        '已保存。此前生成的报批材料不含这段文字，报送前须重新生成。',
      ),
  }),
});

/** 编制说明: what the ledger filled in, and what a person writes. */
@PageController()
export class ExplanationController {
  constructor(private readonly pages: ExplanationPage) {}

  @OnPage(routes.whole)
  async whole({ params, visitor }: PageInput<typeof routes.whole>) {
    const view = await this.pages.view(params.compilationId, null, mayAct(visitor, params.compilationId));
    return show('packet/explanation', view, { title: '编制说明', nav: 'packet' });
  }

  @OnPage(routes.section)
  async section({ params, visitor }: PageInput<typeof routes.section>) {
    const { compilationId, section } = params;
    const view = await this.pages.view(compilationId, section, mayAct(visitor, compilationId));
    return show('packet/explanation', view, { title: '编制说明', nav: 'packet' });
  }
}
