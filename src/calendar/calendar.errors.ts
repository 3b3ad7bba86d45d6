import { InvalidInput, Refusal } from '../platform/index.js';

/** The text is no day of the calendar between 1949 and 2199. */
export class InvalidDate extends InvalidInput {
  constructor(text: string) {
    super(`“${text}”不是有效日期。请按“年-月-日”填写，例如2021-07-25。`, 'invalid-date');
  }
}

/** What was entered as a year's holidays contradicts itself; each problem is a Chinese sentence. */
export class InvalidHolidayYear extends InvalidInput {
  constructor(readonly problems: readonly string[]) {
    super(
      `节假日安排有误：${problems.join('；')}。请对照国务院办公厅通知更正后再保存。`,
      'invalid-holiday-year',
    );
  }
}

/**
 * The State Council fixes each year's make-up workdays by notice, so a year that has not been entered cannot
 * be derived from any other.
 */
export class CalendarYearMissing extends Refusal {
  constructor(readonly year: number) {
    super(
      'calendar-year-missing',
      `尚未录入${year}年的节假日安排，无法计算工作日。` +
        `请先在“设置—节假日”录入《国务院办公厅关于${year}年部分节假日安排的通知》中的放假日期和调休上班日期，再重试。`,
    );
  }
}
