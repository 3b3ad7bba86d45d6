import { z } from 'zod';
import { calendarDateSchema, dateOf, startOfDay } from '../../calendar/index.js';
import { channels, proposerCategories, recordLetter } from '../../consultation/index.js';
import { ActRunner } from '../../engine/index.js';
import { Clock, parseInput, secretariat } from '../../platform/index.js';
import { form, OnPage, page, PageController, type PageInput, seeOther, show } from '../../web/index.js';
import { consultationNav, consultationPath, inConsultation } from './consultation-nav.js';
import { workbenchPath } from './opinion-filter.js';
import { pointsOf } from './points.js';
import { RegisterNames } from './register-names.js';

const letter = `${inConsultation}/letter` as const;
const text = z.string().trim().default('');

const { channel, proposer } = recordLetter.input.shape;

const letterForm = z.object({
  channel,
  category: proposer.shape.category,
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
  record: form(letter, { by: secretariat, body: letterForm, act: recordLetter }),
};

const orNull = (value: string): string | null => (value === '' ? null : value);

const readLetter = (body: z.output<typeof letterForm>) => ({
  channel: body.channel,
  content: body.content,
  clauseLabel: orNull(body.clauseLabel),
  proposer: {
    category: body.unitId === '' ? body.category : ('征求意见单位' as const),
    unitId: orNull(body.unitId),
    organisation: orNull(body.organisation),
    personName: orNull(body.personName),
    personContact: orNull(body.personContact),
  },
  points: pointsOf(body.points),
});

/** What came on paper or by word of mouth is entered, and split into its points if it has several. */
@PageController()
export class LetterPages {
  constructor(
    private readonly names: RegisterNames,
    private readonly runner: ActRunner,
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
    const { compilationId } = params;
    const letterRead = { ...readLetter(body), receivedAt: this.receivedAt(body.receivedOn) };
    const { id, number, late, parts } = await this.runner.perform(
      recordLetter,
      { compilationId, actor },
      letterRead,
    );
    const split = parts.length === 0 ? '' : `，拆成${parts.length}件（${parts.join('、')}）`;
    const said = `已登记为${number}${split}${late ? '；收到时已过截止时间，标为逾期' : ''}。`;
    return seeOther(workbenchPath(compilationId, id), said);
  }

  /** A day counts from its beginning; what came in today came in now. */
  private receivedAt(day: string): number | null {
    if (day === '' || day === dateOf(this.clock.now())) return null;
    return startOfDay(parseInput(calendarDateSchema, day));
  }
}
