import { z } from 'zod';
import { named, parseInput } from '../../platform/index.js';
import { formBody } from './form-body.js';

describe('what a form sends', () => {
  const order = z.object({
    ids: named('报送任务', z.array(z.string()).min(1, { error: '请至少选择一家单位' })),
    reason: named('理由', z.string().max(3, { error: '不得超过3个字' })),
    revision: z.int(),
  });

  it('becomes lists and numbers where the schema has them', () => {
    expect(parseInput(formBody(order), { ids: 'a', reason: '无', revision: '2' })).toEqual({
      ids: ['a'],
      reason: '无',
      revision: 2,
    });
  });

  it('is complained of by the names that people know', () => {
    expect(() => parseInput(formBody(order), { ids: 'a', reason: '说得太长', revision: '2' })).toThrow(
      '理由：不得超过3个字',
    );
  });
});
