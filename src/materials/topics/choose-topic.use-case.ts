import { z } from 'zod';
import { defineAct } from '../../engine/index.js';
import {
  beganInput,
  exampleId,
  idSchema,
  InvalidInput,
  lineInput,
  named,
  requireBegan,
  type Stored,
  unitOrSecretariat,
} from '../../platform/index.js';
import { NotAResearchReport } from '../materials.errors.js';
import { findOpenObligation, openWorkingVersion, writeContent } from '../submissions/write-submission.js';
import { topicTitles } from './topics.repository.js';

interface Chosen {
  topic: number | 'outside' | null;
  title: string;
}

/** As the form of the choice has it. */
export const topicContent = ({ topic, title }: Chosen): Stored => ({
  topic: topic === null ? '' : String(topic),
  title,
});

/**
 * An institute chooses its direction (通知三、（三）) before it has written anything, so that the secretariat sees in
 * time which topics nobody works on.
 */
export const chooseTopic = defineAct({
  name: 'topic.chosen',
  title: '选定课题',
  summary: '研究机构选定课题，或者目录外自拟题目',
  may: unitOrSecretariat,
  path: 'obligations/:obligationId/topic',
  input: z.object({
    obligationId: idSchema,
    topic: named(
      '研究方向',
      z.union([z.int().min(1), z.literal('outside')], {
        error: '应为课题目录的序号，或者“outside”（目录外）',
      }),
    ),
    /** 自拟题目; may follow later. */
    title: named('题目', lineInput(200).optional()),
    began: beganInput,
  }),
  example: { obligationId: exampleId, topic: 1, title: '超大城市质量基础设施协同机制研究' },
  answer: z.object({ revision: z.int() }),
  async perform(act, { obligationId, topic, title, began }) {
    const obligation = await findOpenObligation(act, obligationId);
    const known = await topicTitles(act.tx, act.compilationId);
    if (topic !== 'outside' && !known.has(topic)) throw unknownTopic(topic, known.size);
    const working = await openWorkingVersion(act, obligation);
    if (working.form !== 'research') throw new NotAResearchReport();
    requireBegan(began, topicContent(working.content), '研究方向', wordsOf(working.content, known));
    const content = { ...working.content, topic, title: title ?? working.content.title };
    const revision = await writeContent(act, working, content);
    act.note({ submissionId: working.id, topic });
    return { revision };
  },
});

const unknownTopic = (topic: number, count: number): InvalidInput =>
  new InvalidInput(
    `课题目录中没有第${topic}项（共${count}项）。请重新选择，或者选“目录外”并自拟题目。`,
    'unknown-topic',
  );

function wordsOf({ topic, title }: Chosen, titles: ReadonlyMap<number, string>): string {
  if (topic === null) return '尚未选定';
  const own = title === '' ? '' : `，题目“${title}”`;
  return topic === 'outside' ? `目录外${own}` : `课题${topic}“${titles.get(topic) ?? ''}”${own}`;
}
