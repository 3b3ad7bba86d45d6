import { type z } from 'zod';
import { calendarDate, type DeadlineRule } from '../calendar/index.js';
import { type SchemeDeadlineKey } from '../../workflows/index.js';
import { type prepareCompilationSchema } from './prepare-compilation.dto.js';

const due = (key: SchemeDeadlineKey, rule: DeadlineRule, source: string) => ({ key, rule, source });
const day = calendarDate;

/** A compilation that can be prepared as it stands: every date that the chart asks for, in order. */
export const prepareExample: z.input<typeof prepareCompilationSchema> = {
  title: '《质量强市建设规划》',
  shortTitle: '《规划》',
  noticeTitle: '关于组织编制《质量强市建设规划》的通知',
  documentNumber: null,
  issuer: '市质量工作领导小组办公室',
  secretariat: '《规划》起草工作组秘书处',
  contact: { office: '秘书处', telephone: '〔略〕', address: 'secretariat@example.org' },
  firstDay: '2021-06-25',
  deadlines: [
    due('materialsDue', { kind: 'onOrBefore', date: day('2021-07-25') }, '四、（一）1'),
    due('firstDraftDue', { kind: 'onOrBefore', date: day('2021-08-13') }, '四、（一）2'),
    due('consultationDraftDue', { kind: 'onOrBefore', date: day('2021-08-30') }, '四、（一）2'),
    due('consultationOpens', { kind: 'onOrBefore', date: day('2021-08-31') }, '四、（二）1'),
    due('unitRepliesDue', { kind: 'onOrBefore', date: day('2021-09-20') }, '五、（三）'),
    due(
      'consultationCloses',
      { kind: 'periodAfter', start: day('2021-08-31'), period: { unit: 'calendarDays', count: 30 } },
      '《重大行政决策程序暂行条例》第十五条',
    ),
    due(
      'appraisalDraftDue',
      { kind: 'periodBefore', event: day('2021-10-20'), period: { unit: 'calendarDays', count: 7 } },
      '四、（二）1',
    ),
    due('expertMeeting', { kind: 'onOrBefore', date: day('2021-10-20') }, '四、（二）2'),
    due('reviewDraftDue', { kind: 'onOrBefore', date: day('2021-10-31') }, '四、（二）2'),
    due(
      'legalityReviewEnds',
      { kind: 'periodAfter', start: day('2021-11-01'), period: { unit: 'workingDays', count: 7 } },
      '《重大行政决策程序暂行条例》第二十七条',
    ),
    due('plenary', { kind: 'onOrBefore', date: day('2021-11-24') }, '四、（三）1'),
    due('approvalDraftDue', { kind: 'onOrBefore', date: day('2021-11-30') }, '四、（三）1'),
    due('packetDue', { kind: 'onOrBefore', date: day('2021-12-10') }, '四、（三）2'),
    due('publication', { kind: 'onOrBefore', date: day('2021-12-31') }, '四、（三）2'),
  ],
};
