import { type CalendarDate, formatDateWithWeekday } from '../calendar/index.js';
import { Refusal } from '../platform/index.js';

export class NotAtThisStep extends Refusal {
  constructor(what: string, state: string, allowed: string[]) {
    const when = allowed.map((title) => `“${title}”`).join('或者');
    super('not-at-this-step', `目前处于“${state}”，不能${what}；请在${when}时办理。`, 409);
  }
}

/** 第二十七条: moving the plenary must not cut short the review that was complete when it was convened. */
export class LegalityPeriodCut extends Refusal {
  constructor(sentence: string) {
    super('legality-period-cut', sentence, 409);
  }
}

export class MeetingNotWorkingDay extends Refusal {
  constructor(date: CalendarDate, before: CalendarDate, after: CalendarDate) {
    const near = `${formatDateWithWeekday(before)}或者${formatDateWithWeekday(after)}`;
    super(
      'meeting-not-on-working-day',
      `${formatDateWithWeekday(date)}不是工作日；会议请安排在工作日，最近的是${near}。`,
    );
  }
}

export class MeetingTimesWrong extends Refusal {
  constructor(fault: string) {
    super('meeting-times-wrong', `${fault}；请更正会议时间。`);
  }
}

export class MeetingAlreadyConvened extends Refusal {
  constructor(title: string) {
    super(
      'meeting-already-convened',
      `本轮${title}已召集，通知已发出；改变时间、地点请办理改期，下一轮会议请在本轮办结后安排。`,
      409,
    );
  }
}

export class MeetingNotConvened extends Refusal {
  constructor(title: string) {
    super('meeting-not-convened', `本轮${title}尚未召集；请先召集会议，发出通知。`, 409);
  }
}

export class MeetingNotStarted extends Refusal {
  constructor(title: string) {
    super('meeting-not-started', `${title}尚未到召开时间，不能登记到会情况；请在会后登记。`, 409);
  }
}

export class MeetingRoundOver extends Refusal {
  constructor(title: string, round: number) {
    super('meeting-round-over', `第${round}轮${title}已经结束，记录不再改动；请在本轮会议中办理。`, 409);
  }
}

export class NotAnExpertMeeting extends Refusal {
  constructor(what: string) {
    super('not-an-expert-meeting', `只有专家论证会的专家可以${what}；请选择参加论证会的专家。`);
  }
}

export class MeetingNotHeld extends Refusal {
  constructor(title: string, what: string) {
    super('meeting-not-held', `${title}尚未召开，不能${what}；请在会后先登记到会情况。`, 409);
  }
}

export class MeetingAlreadyHeld extends Refusal {
  constructor(title: string, what: string) {
    super('meeting-already-held', `${title}已经召开，不能再${what}；到会登记有误的，请先撤销到会登记。`, 409);
  }
}

export class MeetingNotConcluded extends Refusal {
  constructor(title: string) {
    super('meeting-not-concluded', `${title}尚未登记结论，不能生成纪要；请先登记结论。`, 409);
  }
}

/** 第十九条、第二十条: whoever has a direct interest takes no part in the conclusion, so all must declare before it. */
export class DeclarationsMissing extends Refusal {
  constructor(names: string[]) {
    super(
      'declarations-missing',
      `${names.join('、')}尚未声明利害关系；请先声明，有直接利害关系的应当回避，再登记论证结论。`,
      409,
    );
  }
}

export class NobodyTookPart extends Refusal {
  constructor(title: string) {
    super(
      'nobody-took-part',
      `${title}没有可以形成结论的到会人员；请核对到会和回避情况，确实没有的，请撤销到会登记，增加邀请并改期再开。`,
      409,
    );
  }
}

export class ExpertRecused extends Refusal {
  constructor(name: string) {
    super('expert-recused', `${name}与所论证事项有直接利害关系，已回避，不参加论证和签署。`, 409);
  }
}

export class DeclarationClosed extends Refusal {
  constructor() {
    super(
      'declaration-closed',
      '论证结论已经登记，已作的声明不能更改；如声明不实，请秘书处先撤销论证结论，再更正声明。',
      409,
    );
  }
}

export class NotYourself extends Refusal {
  constructor(what: string) {
    super('not-yourself', `只有专家本人可以${what}；请使用本人收到的链接办理。`, 403);
  }
}

export class NothingToSign extends Refusal {
  constructor() {
    super('nothing-to-sign', '尚未填写书面论证意见，不能签署；请先写明论证结论建议和理由。', 409);
  }
}

export class SigningCodeWrong extends Refusal {
  constructor(attemptsLeft: number) {
    super(
      'signing-code-wrong',
      attemptsLeft > 0
        ? `验证码不正确，还可以再试${attemptsLeft}次；请核对邮件中的六位数字。`
        : '验证码不正确，已输错五次，该验证码作废；请重新申请验证码。',
    );
  }
}

export class SigningCodeVoid extends Refusal {
  constructor(reason: string) {
    super('signing-code-void', `${reason}；请重新申请验证码。`, 409);
  }
}

export class TooManySigningCodes extends Refusal {
  constructor(codesPerHour: number) {
    super(
      'too-many-signing-codes',
      `一小时内已申请${codesPerHour}次验证码；请稍后再试，或者上传签字扫描件。`,
      429,
    );
  }
}

export class PointRoundOver extends Refusal {
  constructor(round: number) {
    super('point-round-over', `第${round}轮的意见已经办结，不再改动；请在本轮意见中办理。`, 409);
  }
}

export class PointSettled extends Refusal {
  constructor() {
    super('point-settled', '该条意见已经答复，不能再更改；请先撤回答复，如需补充，也可另登记一条。', 409);
  }
}

/** A record that stands is corrected with a reason, which the ledger keeps. */
export class CorrectionReasonMissing extends Refusal {
  constructor(what: string) {
    super('correction-reason-missing', `${what}已经登记，更正须写明事由；请写明更正的事由。`, 422);
  }
}

export class AlreadyInvited extends Refusal {
  constructor(names: string[]) {
    super('already-invited', `${names.join('、')}已在受邀之列，本次均未增加；请去掉后再试。`, 409);
  }
}

/** The step that convened the meeting weighed how many are invited; taking one out must not undo that. */
export class TooFewInvited extends Refusal {
  constructor(title: string, left: number) {
    super(
      'too-few-invited',
      `撤回后${title}只邀请${left}名，不够召集会议的条件；请先增加邀请，再撤回。`,
      409,
    );
  }
}

export class MeetingNotPlanned extends Refusal {
  constructor(plan: string) {
    super('meeting-not-planned', `${plan}没有这一会议；请在“会议”中选择本编制项目的会议。`, 409);
  }
}
