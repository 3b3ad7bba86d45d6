import { readdirSync, readFileSync } from 'node:fs';
import {
  compareDrafts,
  flattenClauses,
  identifyClauses,
  matchClauses,
  previewSplit,
  type IdentifiedClause,
  type SplitPreview,
} from '../../src/drafts/text/index.js';
import { countCharacters, seedsFolder } from '../../src/platform/index.js';
import { countingIds } from '../support/draft-samples.js';

const files = readdirSync(`${seedsFolder}/drafts`).sort();
const previews: SplitPreview[] = files.map((file) =>
  previewSplit({ kind: 'markdown', text: readFileSync(`${seedsFolder}/drafts/${file}`, 'utf8') }),
);
const articlesOf = (preview: SplitPreview): number[] =>
  flattenClauses(preview.draft.clauses)
    .filter(({ clause }) => clause.kind === 'article')
    .map(({ clause }) => clause.numberPath[1]);

function versions(): IdentifiedClause[][] {
  const newId = countingIds('c');
  const [first, ...later] = previews.map(({ draft }) => draft);
  const chain = [identifyClauses(first, newId)];
  for (const draft of later) chain.push(matchClauses(chain[chain.length - 1], draft, newId).clauses);
  return chain;
}

describe('the rehearsal’s drafts', () => {
  test('are the six versions in their order, marked as demonstration texts', () => {
    expect(files).toEqual([
      '01-chugao.md',
      '02-zhengqiuyijiangao.md',
      '03-lunzhenggao.md',
      '04-songshengao.md',
      '05-baopigao.md',
      '06-fabugao.md',
    ]);
    expect(previews.map(({ draft }) => draft.title.replace('质量强国建设纲要上海实施方案', ''))).toEqual([
      '（初稿）',
      '（征求意见稿）',
      '（论证稿）',
      '（送审稿）',
      '（报批稿）',
      '',
    ]);
    for (const { draft } of previews) expect(draft.head[0]).toMatch(/^推演用文稿/);
  });

  test('split without a doubt into six chapters of articles numbered on', () => {
    expect(previews.flatMap(({ doubts }) => doubts)).toEqual([]);
    expect(previews.map(({ draft }) => draft.clauses.length)).toEqual([6, 6, 6, 6, 6, 6]);
    expect(previews.map((preview) => articlesOf(preview).length)).toEqual([33, 34, 35, 38, 39, 39]);
    for (const preview of previews) {
      expect(articlesOf(preview)).toEqual(articlesOf(preview).map((_, index) => index + 1));
    }
  });

  test('look to 2025 and 2035, and to no target of 2020', () => {
    for (const { draft } of previews) {
      const goals = draft.clauses[0].children[2];
      const text = goals.body + goals.items.map((item) => item.text).join('');
      expect(text).toMatch(/到2025年/);
      expect(text).toMatch(/到2035年/);
      expect(text).not.toMatch(/2020/);
    }
  });

  test('each change something of every kind', () => {
    const chain = versions();
    chain.slice(1).forEach((clauses, index) => {
      const statuses = new Set(compareDrafts(chain[index], clauses).map(({ status }) => status));
      expect([...statuses]).toEqual(
        expect.arrayContaining(['unchanged', 'reworded', 'moved', 'renumbered', 'added']),
      );
    });
  });

  test('show a clause divided by the experts and two put together before publication', () => {
    const chain = versions();
    const match = (index: number): ReturnType<typeof matchClauses> =>
      matchClauses(chain[index - 1], previews[index].draft, countingIds('x'));
    expect(match(3).splits.map(({ into }) => into.length)).toEqual([3]);
    expect(match(5).merges.map(({ from }) => from.length)).toEqual([2]);
  });

  test('name units with their roles from the version sent for deliberation on', () => {
    const roles = previews.map(({ draft }) =>
      flattenClauses(draft.clauses).flatMap(({ clause }) => clause.responsibilities),
    );
    expect(roles.map((found) => found.length)).toEqual([0, 0, 0, 5, 6, 7]);
    expect(roles[3].at(-1)).toMatchObject({ lead: ['市财政局'], participate: ['市科委', '市税务局'] });
  });

  test('are as long as such a plan is', () => {
    for (const file of files) {
      expect(countCharacters(readFileSync(`${seedsFolder}/drafts/${file}`, 'utf8'))).toBeGreaterThan(12_000);
    }
  });
});
