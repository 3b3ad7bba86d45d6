import { z } from 'zod';
import { CorrectPeopleUseCase } from '../../directory/index.js';
import { beganInput, secretariat } from '../../platform/index.js';
import { form, OnPage, PageController, type PageInput, seeOther } from '../../web/index.js';
import { settingsPath } from './settings-pages.js';

const base = '/c/:compilationId/settings/groups';
const text = z.string().default('');
const optional = text.transform((id) => (id === '' ? null : id));
const seat = z.object({ organisation: text, post: text, role: text, address: text, unitId: optional });
const expert = z.object({ name: text, institution: text, field: text, address: text });
const reason = { reason: text };
const corrected = { ...reason, began: beganInput };

const routes = {
  enterSeat: form(`${base}/seats`, { by: secretariat, body: seat }),
  correctSeat: form(`${base}/seats/:seatId/correct`, { by: secretariat, body: seat.extend(corrected) }),
  withdrawSeat: form(`${base}/seats/:seatId/withdraw`, { by: secretariat, body: z.object(reason) }),
  enterExpert: form(`${base}/experts`, { by: secretariat, body: expert }),
  correctExpert: form(`${base}/experts/:expertId/correct`, {
    by: secretariat,
    body: expert.extend(corrected),
  }),
  withdrawExpert: form(`${base}/experts/:expertId/withdraw`, { by: secretariat, body: z.object(reason) }),
};

/** Seats of the leading group and experts: entered, corrected and taken back. */
@PageController()
export class PeoplePagesController {
  constructor(private readonly people: CorrectPeopleUseCase) {}

  @OnPage(routes.enterSeat)
  async enterSeat({ params, actor, body }: PageInput<typeof routes.enterSeat>) {
    await this.people.enterSeat(params.compilationId, actor, body);
    return back(params.compilationId, '已登记席位。');
  }

  @OnPage(routes.correctSeat)
  async correctSeat({ params, actor, body }: PageInput<typeof routes.correctSeat>) {
    await this.people.correctSeat(params.compilationId, actor, params.seatId, body);
    return back(params.compilationId, '席位已更正；已发出的邀请不变。');
  }

  @OnPage(routes.withdrawSeat)
  async withdrawSeat({ params, actor, body }: PageInput<typeof routes.withdrawSeat>) {
    await this.people.withdrawSeat(params.compilationId, actor, params.seatId, body);
    return back(params.compilationId, '席位已撤销；已发出的邀请不变。');
  }

  @OnPage(routes.enterExpert)
  async enterExpert({ params, actor, body }: PageInput<typeof routes.enterExpert>) {
    await this.people.enterExpert(params.compilationId, actor, body);
    return back(params.compilationId, '已登记专家。');
  }

  @OnPage(routes.correctExpert)
  async correctExpert({ params, actor, body }: PageInput<typeof routes.correctExpert>) {
    await this.people.correctExpert(params.compilationId, actor, params.expertId, body);
    return back(params.compilationId, '专家登记已更正；已发出的邀请不变。');
  }

  @OnPage(routes.withdrawExpert)
  async withdrawExpert({ params, actor, body }: PageInput<typeof routes.withdrawExpert>) {
    await this.people.withdrawExpert(params.compilationId, actor, params.expertId, body);
    return back(params.compilationId, '专家登记已撤销；已发出的邀请不变。');
  }
}

const back = (compilationId: string, notice: string) =>
  seeOther(settingsPath(compilationId, 'groups'), notice);
