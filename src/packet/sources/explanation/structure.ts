import { type Clause, findClauses, type TraceKind, tracesIn } from '../../../drafts/index.js';
import { formatChineseNumeral } from '../../../platform/index.js';
import { type Column, heading, paragraph, table } from '../rows.js';
import { type Section, versionText } from './section.js';

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
