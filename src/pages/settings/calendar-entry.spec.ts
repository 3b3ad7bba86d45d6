import { deadlineEvent } from '../../calendar/index.js';
import { entryFacts } from './calendar-entry.js';

const facts = entryFacts(
  deadlineEvent({
    uid: 'obligation-1@bianzhi',
    sequence: 2,
    stamp: Date.parse('2021-07-21T09:00:00+08:00'),
    summary: '报送《实施方案》材料',
    description: '7月25日（星期日），顺延至7月26日（星期一）24:00，届时系统不再提醒；请提前办理',
    organizer: { name: '秘书处', email: 'secretariat@example.org' },
    effective: Date.parse('2021-07-26T23:59:59.999+08:00'),
  }).content,
);

describe('a calendar entry in words', () => {
  it('begins and ends on the day of the deadline', () => {
    const days = facts.filter(({ title }) => title === '开始' || title === '结束').map(({ text }) => text);
    expect(days).toEqual(['2021年7月26日（星期一），全天', '2021年7月26日（星期一），全天']);
  });

  it('joins the lines that the format folds', () => {
    expect(facts.find(({ title }) => title === '说明')?.text).toContain('届时系统不再提醒；请提前办理');
  });
});
