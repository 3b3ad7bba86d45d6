import { readFileSync } from 'node:fs';
import { seedsFolder } from '../../platform/index.js';
import fc from 'fast-check';
import {
  countingIds,
  firstVersion,
  readSample,
  sampleChapters,
} from '../../../test/support/draft-samples.js';
import { canonicalDraftText, digestDraft } from './canonical-draft.js';
import type { DraftText, IdentifiedClause, ParsedDraft } from './clause.js';
import { identifyClauses } from './match-clauses.js';
import { parseDraft } from './parse-draft.js';
import { renderDraftText } from './render-draft.js';
import { numberingScopesOf, renumberClauses } from './renumber-clauses.js';

const identified = (draft: ParsedDraft): DraftText => ({
  ...draft,
  clauses: identifyClauses(draft, countingIds('v')),
});
const labels = (clauses: readonly IdentifiedClause[]): string[] =>
  clauses.map(({ label, title }) => label + title);
const frame = { title: '某某方案', head: ['为做好工作，制定本方案。'], foot: ['各区要根据本方案抓好落实。'] };
const lines = [
  '一、总体要求',
  '（一）工作原则。',
  '坚持以下原则：',
  '--创新驱动。',
  '一是依靠科技。',
  '二、重点任务',
  '（二）完善标准。健全标准体系。（责任单位：市市场监管局）',
  '1. 制定标准。',
  '（1）计量*标准_。',
];
const draft: DraftText = { ...frame, clauses: firstVersion(...lines) };

describe('numbering again', () => {
  test('runs on across chapters where the articles did, and afresh where they did not', () => {
    const runsOn = firstVersion('一、甲', '（一）子。', '二、乙', '（二）丑。', '（三）寅。');
    expect(labels(renumberClauses(runsOn.filter(({ title }) => title !== '丑')))).toEqual([
      '一、甲',
      '一、（一）子',
      '二、乙',
      '二、（二）寅',
    ]);
    const afresh = firstVersion('一、甲', '（一）子。', '二、乙', '（一）丑。', '（二）寅。');
    const shortened = afresh.filter(({ title }) => title !== '丑');
    expect(labels(renumberClauses(shortened, numberingScopesOf(afresh))).at(-1)).toBe('二、（一）寅');
    expect(labels(renumberClauses(afresh, { ...numberingScopesOf(afresh), article: null })).at(-1)).toBe(
      '二、（三）寅',
    );
  });

  test('counts paragraphs on across the articles of a chapter, if they were, and afresh in the next', () => {
    const lines = [
      '一、甲',
      '（一）子。',
      '1. 天。',
      '（二）丑。',
      '2. 地。',
      '3. 人。',
      '二、乙',
      '（一）寅。',
      '1. 和。',
    ];
    const clauses = firstVersion(...lines);
    expect(numberingScopesOf(clauses)).toMatchObject({ article: 'chapter', paragraph: 'chapter' });
    expect(renumberClauses(clauses)).toEqual(clauses);
    const throughout = firstVersion(...lines.slice(0, -1), '4. 和。');
    expect(numberingScopesOf(throughout).paragraph).toBeNull();
    expect(renumberClauses(throughout)).toEqual(throughout);
  });

  test('after an insertion moves all later numbers on, below the clauses too', () => {
    const clauses = firstVersion('一、甲', '（一）子。', '1. 天。', '二、乙');
    const inserted: IdentifiedClause = { ...clauses[0], id: 'new', title: '新', numberPath: [0], label: '' };
    expect(labels(renumberClauses([inserted, ...clauses]))).toEqual([
      '一、新',
      '二、甲',
      '二、（一）子',
      '二、（一）1.天',
      '三、乙',
    ]);
  });

  test('changes nothing in a text that is numbered rightly', () => {
    fc.assert(
      fc.property(sampleChapters, (chapters) => {
        const { clauses } = identified(readSample(chapters));
        expect(renumberClauses(clauses)).toEqual(clauses);
      }),
    );
  });
});

describe('writing a draft back as text', () => {
  test('gives numbered passages with the usual indent', () => {
    expect(renderDraftText(draft, 'text').split('\n\n')).toEqual([
      '某某方案',
      '　　为做好工作，制定本方案。',
      '　　一、总体要求',
      '　　（一）工作原则。',
      '　　坚持以下原则：',
      '　　--创新驱动。',
      '　　一是依靠科技。',
      '　　二、重点任务',
      '　　（二）完善标准。健全标准体系。（责任单位：市市场监管局）',
      '　　1.制定标准。',
      '　　（1）计量*标准_。',
      '　　各区要根据本方案抓好落实。\n',
    ]);
  });

  test('gives Markdown with headings for chapters and articles that stand alone', () => {
    const blocks = renderDraftText(draft, 'markdown').split('\n\n');
    expect(blocks).toEqual(
      expect.arrayContaining([
        '# 某某方案',
        '## 一、总体要求',
        '### （一）工作原则。',
        '（1）计量\\*标准\\_。',
        '---',
      ]),
    );
  });

  test.each(['text', 'markdown'] as const)('as %s can be split into the same clauses again', (format) => {
    expect(identified(parseDraft({ kind: format, text: renderDraftText(draft, format) }))).toEqual(draft);
    fc.assert(
      fc.property(sampleChapters, (chapters) => {
        const original = identified(readSample(chapters));
        const again = parseDraft({ kind: format, text: renderDraftText(original, format) });
        expect(identified(again)).toEqual(original);
      }),
    );
  });

  test.each(['scheme-2018', 'notice-2021-4', 'press-conference-2018'])('keeps all of %s', (name) => {
    const original = identified(
      parseDraft({ kind: 'text', text: readFileSync(`${seedsFolder}/basis/${name}.txt`, 'utf8') }),
    );
    const again = parseDraft({ kind: 'markdown', text: renderDraftText(original, 'markdown') });
    expect(identified(again).clauses).toEqual(original.clauses);
    expect(again.foot).toEqual(original.foot);
  });
});

describe('the digest of a version', () => {
  test('covers the title, head, foot and every part of every clause', () => {
    const digest = digestDraft(draft);
    const changed = (change: Partial<IdentifiedClause>): DraftText => ({
      ...draft,
      clauses: draft.clauses.map((clause, index) => (index === 1 ? { ...clause, ...change } : clause)),
    });
    const variants: DraftText[] = [
      { ...draft, title: '某某规划' },
      { ...draft, head: [] },
      { ...draft, foot: [...draft.foot, '另一段。'] },
      { ...draft, clauses: draft.clauses.slice(1) },
      { ...draft, clauses: [...draft.clauses].reverse() },
      changed({ label: '一、（二）' }),
      changed({ kind: 'paragraph' }),
      changed({ title: '原则' }),
      changed({ titleStop: '' }),
      changed({ runIn: true }),
      changed({ body: '坚持原则：' }),
      changed({ items: [] }),
    ];
    expect(new Set([digest, ...variants.map(digestDraft)]).size).toBe(variants.length + 1);
  });

  test('is the same for the same text under other ids, line endings and ways to store an accent', () => {
    const other: DraftText = {
      ...draft,
      head: draft.head.map((text) => `${text}\r\ncafe\u0301`),
      clauses: draft.clauses.map((clause) => ({ ...clause, id: `x${clause.id}`, parentId: null })),
    };
    const composed = { ...draft, head: draft.head.map((text) => `${text}\ncafé`) };
    expect(digestDraft(other)).toBe(digestDraft(composed));
    expect(canonicalDraftText(other)).toMatch(/^\["title","某某方案"\]\n\["head",/);
  });
});
