import {
  calendarDays,
  type CalendarShelf,
  dateOf,
  daysBetween,
  endOfDay,
  formatDate,
  formatDateTime,
  isLate,
  periodEnd,
} from '../../calendar/index.js';
import { findDeadline } from '../../compilation/index.js';
import { latestFrozen } from '../../drafts/index.js';
import { type FactScope, type FactSource } from '../../engine/index.js';
import {
  type ConsultationNoticeFacts,
  type ConsultationOverFacts,
  type ConsultationPeriodFacts,
} from '../../../workflows/index.js';
import { noticeInPreparation, openNotice } from './notice.repository.js';

/** 《重大行政决策程序暂行条例》第十五条. */
const shortestPeriod = calendarDays(30);

/** What the notice and the timeline say about opening, extending and closing. */
export function noticeFacts(shelf: CalendarShelf): FactSource[] {
  return [
    { answers: 'implementation-scheme-2021/consultationNoticeReady', gather: noticeReady },
    {
      answers: 'implementation-scheme-2021/consultationPeriodLongEnough',
      gather: (scope) => periodLongEnough(scope, shelf),
    },
    { answers: 'implementation-scheme-2021/consultationPeriodOver', gather: periodOver },
  ];
}

async function noticeReady({ tx, compilationId }: FactScope): Promise<ConsultationNoticeFacts> {
  const notice = await noticeInPreparation(tx, compilationId);
  const draft = await latestFrozen(tx, compilationId, '征求意见稿');
  const parts = [
    { title: '公告标题', missing: !notice?.title.trim() },
    { title: '说明', missing: !notice?.explanation.trim() },
    { title: '意见提交方式', missing: !notice?.howToSubmit.trim() },
    { title: '征求意见稿', missing: draft === null },
  ];
  return { missing: parts.filter((part) => part.missing).map((part) => part.title) };
}

/** The thirty days count from the day it is in fact opened, whatever day was planned. */
async function periodLongEnough(scope: FactScope, shelf: CalendarShelf): Promise<ConsultationPeriodFacts> {
  const { tx, compilationId, now } = scope;
  const closes = (await findDeadline(tx, compilationId, 'consultationCloses')).effectiveAt;
  const notice = (await openNotice(tx, compilationId)) ?? (await noticeInPreparation(tx, compilationId));
  const opensOn = notice?.openedOn ?? dateOf(now);
  const closesOn = dateOf(closes);
  const earliest = periodEnd(opensOn, shortestPeriod, await shelf.load(tx)).effectiveDay;
  return {
    opensOn: formatDate(opensOn),
    closesOn: formatDate(closesOn),
    calendarDays: daysBetween(opensOn, closesOn),
    earliestClosing: formatDate(earliest),
    longEnough: closes >= endOfDay(earliest),
    shortReason: notice?.shortReason ?? '',
  };
}

async function periodOver({ tx, compilationId, now }: FactScope): Promise<ConsultationOverFacts> {
  const { effectiveAt } = await findDeadline(tx, compilationId, 'consultationCloses');
  return { closesAt: formatDateTime(effectiveAt), over: isLate(now, effectiveAt) };
}
