import { parseInput } from '../platform/index.js';
import { defaultLadder, ladderSchema, type Rung } from './ladder.js';

const rung = (more: Partial<Rung>): Rung => ({
  key: 'before-3',
  title: '期限前3个工作日',
  offsetWorkingDays: -3,
  template: 'reminder',
  audience: ['liaison'],
  ...more,
});
const refusal = (...rungs: unknown[]): string => {
  try {
    parseInput(ladderSchema, rungs);
    return 'accepted';
  } catch (error) {
    return (error as { userMessage: string }).userMessage;
  }
};

describe('a ladder', () => {
  it('is by default notice, −10, −5, −3, −1, the day itself, +1, +3 and then weekly', () => {
    expect(defaultLadder.map((one) => one.offsetWorkingDays)).toEqual([null, -10, -5, -3, -1, 0, 1, 3, 8]);
    expect(defaultLadder.at(-1)?.repeatEveryWorkingDays).toBe(5);
  });

  it('tells the leader by default from +3 on, not before', () => {
    const toLeader = defaultLadder.filter((one) => one.audience.includes('leader'));
    expect(toLeader.map((one) => one.offsetWorkingDays)).toEqual([3, 8]);
  });

  it('may be shortened to one rung', () => {
    expect(refusal(rung({}))).toBe('accepted');
  });

  it.each([
    ['no rung at all', []],
    ['two rungs of one key', [rung({}), rung({ offsetWorkingDays: -5 })]],
    ['two rungs on one day', [rung({}), rung({ key: 'again' })]],
    ['a rung that says 逾期 before the deadline', [rung({ template: 'overdue' })]],
    ['a rung that does not say 逾期 after it', [rung({ offsetWorkingDays: 1 })]],
    ['a leader who is told before the unit is late', [rung({ audience: ['liaison', 'leader'] })]],
    ['a rung for nobody', [rung({ audience: [] })]],
    ['a reminder that repeats', [rung({ repeatEveryWorkingDays: 1 })]],
    [
      'a repeating rung with another after it',
      [
        rung({ key: 'weekly', offsetWorkingDays: 3, template: 'overdue', repeatEveryWorkingDays: 5 }),
        rung({ key: 'late', offsetWorkingDays: 8, template: 'overdue' }),
      ],
    ],
    [
      'a repetition without a step',
      [rung({ offsetWorkingDays: 3, template: 'overdue', repeatEveryWorkingDays: 0 })],
    ],
    ['half a working day', [rung({ offsetWorkingDays: -1.5 })]],
    ['a key that is no key', [rung({ key: '期限前' })]],
    ['a field that nobody knows', [{ ...rung({}), sms: true }]],
  ])('is refused with %s', (_what, rungs) => {
    expect(refusal(...rungs)).toMatch(/填写的内容有误/);
  });
});
