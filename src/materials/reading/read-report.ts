import { type Paragraph, readHeading } from './headings.js';
import { type Findings, quote } from './findings.js';
import { placeOf } from './read-parts.js';
import { readSources } from './read-tables.js';
import { type TableRows } from './table-head.js';

export interface ReadReport {
  title: string;
  report: string;
  checklist: { replicable: string; referable: string; scalable: string };
  sources: { item: string; source: string }[];
}

const checklistWords = { replicable: '可复制', referable: '可借鉴', scalable: '可推广' } as const;

/** A research report: its title, its text, and what it says of 可复制、可借鉴、可推广 and of its data's sources. */
export function readReport(
  paragraphs: readonly Paragraph[],
  tables: readonly TableRows[],
  findings: Findings,
): ReadReport {
  const titleAt = paragraphs.findIndex(isTitle);
  paragraphs.slice(0, Math.max(0, titleAt)).forEach((paragraph, index) => {
    findings.leaveOut(placeOf(paragraph, index), `“${quote(paragraph.text)}”（在题目之前）`);
  });
  const body = paragraphs.slice(titleAt + 1);
  const answer = (word: string) => answerTo(body, word);
  return {
    title: titleAt === -1 ? '' : paragraphs[titleAt].text.trim(),
    report: body.map(({ text }) => text).join('\n'),
    checklist: {
      replicable: answer(checklistWords.replicable),
      referable: answer(checklistWords.referable),
      scalable: answer(checklistWords.scalable),
    },
    sources: [...sourcesIn(tables, findings), ...listedSources(body)],
  };
}

function sourcesIn(tables: readonly TableRows[], findings: Findings): ReadReport['sources'] {
  return tables.flatMap((table, index) => {
    const place = `表${index + 1}`;
    const sources = readSources(table, place, findings);
    if (sources === null)
      findings.leaveOut(
        place,
        `整张表：${quote(
          table
            .flat()
            .filter((cell) => cell.trim() !== '')
            .join(' '),
        )}`,
      );
    return sources ?? [];
  });
}

/** A title style, or else a first short line that is neither a sentence nor a numbered heading. */
function isTitle(paragraph: Paragraph, index: number): boolean {
  if (/^(?:title|标题|文档标题)$/i.test(paragraph.style)) return true;
  const { text, level } = paragraph;
  return (
    index === 0 && level === undefined && text.length <= 60 && !/[。；]/.test(text) && !readHeading(paragraph)
  );
}

/** What follows the word on its line (可复制：…), or the paragraphs under it when it is a heading. */
function answerTo(body: readonly Paragraph[], word: string): string {
  const at = body.findIndex(
    (paragraph) => readHeading(paragraph)?.title.startsWith(word) ?? startsWith(paragraph, word),
  );
  if (at === -1) return '';
  const heading = readHeading(body[at]);
  const rest = heading?.rest ?? afterColon(body[at].text);
  if (rest !== '') return rest.trim();
  return under(body, at)
    .map(({ text }) => text)
    .join(' ');
}

const startsWith = ({ text }: Paragraph, word: string): boolean => text.trim().startsWith(word);
const afterColon = (text: string): string => /[：:](.*)$/s.exec(text)?.[1] ?? '';

function under(body: readonly Paragraph[], at: number): Paragraph[] {
  const following = body.slice(at + 1);
  const end = following.findIndex((paragraph) => readHeading(paragraph) !== null);
  return following.slice(0, end === -1 ? undefined : end);
}

/** Under 数据来源: one a line, “专利数量：国家知识产权局年报”. */
function listedSources(body: readonly Paragraph[]): { item: string; source: string }[] {
  const at = body.findIndex((paragraph) => /^(?:数据|资料)来源/.test(readHeading(paragraph)?.title ?? ''));
  if (at === -1) return [];
  return body.slice(at + 1).flatMap(({ text }) => {
    const match = /^(?:[（(]?\d{1,2}[）).、．]?\s*)?([^：:]{1,200})[：:](.+)$/.exec(text.trim());
    return match ? [{ item: match[1].trim(), source: match[2].trim().replace(/[。；]$/, '') }] : [];
  });
}
