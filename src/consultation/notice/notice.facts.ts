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
import { findDeadlines } from '../../compilation/index.js';
import { latestFrozen } from '../../drafts/index.js';
import { answer, type FactScope, type FactSource, positionOf } from '../../engine/index.js';
import {
  type ConsultationNoticeFacts,
  type ConsultationOverFacts,
  type ConsultationPeriodFacts,
  consultStage,
} from '../../../workflows/index.js';
import { type Instant } from '../../platform/index.js';
import { type ConsultationNotice } from './consultation-notice.entity.js';
import { consultedVersion } from './draft-title.js';
import { noticeInPreparation, openNotice } from './notice.repository.js';

const unknownPeriod = {
  opensOn: '',
  closesOn: '',
  calendarDays: 0,
  earliestClosing: '',
  longEnough: false,
  shortReason: '',
};

/** 《重大行政决策程序暂行条例》第十五条. */
const shortestPeriod = calendarDays(30);

/** What the notice and the timeline say about opening, extending and closing. */
export function noticeFacts(shelf: CalendarShelf): FactSource[] {
  return [
    answer(consultStage, 'consultationNoticeReady', noticeReady),
    answer(consultStage, 'consultationPeriodLongEnough', (scope) => periodLongEnough(scope, shelf)),
    answer(consultStage, 'consultationPeriodOver', periodOver),
  ];
}

async function noticeReady({ tx, compilationId }: FactScope): Promise<ConsultationNoticeFacts> {
  const notice = await noticeInPreparation(tx, compilationId);
  const version = await consultedVersion(tx, compilationId);
  const draft = await latestFrozen(tx, compilationId, version);
  const parts = [
    { title: '公告标题', missing: !notice?.title.trim() },
    { title: '说明', missing: !notice?.explanation.trim() },
    { title: '意见提交方式', missing: !notice?.howToSubmit.trim() },
    { title: version, missing: draft === null },
  ];
  return { missing: parts.filter((part) => part.missing).map((part) => part.title) };
}

/** The thirty days count from the day it is in fact opened, whatever day was planned. */
async function periodLongEnough(scope: FactScope, shelf: CalendarShelf): Promise<ConsultationPeriodFacts> {
  const { tx, compilationId, now, event } = scope;
  const deadlines = await findDeadlines(tx, compilationId);
  const position = await positionOf(tx, compilationId);
  const { deadlines: keys, events } = position.words(consultStage);
  const closing = deadlines.find(({ key }) => key === keys.closes);
  // What opening dates: the end of the consultation and the replies of the units.
  const undated = [keys.closes, keys.replies]
    .filter((needed) => !deadlines.some(({ key }) => key === needed))
    .map((key) => `“${position.plan.timeline.deadlines[key].title}”`);
  if (closing === undefined || undated.length > 0) return { ...unknownPeriod, undated };
  const closes = closing.effectiveAt;
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
    ...(event.type === events.extend ? unextended(notice, closes) : {}),
  };
}

/** The day that the public was told and that stands; nothing when it was moved and is still to be announced. */
const unextended = (notice: ConsultationNotice | null, closes: Instant): { unextended?: string } => {
  const announced = notice?.announcedClosesAt ?? notice?.closesAt ?? null;
  return announced !== null && closes <= announced ? { unextended: formatDateTime(announced) } : {};
};

async function periodOver({ tx, compilationId, now }: FactScope): Promise<ConsultationOverFacts> {
  const { closes } = (await positionOf(tx, compilationId)).words(consultStage).deadlines;
  const closing = (await findDeadlines(tx, compilationId)).find(({ key }) => key === closes);
  if (closing === undefined) return { closesAt: null, over: false };
  const { effectiveAt } = closing;
  return { closesAt: formatDateTime(effectiveAt), over: isLate(now, effectiveAt) };
}
