import { Refusal } from '../platform/index.js';

export class AlreadySettled extends Refusal {
  constructor(stateTitle: string) {
    super('already-settled', `该报送任务已经办结（${stateTitle}），期限不再变动。`, 409);
  }
}

export class NotAnExtension extends Refusal {
  constructor(current: string) {
    super('not-an-extension', `新期限须晚于现期限（${current}）；请重新选择日期。`);
  }
}

export class DeadlineAlreadyPast extends Refusal {
  constructor(asked: string) {
    super('deadline-already-past', `所定期限（${asked}）已过；请选择今后的日期。`);
  }
}

/** Names the offenders, so that the rest can be done without them. */
export class NotAllOffered extends Refusal {
  constructor(
    readonly offenders: { id: string; unitName: string; stateTitle: string }[],
    step: string,
  ) {
    const named = offenders.slice(0, 5).map(({ unitName, stateTitle }) => `${unitName}（${stateTitle}）`);
    const rest = offenders.length > named.length ? `等${offenders.length}家` : '';
    super(
      'not-all-offered',
      `有${offenders.length}家单位目前不能“${step}”：${named.join('、')}${rest}。本次均未办理；请去掉这些单位后再试。`,
      409,
    );
  }
}

export class ExtensionAlreadyRequested extends Refusal {
  constructor(until: string) {
    super('extension-already-requested', `已经申请延期至${until}，秘书处尚未答复；请等待答复后再申请。`, 409);
  }
}

export class RequestAnswered extends Refusal {
  constructor(answer: 'granted' | 'declined') {
    const said = answer === 'granted' ? '已经批准' : '已经答复不予延期';
    super('request-answered', `该延期申请${said}，不再重复办理；请刷新后查看。`, 409);
  }
}

export class NothingIssuedYet extends Refusal {
  constructor() {
    super('nothing-issued-yet', '报送任务尚未下达，不能补发；请先启动编制或者开始征求意见。', 409);
  }
}

export class AlreadyIssued extends Refusal {
  constructor(unitName: string) {
    super('already-issued', `${unitName}已有本轮报送任务，不再重复下达；如需更多时间，请办理延期。`, 409);
  }
}

/** Obligations of a house from before acceptances and waivers could be revoked. */
export class SettledForGood extends Refusal {
  constructor(unitNames: string[], step: string) {
    const named = unitNames.slice(0, 5).join('、');
    const rest = unitNames.length > 5 ? `等${unitNames.length}家` : '';
    super(
      'settled-for-good',
      `${named}${rest}的报送任务按较早的流程版本下达，该版本不设“${step}”，本次均未办理；` +
        '请去掉这些单位后再试，确需该单位补充的，请以函件商办并留存。',
      409,
    );
  }
}
