import { z } from 'zod';
import { defineAct } from '../../engine/index.js';
import { insertRows, lineInput, named, Refusal, secretariat, textInput } from '../../platform/index.js';
import { ResearchTopic } from './research-topic.entity.js';
import { findTopics } from './topics.repository.js';

class TopicNumberTaken extends Refusal {
  constructor(number: number, title: string, next: number) {
    super(
      'topic-number-taken',
      `第${number}项在目录中已是“${title}”，没有改动，您所填的没有列入；请改用第${next}项。`,
      409,
    );
  }
}

/** Puts the annexed catalogue of research topics on file; numbers that are there already stay as they are. */
export const listTopics = defineAct({
  name: 'topic.listed',
  title: '列出课题',
  summary: '登记研究课题目录；已有的序号不变',
  may: secretariat,
  path: 'topics',
  input: z.object({
    topics: named(
      '课题目录',
      z
        .array(
          z.object({
            number: named('序号', z.int().min(1).max(1000, { error: '序号不得超过1000' })),
            title: named('标题', lineInput()),
            scope: named('研究范围', textInput(2000).default('')),
          }),
        )
        .refine((topics) => new Set(topics.map(({ number }) => number)).size === topics.length, {
          error: '课题序号重复',
        }),
    ),
    /** For who adds one topic and means no other. */
    mustBeNew: named(
      '序号应是新的',
      z.boolean().default(false).describe('true 序号已有的拒绝；false 已有的不变'),
    ),
  }),
  example: { topics: [{ number: 1, title: '质量基础设施建设研究', scope: '' }] },
  async perform(act, { topics, mustBeNew }) {
    const { tx, compilationId } = act;
    const known = new Map((await findTopics(tx, compilationId)).map(({ number, title }) => [number, title]));
    const fresh = topics.filter(({ number }) => !known.has(number));
    const taken = topics.find(({ number }) => known.has(number));
    if (mustBeNew && taken !== undefined) {
      const next = Math.max(0, ...known.keys()) + 1;
      throw new TopicNumberTaken(taken.number, known.get(taken.number) ?? '', next);
    }
    await insertRows(
      tx,
      ResearchTopic,
      fresh.map((topic) => ({ ...topic, id: act.ids.next(), compilationId })),
    );
    act.note({ topics: fresh.map(({ number }) => number) });
  },
});
