import { strict as assert } from 'node:assert';
import { findCompilation } from '../../compilation/index.js';
import { findUnit } from '../../directory/index.js';
import { obligationTitle, type SubmissionKind } from '../../obligations/index.js';
import { type MaterialContent, measureLength } from '../content/index.js';
import { topicTitles } from '../topics/topics.repository.js';
import { examineSubmission } from './examine-submission.js';
import { type Submission, type SubmissionFile } from './submission.entity.js';
import { filesOf, latestSubmission } from './submission.repository.js';

/** Facts travel in the event and into the ledger, so they name a few things and count the rest. */
const mostNamed = 20;

/** What this room tells the obligations about materials. */
export const materialKind: SubmissionKind = {
  kind: 'material',
  async check(tx, obligation) {
    const { missing, warnings } = await examineSubmission(tx, obligation);
    return { missing: nameSome(missing), warnings: nameSome(warnings) };
  },
  async receipt(tx, obligation) {
    const frozen = await latestSubmission(tx, obligation.id);
    assert.ok(frozen?.sha256, 'a receipt is written for what was frozen');
    const { category } = await findUnit(tx, obligation.unitId);
    const compilation = await findCompilation(tx, obligation.compilationId);
    const title = obligationTitle(compilation, 'material', category);
    const files = (await filesOf(tx, frozen.id)).map(fileLine);
    return { title, digest: frozen.sha256, lines: [...(await contentLines(tx, frozen)), ...files] };
  },
  async topics(reader, compilationId) {
    return [...(await topicTitles(reader, compilationId)).values()];
  },
  async progress(reader, obligation) {
    const saved = await latestSubmission(reader, obligation.id);
    if (saved === null) return [];
    return measureLength(saved.form, saved.content).parts.map(({ title, characters }) => ({
      title,
      text: characters === 0 ? '尚未填写' : `已存${characters}字`,
      missing: characters === 0,
    }));
  },
};

type Reader = Parameters<SubmissionKind['receipt']>[0];

async function contentLines(reader: Reader, frozen: Submission): Promise<string[]> {
  const { form, content, compilationId } = frozen;
  const { parts } = measureLength(form, content);
  if (form === 'research') {
    const topic = topicText(content.topic, await topicTitles(reader, compilationId));
    return [`研究方向：${topic}`, `题目：${content.title}`, `报告正文：${parts[0].characters}字`];
  }
  const { problems, indicators, tasks } = content;
  const beside: Partial<Record<string, string>> = {
    shortcomings: `，问题${problems.length}项`,
    goals: `，指标${indicators.length}项，均有2025年、2035年目标`,
    measures: `，任务${tasks.length}项`,
  };
  return parts.map(
    ({ key, title, characters }, index) =>
      `${'一二三四'[index]}、${title}：${characters}字${beside[key] ?? ''}`,
  );
}

export function topicText(topic: MaterialContent['topic'], titles: ReadonlyMap<number, string>): string {
  if (topic === null) return '未选定';
  return topic === 'outside' ? '目录外' : `课题${topic}　${titles.get(topic) ?? ''}`.trimEnd();
}

const fileLine = ({ kind, name }: SubmissionFile): string =>
  `${kind === 'material' ? '所附文档' : '报送函扫描件'}：${name}`;

function nameSome(sentences: readonly string[]): string[] {
  if (sentences.length <= mostNamed) return [...sentences];
  return [...sentences.slice(0, mostNamed), `等共${sentences.length}处`];
}
