import { readWrittenDate } from './index.js';

describe('a day as offices write it', () => {
  it.each([
    '2021-09-06',
    '2021-9-6',
    '2021/9/6',
    '2021/09/06 10:30',
    '2021.9.6',
    '2021.09.06.',
    '20210906',
    '2021年9月6日',
    '2021 年 9 月 6 日',
    '2021年9月6号',
    '2021年9月6日上午',
    '2021年9月6日（星期一）',
    '2021年9月6日 下午3:30',
    '2021-9-6 10:30:00',
    '2021-09-06T10:30:00Z',
    '２０２１年９月６日',
    '２０２１．９．６',
    '二〇二一年九月六日',
    '二○二一年九月六日',
    '二零二一年九月六号',
    '21年9月6日',
    '9月6日',
    '9月6号上午',
    '九月六日',
    '6-Sep-21',
    '6-Sep-2021',
    'September 6, 2021',
    '44445',
    '44445.4375',
    "'2021-09-06",
  ])('%s is 2021-09-06', (written) => {
    expect(readWrittenDate(written, 2021)).toEqual({ date: '2021-09-06', doubt: null });
  });

  it('has its tens in Chinese', () => {
    expect(readWrittenDate('二〇二一年十二月三十一日', 2021).date).toBe('2021-12-31');
    expect(readWrittenDate('十月二十日', 2021).date).toBe('2021-10-20');
    expect(readWrittenDate('十月廿六日', 2021).date).toBe('2021-10-26');
  });

  it('with the month or the day first is doubtful where it can be either', () => {
    expect(readWrittenDate('9/6/2021', 2021)).toEqual({
      date: '2021-09-06',
      doubt: expect.stringContaining('也可能是2021-06-09'),
    });
    expect(readWrittenDate('13/9/2021', 2021)).toEqual({ date: '2021-09-13', doubt: null });
    expect(readWrittenDate('9/13/2021', 2021)).toEqual({ date: '2021-09-13', doubt: null });
  });

  it.each(['9.6', '9/6', '21.9.6'])('%s is read with a doubt', (written) => {
    expect(readWrittenDate(written, 2021)).toEqual({
      date: '2021-09-06',
      doubt: expect.stringContaining('2021-09-06'),
    });
  });

  it.each(['2021-02-30', '2021年13月1日', '9月31日', '20211345'])('%s does not exist', (written) => {
    expect(readWrittenDate(written, 2021)).toEqual({ date: null, doubt: '没有这一天' });
  });

  it.each([
    '九月五日前后',
    '2021年9月',
    '上周',
    '2021年9月6日—8日',
    '9月6日至8日',
    '2021',
    '36.8',
    '待定',
    '2021.9',
  ])('%s is no day', (written) => {
    expect(readWrittenDate(written, 2021)).toEqual({ date: null, doubt: expect.any(String) });
  });
});
