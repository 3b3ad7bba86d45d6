import { z } from 'zod';
import { withdrawSchema } from '../engine/index.js';
import { ApiController, inCompilation, type InputOf, Route, write } from '../web/index.js';
import {
  correctExpertSchema,
  CorrectPeopleUseCase,
  correctSeatSchema,
  expertPersonSchema,
  seatSchema,
} from './correct-people.use-case.js';

const seat = {
  organisation: '市示例局',
  post: '分管负责人',
  role: 'member' as const,
  address: 'seat@example.org',
};
const expert = {
  name: '专家甲',
  institution: '示例研究院',
  field: '质量管理',
  address: 'expert@example.org',
};
const withdraw = { body: withdrawSchema, example: { reason: '登记有误' } };
const entered = { response: z.object({ id: z.string() }), status: 201 as const };

const routes = {
  enterSeat: write(`${inCompilation}/leading-group`, {
    summary: '登记领导小组的一个席位',
    body: seatSchema,
    example: seat,
    ...entered,
  }),
  correctSeat: write(`${inCompilation}/leading-group/:seatId/correct`, {
    summary: '更正领导小组的一个席位；已发出的邀请不变',
    body: correctSeatSchema,
    example: { ...seat, reason: '职务变动' },
  }),
  withdrawSeat: write(`${inCompilation}/leading-group/:seatId/withdraw`, {
    summary: '撤销领导小组的一个席位；已发出的邀请不变',
    ...withdraw,
  }),
  enterExpert: write(`${inCompilation}/experts`, {
    summary: '登记一名专家',
    body: expertPersonSchema,
    example: expert,
    ...entered,
  }),
  correctExpert: write(`${inCompilation}/experts/:expertId/correct`, {
    summary: '更正一名专家的登记；已发出的邀请不变',
    body: correctExpertSchema,
    example: { ...expert, reason: '单位变动' },
  }),
  withdrawExpert: write(`${inCompilation}/experts/:expertId/withdraw`, {
    summary: '撤销一名专家的登记；已发出的邀请不变',
    ...withdraw,
  }),
};

/** Seats of the leading group and experts: entered, corrected, taken back. */
@ApiController('单位名录')
export class PeopleController {
  constructor(private readonly people: CorrectPeopleUseCase) {}

  @Route(routes.enterSeat)
  enterSeat({ params, actor, body }: InputOf<typeof routes.enterSeat>) {
    return this.people.enterSeat(params.compilationId, actor, body);
  }

  @Route(routes.correctSeat)
  correctSeat({ params, actor, body }: InputOf<typeof routes.correctSeat>) {
    return this.people.correctSeat(params.compilationId, actor, params.seatId, body);
  }

  @Route(routes.withdrawSeat)
  withdrawSeat({ params, actor, body }: InputOf<typeof routes.withdrawSeat>) {
    return this.people.withdrawSeat(params.compilationId, actor, params.seatId, body);
  }

  @Route(routes.enterExpert)
  enterExpert({ params, actor, body }: InputOf<typeof routes.enterExpert>) {
    return this.people.enterExpert(params.compilationId, actor, body);
  }

  @Route(routes.correctExpert)
  correctExpert({ params, actor, body }: InputOf<typeof routes.correctExpert>) {
    return this.people.correctExpert(params.compilationId, actor, params.expertId, body);
  }

  @Route(routes.withdrawExpert)
  withdrawExpert({ params, actor, body }: InputOf<typeof routes.withdrawExpert>) {
    return this.people.withdrawExpert(params.compilationId, actor, params.expertId, body);
  }
}
