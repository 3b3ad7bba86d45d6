import { type EntityManager } from 'typeorm';
import { categoryNames, type UnitCategory } from '../../directory/index.js';
import { type AcceptedSubmission, findAcceptedSubmissions } from '../../materials/index.js';
import { formatChineseNumeral, type Instant } from '../../platform/index.js';
import { type OfficialContents } from '../../render/index.js';
import { type PartSource } from '../packet-parts.js';
import { heading, paragraph } from './rows.js';
import { submissionRows } from './submission-rows.js';

/** A submission with its place: the category's number, where it begins one, and its own number within it. */
interface Placed {
  submission: AcceptedSubmission;
  opensCategory: boolean;
  categoryNumber: number;
  number: number;
  /** Counts through the whole compendium, for bookmarks. */
  index: number;
}

/** 《支持报告汇编》: every accepted submission, with a table of contents by category (通知四、（一）1). */
export async function compendiumSource(
  tx: EntityManager,
  compilationId: string,
  asOf: Instant,
): ReturnType<PartSource> {
  const entries: OfficialContents['entries'] = [];
  for await (const placed of placedSubmissions(tx, compilationId, asOf)) entries.push(...entriesOf(placed));
  return {
    head: { title: '支持报告汇编' },
    rows: rowsOf(tx, compilationId, asOf, entries),
    tail: { landscape: false },
  };
}

async function* rowsOf(
  tx: EntityManager,
  compilationId: string,
  asOf: Instant,
  entries: OfficialContents['entries'],
): AsyncGenerator<object> {
  yield { kind: 'title', text: '支持报告汇编' };
  if (entries.length === 0) return yield paragraph('没有审核通过的报送材料。');
  yield { kind: 'contents', entries };
  for await (const placed of placedSubmissions(tx, compilationId, asOf)) {
    const { submission, opensCategory, index } = placed;
    yield { kind: 'page-break' };
    if (opensCategory) {
      const bookmark = categoryBookmark(submission.category);
      yield heading(1, categoryTitle(placed), bookmark, 2 * index - 1);
    }
    yield heading(2, submissionTitle(placed), `s${index}`, 2 * index);
    yield* submissionRows(submission);
  }
}

/** Twice the same way, for the contents and for the text: only titles are kept in memory in between. */
async function* placedSubmissions(
  tx: EntityManager,
  compilationId: string,
  asOf: Instant,
): AsyncGenerator<Placed> {
  let category: UnitCategory | null = null;
  let categoryNumber = 0;
  let number = 0;
  let index = 0;
  for await (const submission of findAcceptedSubmissions(tx, compilationId, asOf)) {
    const opensCategory = submission.category !== category;
    category = submission.category;
    categoryNumber += opensCategory ? 1 : 0;
    number = opensCategory ? 1 : number + 1;
    index += 1;
    yield { submission, opensCategory, categoryNumber, number, index };
  }
}

function entriesOf(placed: Placed): OfficialContents['entries'] {
  const { submission, opensCategory, index } = placed;
  const own = { text: submissionTitle(placed), level: 2 as const, bookmark: `s${index}` };
  if (!opensCategory) return [own];
  const bookmark = categoryBookmark(submission.category);
  return [{ text: categoryTitle(placed), level: 1, bookmark }, own];
}

const categoryBookmark = (category: UnitCategory): string => `c${category}`;

const categoryTitle = ({ submission, categoryNumber }: Placed): string =>
  `${formatChineseNumeral(categoryNumber)}、${categoryNames[submission.category].title}`;

const submissionTitle = ({ submission, number }: Placed): string =>
  `（${formatChineseNumeral(number)}）${submission.unitName}　${submission.title}`;
