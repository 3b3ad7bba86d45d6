import { atTime, calendarDate, checkHappened } from './index.js';

const now = atTime(calendarDate('2021-11-10'), '09:00');
const day = (title: string, on: string) => ({ title, on: calendarDate(on) });

describe('days on which something is said to have happened', () => {
  it('may be today, and follow one another on the same day', () => {
    checkHappened([day('送审日期', '2021-11-10'), null, day('回复日期', '2021-11-10')], now);
  });

  it('do not lie ahead', () => {
    expect(() => checkHappened([day('完成日期', '2021-11-11')], now)).toThrow(
      '完成日期2021年11月11日还没有到',
    );
  });

  it('do not come before what must have come first', () => {
    const days = [day('送审日期', '2021-11-09'), null, day('回复日期', '2021-11-08')];
    expect(() => checkHappened(days, now)).toThrow('回复日期2021年11月8日早于送审日期2021年11月9日');
  });
});
