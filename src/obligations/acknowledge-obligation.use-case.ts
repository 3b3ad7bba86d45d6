import { z } from 'zod';
import { defineAct } from '../engine/index.js';
import {
  type Actor,
  Database,
  exampleId,
  idSchema,
  instantText,
  saveRevision,
  unitOrSecretariat,
} from '../platform/index.js';
import { Obligation } from './obligation.entity.js';
import { findOwnObligation } from './own-obligation.js';

/**
 * 签收: the unit says that the notice reached it. A link is opened more than once and by more than one person, so
 * acknowledging again answers with the first instant and leaves no entry in the ledger.
 */
export const acknowledgeObligation = defineAct({
  name: 'obligation.acknowledged',
  title: '签收',
  summary: '单位签收通知；已签收的不变',
  may: unitOrSecretariat,
  path: 'obligations/:obligationId/acknowledge',
  input: z.object({ obligationId: idSchema }),
  example: { obligationId: exampleId },
  answer: z.object({ acknowledgedAt: instantText }),
  uses: { database: Database },
  async already({ compilationId, actor }, { obligationId }, { database }) {
    const known = await database.read((reader) =>
      reader.findOneBy(Obligation, { id: obligationId, compilationId }),
    );
    if (known?.acknowledgedAt == null || !mayAct(actor, known)) return undefined;
    return answer(known.acknowledgedAt);
  },
  async perform(act, { obligationId }) {
    const obligation = await findOwnObligation(act, obligationId);
    await saveRevision(act.tx, Obligation, obligation, { acknowledgedAt: act.now }, '该报送任务');
    act.note({ obligationId });
    return answer(act.now);
  },
});

const mayAct = (actor: Actor, { unitId }: Obligation): boolean =>
  actor.kind !== 'unit' || actor.id === unitId;
const answer = (acknowledgedAt: number) => ({ acknowledgedAt: new Date(acknowledgedAt).toISOString() });
