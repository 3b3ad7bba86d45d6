import { z } from 'zod';
import { chooseTopic, materialContentSchema, saveDraft, SubmissionsQuery } from '../../materials/index.js';
import { ActRunner } from '../../engine/index.js';
import { beganInput, Clock, parseInput, StaleRevision } from '../../platform/index.js';
import { formatDateTime } from '../../calendar/index.js';
import {
  actFormOf,
  form,
  formsOf,
  OnPage,
  PageController,
  type PageInput,
  seeOther,
  show,
} from '../../web/index.js';
import { Confirmation, submitting } from './confirmation.js';
import { contentFrom, type Fields } from './material-fields.js';
import { MaterialPage } from './material-page.js';
import { codeHolderOf, scopeOf, unitPath, type UnitVisit } from './unit-scope.js';

const by = ['unit'] as const;
const typedSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const routes = {
  save: form('/unit/:obligationId/draft', { by, body: typedSchema, act: saveDraft }),
  autosave: form('/unit/:obligationId/draft/auto', { by, body: typedSchema, act: saveDraft }),
};

export const TopicChoiceForms = formsOf({
  choose: actFormOf(chooseTopic, '/unit/:obligationId/topic', {
    by,
    fields: z.object({ topic: z.string(), title: z.string().default(''), began: beganInput }),
    read: ({ topic, title, began }, { obligationId }) => ({
      obligationId,
      topic: topic === 'outside' ? ('outside' as const) : Number(topic),
      ...(title.trim() !== '' && { title }),
      began,
    }),
    then: ({ params }) => seeOther(unitPath(params.obligationId), '研究方向已选定。'),
  }),
});

/** Writing a material: saved at a press, and on every pause in typing. */
@PageController()
export class MaterialController {
  constructor(
    private readonly page: MaterialPage,
    private readonly submissions: SubmissionsQuery,
    private readonly runner: ActRunner,
    private readonly confirmation: Confirmation,
    private readonly clock: Clock,
  ) {}

  @OnPage(routes.save)
  async save(visit: PageInput<typeof routes.save>) {
    const { compilationId, obligationId, path } = scopeOf(visit);
    const draft = await this.draftFrom(visit, visit.body);
    try {
      await this.runner.perform(saveDraft, { compilationId, actor: visit.actor }, draft);
    } catch (error) {
      // Neither text may be lost: the page shows what was typed and, beside it, what the other browser saved.
      if (!(error instanceof StaleRevision)) throw error;
      const view = await this.page.view(compilationId, obligationId, { content: draft.content });
      return show('unit/material', view, { title: '两处都有修改', layout: 'guest', status: 409 });
    }
    if (visit.body.then !== 'submit') return seeOther(path, '已保存。');
    const { missing } = await this.submissions.material(compilationId, obligationId);
    if (missing.length > 0)
      return seeOther(`${path}#check`, `已保存。还差${missing.length}项，补齐后可以报送。`);
    const sent = await this.confirmation.sendUnlessSent(codeHolderOf(visit), submitting);
    return seeOther(`${path}/submit`, sent);
  }

  @OnPage(routes.autosave)
  async autosave(visit: PageInput<typeof routes.autosave>) {
    const { compilationId } = scopeOf(visit);
    const draft = await this.draftFrom(visit, visit.body);
    const savedAt = formatDateTime(this.clock.now());
    try {
      const who = { compilationId, actor: visit.actor };
      const { revision } = await this.runner.perform(saveDraft, who, draft);
      return show('unit/saved', { revision, savedAt, conflict: false }, { title: '' });
    } catch (error) {
      if (!(error instanceof StaleRevision)) throw error;
      return show('unit/saved', { revision: draft.revision, savedAt: null, conflict: true }, { title: '' });
    }
  }

  private async draftFrom(visit: UnitVisit, fields: Fields) {
    const { compilationId, obligationId } = scopeOf(visit);
    const { form: kind, content } = await this.submissions.material(compilationId, obligationId);
    const typed = parseInput(materialContentSchema, contentFrom(fields, kind, content));
    return { obligationId, revision: Number(fields.revision) || 0, content: typed };
  }
}
