import { countingIds, draftFrom, firstVersion } from '../../../test/support/draft-samples.js';
import type { IdentifiedClause } from './clause.js';
import { matchClauses, type ClauseMatch } from './match-clauses.js';

const lead = '一、重点任务';
const standards = ['（一）加快标准提档升级。', '改革标准供给体系，全面实施企业标准自我声明公开和监督制度。'];
const brands = ['（二）着力发展品牌经济。', '推动企业增强品牌意识，建立品牌管理体系，加大品牌建设投入。'];
const talents = ['（三）健全质量人才培养体系。', '将质量教育纳入全民教育体系，加强中小学质量教育实践。'];
const first = firstVersion(lead, ...standards, ...brands, ...talents);
const [chapterId, standardsId, brandsId, talentsId] = first.map((clause) => clause.id);

const match = (previous: IdentifiedClause[], ...lines: string[]): ClauseMatch =>
  matchClauses(previous, draftFrom(...lines), countingIds('n'));
const ids = (found: ClauseMatch): string[] => found.clauses.map((clause) => clause.id);

describe('the identity of a clause', () => {
  test('is kept by a text that did not change', () => {
    const found = match(first, lead, ...standards, ...brands, ...talents);
    expect(ids(found)).toEqual([chapterId, standardsId, brandsId, talentsId]);
    expect(found.kept).toEqual(ids(found));
    expect([found.added, found.removed, found.moved, found.renumbered, found.reworded]).toEqual([
      [],
      [],
      [],
      [],
      [],
    ]);
    expect(found.clauses[1].parentId).toBe(chapterId);
  });

  test('survives renumbering after an insertion', () => {
    const inserted = ['（一）强化质量技术攻关。', '找准影响产品质量提升的技术瓶颈，攻克关键共性技术。'];
    const renumbered = standards.map((line) => line.replace('（一）', '（二）'));
    const found = match(first, lead, ...inserted, ...renumbered);
    expect(ids(found)).toEqual([chapterId, 'n1', standardsId]);
    expect(found).toMatchObject({ added: ['n1'], renumbered: [standardsId], moved: [], reworded: [] });
    expect(found.removed).toEqual([brandsId, talentsId]);
  });

  test('survives moving within a chapter and into another, and moving is told from being passed by', () => {
    const within = match(first, lead, ...talents, ...standards, ...brands);
    expect(ids(within)).toEqual([chapterId, talentsId, standardsId, brandsId]);
    expect(within.moved).toEqual([talentsId]);
    const across = match(first, lead, ...standards, ...brands, '二、保障措施', ...talents);
    expect(across.moved).toEqual([talentsId]);
    expect(across.clauses.at(-1)).toMatchObject({ id: talentsId, parentId: 'n1', label: '二、（三）' });
  });

  test('survives rewording of its title, of its body and of both a little', () => {
    const found = match(
      first,
      lead,
      '（一）加快标准提档升级工作。',
      '改革标准供给体系，全面实施企业标准和团体标准自我声明公开和监督制度。',
      brands[0],
      '引导企业建立品牌管理体系，维护市场秩序，讲好品牌故事。',
      ...talents,
    );
    expect(ids(found)).toEqual([chapterId, standardsId, brandsId, talentsId]);
    expect(found.reworded).toEqual([standardsId, brandsId]);
  });

  test('of a chapter survives a new heading when its articles stay', () => {
    const found = match(first, '一、主要举措', ...standards, ...brands, ...talents);
    expect(ids(found)).toEqual([chapterId, standardsId, brandsId, talentsId]);
    expect(found).toMatchObject({ reworded: [chapterId], moved: [] });
  });

  test('is not passed to another clause on the same subject in its place', () => {
    const found = match(
      first,
      lead,
      ...standards,
      '（二）加强品牌保护。',
      '严厉打击侵犯知识产权行为。',
      ...talents,
    );
    expect(ids(found)).toEqual([chapterId, standardsId, 'n1', talentsId]);
    expect(found.removed).toEqual([brandsId]);
  });

  test('is kept by a clause that became a paragraph of another', () => {
    const found = match(first, lead, ...standards, `1. ${brands[0].slice(3)}${brands[1]}`, ...talents);
    expect(ids(found)).toEqual([chapterId, standardsId, brandsId, talentsId]);
    expect(found.moved).toEqual([brandsId]);
  });

  test('is kept by a clause that became a paragraph of another and was reworded a little', () => {
    const body = brands[1].replace('增强品牌意识，', '');
    const found = match(first, lead, ...standards, `1. ${brands[0].slice(3)}${body}`, ...talents);
    expect(found).toMatchObject({ moved: [brandsId], reworded: [brandsId], added: [] });
  });

  test('goes to the clause below the same parent when two read alike', () => {
    const goal = ['（一）工作目标。', '到2025年，形成一批高水平的质量服务平台。'];
    const later = goal.map((line) => line.replace('高水平的', '高水平'));
    const previous = firstVersion('一、产品质量', ...goal, '二、服务质量', ...goal);
    const found = match(previous, '一、服务质量', ...later, '二、产品质量', ...later);
    expect(ids(found)).toEqual(['v3', 'v4', 'v1', 'v2']);
  });

  test('of a chapter does not pass to another heading for the sake of a single article', () => {
    const found = match(firstVersion('一、总体要求', ...standards), '一、保障措施', ...standards);
    expect(ids(found)).toEqual(['n1', 'v2']);
  });

  test('is new when two clauses have the same claim', () => {
    const twin = '加强质量监管，营造公平有序的市场环境。';
    const previous = firstVersion('一、甲', `1. ${twin}`, `2. ${twin}`);
    const found = match(previous, '一、甲', `1. ${twin}`);
    expect(ids(found)).toEqual(['v1', 'n1']);
    expect(found.removed).toEqual(['v2', 'v3']);
  });

  test('of repeated words is kept in order where their number below one parent is the same', () => {
    const lines = ['一、甲', '（一）目标。', '1. 到2025年。', '2. 到2025年。', '二、乙', '（一）目标。'];
    const previous = firstVersion(...lines);
    expect(ids(match(previous, ...lines))).toEqual(previous.map((clause) => clause.id));
    const swapped = [...lines.slice(4), ...lines.slice(0, 4)].map((line) =>
      line.replace('二、', '零、').replace('一、', '二、').replace('零、', '一、'),
    );
    expect(ids(match(previous, ...swapped))).toEqual(['v5', 'v6', 'v1', 'v2', 'v3', 'v4']);
  });

  test('is all new in a first version and all removed by an empty one', () => {
    expect(match([], lead, ...standards).added).toEqual(['n1', 'n2']);
    expect(match(first, '没有条款。').removed).toEqual(first.map((clause) => clause.id));
  });
});

describe('a clause divided or put together', () => {
  const long = [
    '（一）夯实质量基础设施。',
    '构建现代先进计量测试体系，攻克高新技术产业发展中的计量基标准难题。完善检验检测认证体系，健全食品药品和农产品质量安全监测网络。',
  ];
  const halves = [
    '（一）夯实质量基础设施。',
    '构建现代先进计量测试体系，攻克高新技术产业发展中的计量基标准难题。',
    '（二）完善检验检测认证体系。',
    '健全食品药品和农产品质量安全监测网络。',
  ];

  test('keeps its identity in the part most like it, and the split is reported', () => {
    const found = match(firstVersion('一、任务', ...long), '一、任务', ...halves);
    expect(ids(found)).toEqual(['v1', 'v2', 'n1']);
    expect(found.splits).toEqual([{ from: 'v2', into: ['v2', 'n1'] }]);
    expect(found.merges).toEqual([]);
  });

  test('gives its identity to the whole, and the merge is reported', () => {
    const found = match(firstVersion('一、任务', ...halves), '一、任务', ...long);
    expect(ids(found)).toEqual(['v1', 'v2']);
    expect(found.merges).toEqual([{ from: ['v2', 'v3'], into: 'v2' }]);
    expect(found).toMatchObject({ splits: [], removed: ['v3'] });
  });

  test('is not one that lost only a phrase which stands elsewhere now', () => {
    const phrase = ['（二）加强管理。'];
    const before = [long[0], `${long[1]}加强管理。`];
    expect(match(firstVersion('一、任务', ...before), '一、任务', ...long, ...phrase).splits).toEqual([]);
  });

  test('is not one that a new clause only quotes', () => {
    const quoting = ['（二）加强宣传。', '攻克高新技术产业发展中的计量基标准难题。'];
    expect(match(firstVersion('一、任务', ...long), '一、任务', ...long, ...quoting).splits).toEqual([]);
  });
});
