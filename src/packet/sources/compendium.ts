import { type EntityManager } from 'typeorm';
import { formatDate, dateOf } from '../../calendar/index.js';
import { categoryNames } from '../../directory/index.js';
import {
  type AcceptedSubmission,
  findAcceptedSubmissions,
  listAcceptedSubmissions,
} from '../../materials/index.js';
import { type Instant } from '../../platform/index.js';
import { type PartSource } from '../packet-parts.js';
import { heading, paragraph, paragraphs, table } from './rows.js';

/** 《支持报告汇编》: every accepted submission, with a table of contents by category (通知四、（一）1). */
export async function compendiumSource(
  tx: EntityManager,
  compilationId: string,
  asOf: Instant,
): ReturnType<PartSource> {
  const listed = await listAcceptedSubmissions(tx, compilationId, asOf);
  const entries: object[] = [];
  let category: string | null = null;
  for (const [index, submission] of listed.entries()) {
    if (submission.category !== category) {
      category = submission.category;
      entries.push({ text: categoryNames[submission.category].title, level: 1, bookmark: `k-${category}` });
    }
    entries.push({
      text: `${submission.unitName}　${submission.title}`,
      level: 2,
      bookmark: `s${index + 1}`,
    });
  }
  return {
    head: { title: '《实施方案》支持报告汇编' },
    rows: rowsOf(tx, compilationId, asOf, entries),
    tail: { landscape: false },
  };
}

async function* rowsOf(
  tx: EntityManager,
  compilationId: string,
  asOf: Instant,
  entries: object[],
): AsyncGenerator<object> {
  yield { kind: 'title', text: '支持报告汇编' };
  if (entries.length === 0) return yield paragraph('截至本次汇编，没有审核通过的报送材料。');
  yield { kind: 'contents', entries };
  let category: string | null = null;
  let number = 0;
  for await (const submission of findAcceptedSubmissions(tx, compilationId, asOf)) {
    number += 1;
    yield { kind: 'page-break' };
    if (submission.category !== category) {
      category = submission.category;
      yield heading(1, categoryNames[submission.category].title, `k-${category}`, 10_000 + number);
    }
    yield* submissionRows(submission, number);
  }
}

function* submissionRows(submission: AcceptedSubmission, number: number): Generator<object> {
  const { unitName, title, topic, parts, content, frozenAt, sha256 } = submission;
  yield heading(2, `${unitName}　${title}`, `s${number}`, number);
  if (topic !== null) yield paragraph(`课题：${topic}`);
  for (const part of parts) {
    yield heading(3, part.title);
    yield* paragraphs(part.text);
  }
  const { indicators } = content;
  if (indicators.length > 0) {
    const columns = [
      { title: '指标', width: 3600 },
      { title: '单位', width: 1400 },
      { title: '2025年', width: 1400 },
      { title: '2035年', width: 1400 },
      { title: '数据来源', width: 1000 },
    ];
    const cells = indicators.map((i) => [i.name, i.unit, String(i.value2025), String(i.value2035), i.source]);
    yield* table(columns, cells);
  }
  yield { kind: 'note', text: `报送日期：${formatDate(dateOf(frozenAt))}　材料摘要（SHA-256）：${sha256}` };
}
