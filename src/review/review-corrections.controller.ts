import { z } from 'zod';
import { withdrawSchema } from '../engine/index.js';
import { Database } from '../platform/index.js';
import { ApiController, inCompilation, type InputOf, read, Route, write } from '../web/index.js';
import { attendanceShareNames, expertRules } from '../../workflows/index.js';
import { plenaryRule } from './meeting-rules.js';
import { SetMeetingRuleUseCase, setMeetingRuleSchema } from './set-meeting-rule.use-case.js';
import { WithdrawMeetingRecordUseCase } from './withdraw-meeting-record.use-case.js';
import { WithdrawPointUseCase } from './withdraw-point.use-case.js';

const meeting = `${inCompilation}/meetings/:meetingId` as const;
const point = `${inCompilation}/review-points/:pointId` as const;
const rules = `${inCompilation}/meeting-rules` as const;
const reason = { body: withdrawSchema, example: { reason: '登记有误' } };
const revision = z.number().int();

const routes = {
  withdrawAttendance: write(`${meeting}/attendance/withdraw`, {
    summary: '撤销到会登记（连同结论），会议可以改期再开',
    ...reason,
  }),
  withdrawConclusion: write(`${meeting}/conclusion/withdraw`, { summary: '撤销会议结论', ...reason }),
  withdrawPoint: write(`${point}/withdraw`, { summary: '撤回一条尚未答复的意见', ...reason }),
  withdrawAnswer: write(`${point}/answer/withdraw`, { summary: '撤回对一条意见的答复', ...reason }),
  rules: read(rules, {
    summary: '会议规则：书面论证意见的份数，全体会议的到会家数',
    response: z.object({
      leastOpinions: z.number().int(),
      expertSource: z.string(),
      attendance: z.enum(attendanceShareNames),
      title: z.string(),
      source: z.string(),
      revision,
    }),
  }),
  setRule: write(rules, {
    summary: '登记领导小组关于全体会议到会家数的规定；以最后登记的为准',
    body: setMeetingRuleSchema,
    example: { attendance: 'twoThirds', basis: '领导小组工作规则第八条' },
    response: z.object({ revision }),
  }),
};

/** What takes records of meetings back, and the rules by which meetings are counted. */
@ApiController('会议')
export class ReviewCorrectionsController {
  constructor(
    private readonly database: Database,
    private readonly withdrawMeeting: WithdrawMeetingRecordUseCase,
    private readonly withdrawPoints: WithdrawPointUseCase,
    private readonly setMeetingRule: SetMeetingRuleUseCase,
  ) {}

  @Route(routes.withdrawAttendance)
  withdrawAttendance({ params, actor, body }: InputOf<typeof routes.withdrawAttendance>) {
    return this.withdrawMeeting.attendance(params.compilationId, actor, params.meetingId, body);
  }

  @Route(routes.withdrawConclusion)
  withdrawConclusion({ params, actor, body }: InputOf<typeof routes.withdrawConclusion>) {
    return this.withdrawMeeting.conclusion(params.compilationId, actor, params.meetingId, body);
  }

  @Route(routes.withdrawPoint)
  withdrawPoint({ params, actor, body }: InputOf<typeof routes.withdrawPoint>) {
    return this.withdrawPoints.withdraw(params.compilationId, actor, params.pointId, body);
  }

  @Route(routes.withdrawAnswer)
  withdrawAnswer({ params, actor, body }: InputOf<typeof routes.withdrawAnswer>) {
    return this.withdrawPoints.withdrawAnswer(params.compilationId, actor, params.pointId, body);
  }

  @Route(routes.rules)
  async rules({ params }: InputOf<typeof routes.rules>) {
    const rule = await this.database.read((reader) => plenaryRule(reader, params.compilationId));
    return { leastOpinions: expertRules.leastOpinions, expertSource: expertRules.source, ...rule };
  }

  @Route(routes.setRule)
  setRule({ params, actor, body }: InputOf<typeof routes.setRule>) {
    return this.setMeetingRule.execute(params.compilationId, actor, body);
  }
}
