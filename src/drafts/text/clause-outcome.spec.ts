import { countingIds, draftFrom, firstVersion } from '../../../test/support/draft-samples.js';
import { ClauseOutcomes } from './clause-outcome.js';
import { matchClauses } from './match-clauses.js';

const lines = [
  '一、总体要求',
  '到2025年，供给质量明显改善。质量基础设施更加完善。消费者满意度稳步提高。',
  '二、重点任务',
  '（一）提升农产品质量。',
  '健全农产品质量标准体系。',
  '（二）提升消费品质量。',
  '引导消费品向个性化、时尚化方向发展，增加中高端消费品的有效供给。',
  '（三）提升服务业质量。',
  '提高生活性服务业品质，促进生产性服务业专业化。',
  '1. 商贸服务。推广服务承诺。',
];
const before = firstVersion(...lines);
const idOf = (label: string): string => before.find((clause) => clause.label === label)!.id;

/** The outcomes after the named lines were replaced; a line replaced by null is gone. */
function outcomesAfter(changes: Record<number, string | null>): ClauseOutcomes {
  const next = lines.flatMap((line, index) => {
    const change = changes[index];
    return change === null ? [] : [change ?? line];
  });
  return new ClauseOutcomes(before, matchClauses(before, draftFrom(...next), countingIds('n')).clauses);
}

describe('what became of a clause between two versions', () => {
  test('nothing, when its words are the same', () => {
    const outcome = outcomesAfter({ 4: '健全农产品质量标准和追溯体系。' }).of(idOf('二、（二）'));
    expect(outcome).toMatchObject({ fate: 'unchanged', changed: false, addedSentences: [] });
  });

  test('a new number alone is no change', () => {
    const shifted = outcomesAfter({
      3: null,
      4: null,
      5: '（一）提升消费品质量。',
      7: '（二）提升服务业质量。',
    });
    const outcome = shifted.of(idOf('二、（二）'));
    expect(outcome).toMatchObject({ fate: 'unchanged', changed: false, after: { label: '二、（一）' } });
  });

  test('spaces and line breaks are no change', () => {
    const outcome = outcomesAfter({ 4: '健全农产品 质量标准体系。' }).of(idOf('二、（一）'));
    expect(outcome.changed).toBe(false);
  });

  test('changed sentences are given whole, those between them marked as left out', () => {
    const text = '到2025年，供给质量显著改善。质量基础设施更加完善。消费者满意度稳步提高，投诉处理更加及时。';
    const outcome = outcomesAfter({ 1: text }).of(idOf('一、'));
    expect(outcome).toMatchObject({
      fate: 'changed',
      removedSentences: ['到2025年，供给质量明显改善。', '消费者满意度稳步提高。'],
      addedSentences: ['到2025年，供给质量显著改善。', '消费者满意度稳步提高，投诉处理更加及时。'],
      summary: '一、总体要求　到2025年，供给质量显著改善。……消费者满意度稳步提高，投诉处理更加及时。',
    });
  });

  test('a sentence that went is quoted as deleted', () => {
    const outcome = outcomesAfter({ 1: '到2025年，供给质量明显改善。消费者满意度稳步提高。' }).of(
      idOf('一、'),
    );
    expect(outcome.summary).toBe('一、总体要求　……（删去“质量基础设施更加完善。”）……');
  });

  test('a clause holds the clauses below it', () => {
    const outcome = outcomesAfter({ 9: '1. 商贸服务。推广服务承诺和先行赔付。' }).of(idOf('二、（三）'));
    expect(outcome).toMatchObject({ fate: 'changed', addedSentences: ['推广服务承诺和先行赔付。'] });
    expect(outcome.summary).toContain('商贸服务。推广服务承诺和先行赔付。');
  });

  test('a clause that went counts as changed', () => {
    const outcome = outcomesAfter({ 3: null, 4: null }).of(idOf('二、（一）'));
    expect(outcome).toMatchObject({ fate: 'removed', changed: true, after: null });
    expect(outcome.summary).toBe('（删去原二、（一）提升农产品质量）');
  });

  test('a clause that another took in counts as changed, and the other is named', () => {
    const merged = '（一）提升农产品和消费品质量。';
    const body = '健全农产品质量标准体系。引导消费品向个性化、时尚化方向发展，增加中高端消费品的有效供给。';
    const outcomes = outcomesAfter({ 3: merged, 4: body, 5: null, 6: null });
    const gone = ['二、（一）', '二、（二）'].map((label) => outcomes.of(idOf(label)));
    const taken = gone.find(({ after }) => after === null)!;
    expect(taken).toMatchObject({ fate: 'merged', changed: true, mergedInto: { label: '二、（一）' } });
    expect(taken.summary).toContain('并入此条');
    expect(gone.every(({ changed }) => changed)).toBe(true);
  });

  test('a clause below another heading was moved, and that is a change', () => {
    const after = matchClauses(
      before,
      draftFrom(...lines.slice(0, 2), '（一）提升农产品质量。', lines[4], lines[2], ...lines.slice(5)),
      countingIds('n'),
    ).clauses;
    const outcome = new ClauseOutcomes(before, after).of(idOf('二、（一）'));
    expect(outcome).toMatchObject({ fate: 'moved', changed: true });
    expect(outcome.summary).toContain('由原二、（一）移至此处');
  });

  test('a clause that is new was added; one that stands in neither version was not changed', () => {
    const next = draftFrom(...lines, '三、保障措施', '强化组织领导，落实主体责任。');
    const after = matchClauses(before, next, countingIds('n')).clauses;
    const outcomes = new ClauseOutcomes(before, after);
    expect(outcomes.of(after.at(-1)!.id)).toMatchObject({ fate: 'added', changed: true, before: null });
    expect(outcomes.of('nowhere')).toMatchObject({ fate: 'absent', changed: false });
  });

  test('of two equal texts every clause is unchanged', () => {
    const outcomes = new ClauseOutcomes(before, before);
    expect(before.map(({ id }) => outcomes.of(id).changed)).toEqual(before.map(() => false));
  });
});
