import { Injectable } from '@nestjs/common';
import { type Act, Acts } from '../engine/index.js';
import { type Actor, Database, saveRevision } from '../platform/index.js';
import { Obligation } from './obligation.entity.js';
import { findOwnObligation } from './own-obligation.js';

/**
 * 签收: the unit says that the notice reached it. A link is opened more than once and by more than one person, so
 * acknowledging again answers with the first instant and leaves no entry in the ledger.
 */
@Injectable()
export class AcknowledgeObligationUseCase {
  constructor(
    private readonly acts: Acts,
    private readonly database: Database,
  ) {}

  async execute(
    compilationId: string,
    actor: Actor,
    obligationId: string,
  ): Promise<{ acknowledgedAt: string }> {
    const known = await this.database.read((reader) =>
      reader.findOneBy(Obligation, { id: obligationId, compilationId }),
    );
    if (known?.acknowledgedAt != null && mayAct(actor, known)) return answer(known.acknowledgedAt);
    const order = { compilationId, actor, type: 'obligation.acknowledged' };
    return this.acts.perform(order, (act) => this.acknowledge(act, obligationId));
  }

  private async acknowledge(act: Act, obligationId: string): Promise<{ acknowledgedAt: string }> {
    const obligation = await findOwnObligation(act, obligationId);
    await saveRevision(act.tx, Obligation, obligation, { acknowledgedAt: act.now }, '该报送任务');
    act.note({ obligationId });
    return answer(act.now);
  }
}

const mayAct = (actor: Actor, { unitId }: Obligation): boolean =>
  actor.kind !== 'unit' || actor.id === unitId;
const answer = (acknowledgedAt: number) => ({ acknowledgedAt: new Date(acknowledgedAt).toISOString() });
