import { assessRequirements, requirementsMet, type Requirement, type Requirements } from './requirement.js';

const old: Requirement<{ done: boolean }, unknown> = {
  title: '从前就有的条件',
  assess: ({ done }) => ({ met: done, sentence: done ? '已办。' : '未办；请办理。' }),
};
const requirements = { old, later: { ...old, joinedLater: true } } as unknown as Requirements;
const done = { done: true };

describe('a requirement that joined a chart in use', () => {
  test('is weighed wherever its facts are there', () => {
    const facts = { old: done, later: { done: false } };
    const params = { requirements: ['old', 'later'] };
    const event = { type: 'step', facts };
    expect(requirementsMet(requirements)({ context: {}, event }, params)).toBe(false);
    expect(assessRequirements(requirements, params.requirements, facts, {})).toHaveLength(2);
  });

  test('leaves a decision standing that a ledger has from before it', () => {
    const event = { type: 'step', facts: { old: done } };
    const params = { requirements: ['old', 'later'] };
    expect(requirementsMet(requirements)({ context: {}, event }, params)).toBe(true);
  });

  test('is the only one whose facts may be missing', () => {
    expect(() => assessRequirements(requirements, ['old'], { later: done }, {})).toThrow('no facts');
  });
});
