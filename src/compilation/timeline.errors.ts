import { InvalidInput, Refusal } from '../platform/index.js';
import { nameSome } from '../../workflows/index.js';

/** What was given as the dates of a compilation cannot be its dates; each problem is a Chinese sentence. */
export class TimelineNotPossible extends InvalidInput {
  constructor(readonly problems: readonly string[]) {
    super(`时间安排有误，没有保存：${problems.join('')}`, 'timeline-not-possible');
  }
}

/** A change of dates would put deadlines against the order of the steps or too near to each other. */
export class TimelineContradicts extends Refusal {
  constructor(readonly problems: readonly string[]) {
    super('timeline-contradicts', `日期没有改动：${problems.join('')}`, 409);
  }
}

/** Moving a deadline cannot make anybody late for what nobody asked of them by then. */
export class DeadlineMovedIntoPast extends Refusal {
  constructor(deadlines: readonly string[]) {
    super(
      'deadline-in-past',
      `日期没有改动：${nameSome(deadlines, deadlines.length, '项')}已经过去；请改为今后的日期（已经过去而不需要改的期限，不必填写）。`,
      409,
    );
  }
}

export class UnknownDeadline extends Refusal {
  constructor(key: string, known: readonly string[]) {
    super('unknown-deadline', `没有名为“${key}”的期限。可以填写的有：${known.join('、')}。`, 404);
  }
}

export class DeadlineRequired extends Refusal {
  constructor(title: string) {
    super('deadline-required', `“${title}”是编制流程必须有的期限，不能移除；可以调整日期。`, 409);
  }
}

export class AlreadyStarted extends Refusal {
  constructor() {
    super('already-started', '编制已经启动，不能整体平移；请逐项调整期限并说明事由。', 409);
  }
}
