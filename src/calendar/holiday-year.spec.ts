import { seededHolidayYears } from '../../test/support/seeded-calendar.js';
import { InvalidHolidayYear, parseHolidayYear } from './index.js';

const newYear = { from: '2021-01-01', to: '2021-01-03', name: '元旦' };
const valid = {
  year: 2021,
  source: '国办发明电〔2020〕27号',
  off: [newYear],
  makeUpWorkdays: ['2021-02-07'],
};

function problemsOf(input: unknown): readonly string[] {
  try {
    parseHolidayYear(input);
  } catch (error) {
    if (error instanceof InvalidHolidayYear) return error.problems;
    throw error;
  }
  return [];
}

describe('a year of holidays', () => {
  it('is accepted as the notice gives it', () => {
    expect(problemsOf(valid)).toEqual([]);
  });

  it.each([
    [
      'a day of another year',
      { off: [{ ...newYear, from: '2020-12-31' }] },
      '2020-12-31不在2021年内，跨年假期应分年录入',
    ],
    ['a range of several years', { off: [{ ...newYear, from: '1950-01-01' }] }, '元旦的起止日期不在2021年内'],
    ['a reversed range', { off: [{ ...newYear, to: '2020-12-30' }] }, '元旦的结束日期早于开始日期'],
    ['overlapping holidays', { off: [newYear, { ...newYear, from: '2021-01-03' }] }, '1月3日重复出现'],
    ['a day both off and worked', { makeUpWorkdays: ['2021-01-02'] }, '1月2日重复出现'],
    ['a make-up day given twice', { makeUpWorkdays: ['2021-02-07', '2021-02-07'] }, '2月7日重复出现'],
    ['a make-up day in the week', { makeUpWorkdays: ['2021-02-08'] }, '2月8日不是周末，不能作为调休上班日'],
    [
      'a make-up day of another year',
      { makeUpWorkdays: ['2022-01-29'] },
      '2022-01-29不在2021年内，跨年假期应分年录入',
    ],
    ['no source', { source: ' ' }, '依据：未写明依据的通知文号'],
    ['no year', { year: undefined }, '年份：未填写'],
    ['a wrong shape', { off: '元旦' }, '放假：填写的格式不正确'],
    ['an unnamed holiday', { off: [{ ...newYear, name: '' }] }, '放假第1项假日名称：未写明假日名称'],
    [
      'a range to no date',
      { off: [{ ...newYear, to: '下周' }] },
      '放假第1项结束日期：“下周”不是有效日期，应写作2021-07-25的形式',
    ],
    [
      'no date',
      { makeUpWorkdays: ['2021-02-30'] },
      '调休上班日第1项：“2021-02-30”不是有效日期，应写作2021-07-25的形式',
    ],
  ])('is refused with %s', (_case, change, problem) => {
    expect(problemsOf({ ...valid, ...change })).toContain(problem);
  });

  it('the refusal tells what is wrong and where to look', () => {
    const refusal = new InvalidHolidayYear(['1月3日重复出现', '年份：未填写']);
    expect(refusal).toMatchObject({ code: 'invalid-holiday-year', status: 400 });
    expect(refusal.userMessage).toBe(
      '节假日安排有误：1月3日重复出现；年份：未填写。请对照国务院办公厅通知更正后再保存。',
    );
  });

  it('is shipped for 2020 to 2026, each with the number of its notice', () => {
    const years = seededHolidayYears();
    expect(years.map(({ year }) => year)).toEqual([2020, 2021, 2022, 2023, 2024, 2025, 2026]);
    for (const { source } of years) expect(source).toMatch(/^国办发明电〔20\d\d〕\d+号/);
  });
});
