import { latestProcedure } from '../../../compilation/index.js';
import { type Clause, findClauses, type TraceKind, tracesIn } from '../../../drafts/index.js';
import { type IndicatorRow } from '../../../materials/index.js';
import { formatChineseNumeral } from '../../../platform/index.js';
import { type Column, heading, note, paragraph, paragraphs, type Row, table } from '../rows.js';
import { dayText, type Section, titledOnce, versionText } from './section.js';

/** 《上海市质量发展规划（2011—2020年）》实施成效 (通知一). */
export const evaluation: Section = async ({ tx, compilation }) => {
  const record = await latestProcedure(tx, compilation.id, 'evaluation');
  if (record === null) return [paragraph('没有登记规划实施成效评估。')];
  const { title, completedOn, conclusion } = record;
  return [
    paragraph(`${titledOnce(title)}于${dayText(completedOn)}完成，结论如下：`),
    ...paragraphs(conclusion),
  ];
};

/** The framework as the chapter titles of the 报批稿 have it, and where each chapter came from. */
export const structure: Section = async ({ tx, draft }) => {
  const clauses = await findClauses(tx, draft.id);
  const chapters = chaptersOf(clauses);
  const articles = clauses.filter(({ kind }) => kind === 'article').length;
  if (chapters.length === 0) return [paragraph(`${versionText(draft)}不分章，共${clauses.length}条。`)];
  const titles = chapters.map(({ title }, index) => `${formatChineseNumeral(index + 1)}是${title}`);
  const traces = await tracesIn(tx, draft.id);
  const traced = new Set(traces.map(({ clauseId }) => clauseId));
  const tracedArticles = clauses.filter(({ kind, clauseId }) => kind === 'article' && traced.has(clauseId));
  const cells = chapters.map((chapter) => {
    const own = traces.filter(({ clauseId }) => chapter.clauseIds.has(clauseId));
    const sources = (...kinds: TraceKind[]) =>
      String(new Set(own.filter((t) => kinds.includes(t.sourceKind)).map((t) => t.sourceId)).size);
    const reviews = sources('plenaryPoint', 'municipalPoint');
    const counts = [sources('submission'), sources('visit'), sources('opinion'), sources('expertPoint')];
    return [chapter.title, String(chapter.articles), ...counts, reviews];
  });
  return [
    paragraph(`${versionText(draft)}共${chapters.length}章${articles}条：${titles.join('；')}。`),
    heading(3, '条款来源'),
    paragraph(`${articles}条中，${tracedArticles.length}条注明了来源。各章所依据的来源如下：`),
    ...table(sourceColumns, cells),
  ];
};

const sourceColumns: Column[] = [
  { title: '章', width: 2844 },
  { title: '条数', width: 900 },
  { title: '报送材料（份）', width: 1100 },
  { title: '调研走访（次）', width: 1000 },
  { title: '意见（条）', width: 900 },
  { title: '专家意见（条）', width: 1000 },
  { title: '审议和审批意见（条）', width: 1100 },
];

interface Chapter {
  title: string;
  articles: number;
  clauseIds: Set<string>;
}

/** Everything after a chapter's title belongs to it until the next one; clauses come in document order. */
function chaptersOf(clauses: Clause[]): Chapter[] {
  const chapters: Chapter[] = [];
  for (const { kind, title, clauseId } of clauses) {
    if (kind === 'chapter') chapters.push({ title, articles: 0, clauseIds: new Set() });
    const chapter = chapters.at(-1);
    chapter?.clauseIds.add(clauseId);
    if (chapter !== undefined && kind === 'article') chapter.articles += 1;
  }
  return chapters;
}

const indicatorColumns: Column[] = [
  { title: '序号', width: 580 },
  { title: '指标', width: 1560 },
  { title: '单位', width: 760 },
  { title: '基期值', width: 840 },
  { title: '2025年', width: 960 },
  { title: '2035年', width: 960 },
  { title: '数据来源', width: 1164 },
  { title: '测算方法', width: 920 },
  { title: '提出单位', width: 1100 },
];

/** Targets for 2025 and 2035 with base value, source, method and who set them (通知四、（一）1). */
export const indicators: Section = async ({ compilation, reads }) => {
  const { rows, conflicting, submissions } = await reads.indicators.table(compilation.id, {
    acceptedOnly: true,
  });
  const heldBy = new Set(rows.flatMap(({ entries }) => entries.map(({ unitId }) => unitId))).size;
  if (rows.length === 0) return [paragraph(`审核通过的${submissions}份材料中没有量化指标。`)];
  const conflicts = conflicting === 0 ? '取值没有相互矛盾' : `其中${conflicting}项取值不一致，列于表后`;
  return [
    paragraph(
      `审核通过的材料中，${heldBy}家单位提出量化指标${rows.length}项，均有2025年和2035年数值；${conflicts}。`,
    ),
    ...table(indicatorColumns, rows.flatMap(indicatorCells)),
    ...rows.flatMap(conflictNotes),
  ];
};

/** What contradicts; who says what stands in the table. */
function conflictNotes({ name, conflicts: found }: IndicatorRow, index: number): Row[] {
  if (found.length === 0) return [];
  const what = found.map((conflict) => conflict.sentence.split('：')[0].replace('不一致', ''));
  return [note(`第${index + 1}项“${name}”：${what.join('、')}不一致。`)];
}

const mostNamed = 3;

/** One line for each set of values; the units that agree on one stand in it together. */
function indicatorCells({ name, entries }: IndicatorRow, index: number): string[][] {
  const lines = new Map<string, { cells: string[]; units: string[] }>();
  for (const { unit, bound, baseline, value2025, value2035, source, method, unitName } of entries) {
    const values = [
      unit,
      String(baseline ?? ''),
      `${bound}${value2025}`,
      `${bound}${value2035}`,
      source,
      method,
    ];
    const key = JSON.stringify(values);
    const line = lines.get(key) ?? { cells: values, units: [] };
    line.units.push(unitName);
    lines.set(key, line);
  }
  return [...lines.values()].map(({ cells, units }) => [String(index + 1), name, ...cells, nameSome(units)]);
}

const nameSome = (units: string[]): string =>
  units.length <= mostNamed ? units.join('、') : `${units.slice(0, mostNamed).join('、')}等${units.length}家`;
