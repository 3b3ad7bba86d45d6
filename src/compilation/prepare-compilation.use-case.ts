import { Injectable } from '@nestjs/common';
import { CalendarShelf } from '../calendar/index.js';
import { type Act, Acts } from '../engine/index.js';
import { type Actor, IdSource, parseInput, Refusal } from '../platform/index.js';
import { type PlanDefinition } from '../../workflows/index.js';
import { Compilation, Deadline, DraftingGroupMember } from './compilation.entity.js';
import { planDeadlines } from './plan-deadlines.js';
import { type PrepareCompilation, prepareCompilationSchema } from './prepare-compilation.dto.js';
import { choosePlan } from './choose-plan.js';

export class DocumentNumberTaken extends Refusal {
  constructor(documentNumber: string) {
    super('document-number-taken', `发文字号${documentNumber}已用于另一个编制项目；请核对字号。`, 409);
  }
}

/** Lays a compilation ready: dates, drafting group and notice are there, but nothing is owed and nothing mailed. */
@Injectable()
export class PrepareCompilationUseCase {
  constructor(
    private readonly acts: Acts,
    private readonly ids: IdSource,
    private readonly shelf: CalendarShelf,
  ) {}

  async execute(actor: Actor, input: unknown): Promise<{ compilationId: string }> {
    const plan = parseInput(prepareCompilationSchema, input);
    const compilationId = this.ids.next();
    const order = { compilationId, actor, type: 'compilation.prepared' };
    await this.acts.found(order, plan.digestAlgorithm, (act) => this.prepare(act, plan));
    return { compilationId };
  }

  private async prepare(act: Act, plan: PrepareCompilation): Promise<void> {
    const { tx, compilationId } = act;
    const definition = choosePlan(plan.definition);
    const { documentNumber, decisionCatalogued } = plan;
    if (documentNumber !== null && (await tx.existsBy(Compilation, { documentNumber }))) {
      throw new DocumentNumberTaken(documentNumber);
    }
    const { title, shortTitle, noticeTitle, publicity, issuer, secretariat, contact, firstDay } = plan;
    const described = { title, shortTitle, noticeTitle, publicity, issuer, secretariat, contact, firstDay };
    await tx.insert(Compilation, {
      id: compilationId,
      ...described,
      documentNumber,
      decisionCatalogued,
      preparedAt: act.now,
      startedAt: null,
      suspendedAt: null,
    });
    await this.insertDeadlines(act, plan, definition);
    await tx.insert(
      DraftingGroupMember,
      plan.draftingGroup.map((member) => ({ ...member, id: act.ids.next(), compilationId })),
    );
    await act.begin(definition.id, [compilationId], { decisionCatalogued });
    act.note({ title, documentNumber, firstDay, deadlines: plan.deadlines.length });
  }

  private async insertDeadlines(
    act: Act,
    plan: PrepareCompilation,
    definition: PlanDefinition,
  ): Promise<void> {
    const calendar = await this.shelf.load(act.tx);
    for (const [position, deadline] of planDeadlines(plan, definition, calendar).entries()) {
      await act.tx.insert(Deadline, {
        ...deadline,
        id: act.ids.next(),
        compilationId: act.compilationId,
        position,
        revision: 1,
        confirmedAt: act.now,
        rule: deadline.rule as never,
      });
    }
  }
}
