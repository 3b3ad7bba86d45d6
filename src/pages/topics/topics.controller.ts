import { z } from 'zod';
import { listTopics, TopicsQuery, type TopicsView } from '../../materials/index.js';
import { ObligationsQuery } from '../../obligations/index.js';
import { named, staff } from '../../platform/index.js';
import {
  actFormOf,
  formsOf,
  OnPage,
  page,
  PageController,
  type PageInput,
  seeOther,
  show,
} from '../../web/index.js';
import { obligationWorkflow } from '../../../workflows/index.js';
import { storyPath } from '../materials/register-fields.js';
import { subNav, topicsPath } from './topics-paths.js';

const base = '/c/:compilationId/topics' as const;

const routes = {
  topics: page(base, { by: staff }),
};

export const TopicForms = formsOf({
  add: actFormOf(listTopics, base, {
    fields: z.object({
      number: named('序号', z.coerce.number({ error: '应为数字' })),
      title: z.string(),
      scope: z.string().default(''),
    }),
    read: (topic) => ({ topics: [topic], mustBeNew: true }),
    then: ({ params, body }) =>
      seeOther(topicsPath(params.compilationId), `已将第${body.number}项列入课题目录。`),
  }),
});

/** 研究课题: the catalogue, who works on what, and what nobody works on. */
@PageController()
export class TopicsController {
  constructor(
    private readonly topicsQuery: TopicsQuery,
    private readonly obligations: ObligationsQuery,
  ) {}

  @OnPage(routes.topics)
  async topics({ params, actor }: PageInput<typeof routes.topics>) {
    const { compilationId } = params;
    const overview = await this.topicsQuery.overview(compilationId);
    const owed = await this.obligations.list(compilationId, { kind: 'material' });
    const institutes = owed.filter(({ category }) => category === 'institute');
    const stories = new Map(institutes.map(({ unitId, id }) => [unitId, storyPath(compilationId, id)]));
    const link = (choice: TopicsView['outside'][number]) => ({
      unitName: choice.unitName,
      title: choice.title,
      state: obligationWorkflow.stateTitles[choice.state],
      href: stories.get(choice.unitId) ?? null,
    });
    const chosen = overview.topics.flatMap(({ chosenBy }) => chosenBy).length + overview.outside.length;
    const decided = new Set(
      [...overview.topics.flatMap(({ chosenBy }) => chosenBy), ...overview.outside].map(
        ({ unitId }) => unitId,
      ),
    );
    const view = {
      nav: subNav(compilationId, 'topics'),
      sentence: sentenceOf(overview, institutes.length, chosen),
      topics: overview.topics.map((topic) => ({ ...topic, chosenBy: topic.chosenBy.map(link) })),
      outside: overview.outside.map(link),
      undecided: institutes
        .filter(({ unitId, state }) => !decided.has(unitId) && state !== 'waived')
        .map(({ id, unitName, stateTitle }) => ({
          ...{ unitName, state: stateTitle },
          href: storyPath(compilationId, id),
        })),
      nextNumber: Math.max(0, ...overview.topics.map(({ number }) => number)) + 1,
      action: topicsPath(compilationId),
      mayAct: actor.kind === 'secretariat',
    };
    return show('topics/topics', view, { title: '研究课题', nav: 'topics' });
  }
}

function sentenceOf({ topics, uncovered }: TopicsView, institutes: number, chosen: number): string {
  if (topics.length === 0) return '课题目录尚未登记。';
  const open = uncovered.length === 0 ? '没有空缺' : `${uncovered.length}项无人选`;
  return `课题目录共${topics.length}项，${open}；${institutes}家科研院所中${chosen}家已选题。`;
}
