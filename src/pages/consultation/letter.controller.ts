import { z } from 'zod';
import { calendarDateSchema, dateOf, startOfDay } from '../../calendar/index.js';
import {
  channels,
  CorrectOpinionUseCase,
  proposerCategories,
  RecordLetterUseCase,
} from '../../consultation/index.js';
import { Clock, parseInput, secretariat } from '../../platform/index.js';
import { form, OnPage, page, PageController, type PageInput, seeOther, show } from '../../web/index.js';
import { consultationNav, consultationPath, inConsultation } from './consultation-nav.js';
import { workbenchPath } from './opinion-filter.js';
import { pointsOf } from './points.js';
import { RegisterNames } from './register-names.js';

const letter = `${inConsultation}/letter` as const;
const text = z.string().trim().default('');

const letterForm = z.object({
  channel: text,
  category: text,
  unitId: text,
  organisation: text,
  personName: text,
  personContact: text,
  receivedOn: text,
  clauseLabel: text,
  content: z.string().default(''),
  points: z.string().default(''),
});

const routes = {
  look: page(letter, { by: secretariat }),
  record: form(letter, { by: secretariat, body: letterForm }),
  correct: form(`${inConsultation}/opinions/:opinionId/correct`, {
    by: secretariat,
    body: z.object({ content: z.string().default(''), revision: z.coerce.number().int(), reason: text }),
  }),
};

const orNull = (value: string): string | null => (value === '' ? null : value);

/** What came on paper or by word of mouth is entered, and split into its points if it has several. */
@PageController()
export class LetterPages {
  constructor(
    private readonly names: RegisterNames,
    private readonly recordLetter: RecordLetterUseCase,
    private readonly correctOpinion: CorrectOpinionUseCase,
    private readonly clock: Clock,
  ) {}

  @OnPage(routes.look)
  async look({ params }: PageInput<typeof routes.look>) {
    const units = await this.names.units();
    const view = {
      nav: consultationNav(params.compilationId, 'letter'),
      action: `${consultationPath(params.compilationId)}/letter`,
      channels: channels.map((name) => ({ name, selected: name === '信函' })),
      categories: proposerCategories.map((name) => ({ name })),
      units: [...units].map(([id, name]) => ({ id, name })),
      today: dateOf(this.clock.now()),
    };
    return show('consultation/letter', view, { title: '登记来信来电', nav: 'consultation' });
  }

  @OnPage(routes.record)
  async record({ params, body, actor }: PageInput<typeof routes.record>) {
    const { id, number, late, parts } = await this.recordLetter.execute(params.compilationId, actor, {
      channel: body.channel,
      content: body.content,
      clauseLabel: orNull(body.clauseLabel),
      receivedAt: this.receivedAt(body.receivedOn),
      proposer: {
        category: body.unitId === '' ? body.category : '征求意见单位',
        unitId: orNull(body.unitId),
        organisation: orNull(body.organisation),
        personName: orNull(body.personName),
        personContact: orNull(body.personContact),
      },
      points: pointsOf(body.points),
    });
    const split = parts.length === 0 ? '' : `，拆成${parts.length}件（${parts.join('、')}）`;
    const said = `已登记为${number}${split}${late ? '；收到时已过截止时间，标为逾期' : ''}。`;
    return seeOther(workbenchPath(params.compilationId, id), said);
  }

  @OnPage(routes.correct)
  async correct({ params, body, actor }: PageInput<typeof routes.correct>) {
    const { compilationId, opinionId } = params;
    const { number } = await this.correctOpinion.execute(compilationId, actor, opinionId, body);
    return seeOther(workbenchPath(compilationId, opinionId), `已更正为${number}，原登记由它办结。`);
  }

  /** A day counts from its beginning; what came in today came in now. */
  private receivedAt(day: string): number | null {
    if (day === '' || day === dateOf(this.clock.now())) return null;
    return startOfDay(parseInput(calendarDateSchema, day));
  }
}
