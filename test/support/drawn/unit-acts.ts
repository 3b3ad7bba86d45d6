import { submitReply } from '../../../src/consultation/index.js';
import { DirectoryQuery } from '../../../src/directory/index.js';
import { saveDraft, submitMaterial, uploadCoverLetter } from '../../../src/materials/index.js';
import {
  acceptObligations,
  acknowledgeObligation,
  beginObligation,
  extendObligation,
  requestExtension,
  grantExtension,
  declineExtension,
  issueObligation,
  type ObligationRow,
  ObligationsQuery,
  returnObligation,
  revokeAcceptance,
  revokeWaiver,
  waiveObligations,
  withdrawObligation,
} from '../../../src/obligations/index.js';
import { type Actor } from '../../../src/platform/index.js';
import { materialOf } from '../../../src/rehearsal/material-samples.js';
import { type Draw, type DrawnAct } from './draw.js';
import { secretary } from '../test-house.js';

const owed = (draw: Draw, ...states: string[]) =>
  draw.get(ObligationsQuery).list(draw.id, states.length === 0 ? {} : { states });
/** Mostly those that the act is meant for, at times any. */
const fit = (draw: Draw, ...states: string[]) => owed(draw, ...(draw.chance.happens(0.8) ? states : []));
const unitOf = (rows: readonly ObligationRow[], id: string): Actor => {
  const unitId = rows.find((row) => row.id === id)?.unitId;
  return unitId === undefined ? secretary : { kind: 'unit', id: unitId };
};
const waiver = (draw: Draw) => ({ reason: draw.text(), approver: draw.text().slice(0, 40) });
const openStates = ['owed', 'drafting', 'returned'];

async function handIn(draw: Draw): Promise<unknown> {
  const rows = await fit(draw, ...openStates);
  const id = draw.one(rows);
  const actor = unitOf(rows, id);
  const row = rows.find((one) => one.id === id);
  if (row === undefined || row.kind === 'reply') {
    const noOpinion = draw.chance.happens(0.5);
    const opinions = noOpinion ? [] : [{ content: draw.text() }];
    return draw.perform(submitReply, actor, { obligationId: id, noOpinion, opinions });
  }
  const content = materialOf(draw.chance, row, 10);
  const revision = draw.chance.happens(0.9) ? 0 : 7;
  await draw.perform(saveDraft, actor, { obligationId: id, revision, content });
  const bytes = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
  const letter = { name: '公函.pdf', mediaType: 'application/pdf', bytes };
  await draw.perform(uploadCoverLetter, actor, { obligationId: id }, letter);
  return draw.perform(submitMaterial, actor, { obligationId: id });
}

/** What units owe: theirs to hand in, the secretariat's to settle, and to take back. */
export const unitActs: Record<string, DrawnAct> = {
  handIn,
  async acknowledge(draw) {
    const rows = await owed(draw);
    const id = draw.one(rows);
    return draw.perform(acknowledgeObligation, unitOf(rows, id), { obligationId: id });
  },
  async begin(draw) {
    const rows = await fit(draw, 'owed');
    const id = draw.one(rows);
    return draw.perform(beginObligation, unitOf(rows, id), { obligationId: id });
  },
  async takeBack(draw) {
    const rows = await fit(draw, 'submitted');
    const id = draw.one(rows);
    return draw.perform(withdrawObligation, unitOf(rows, id), { obligationId: id });
  },
  accept: async (draw) =>
    draw.perform(acceptObligations, draw.actor(), { ids: draw.some(await fit(draw, 'submitted')) }),
  waive: async (draw) =>
    draw.perform(waiveObligations, draw.actor(), {
      ids: draw.some(await fit(draw, ...openStates)),
      ...waiver(draw),
    }),
  revokeAcceptance: async (draw) =>
    draw.perform(revokeAcceptance, draw.actor(), {
      ids: draw.some(await fit(draw, 'accepted')),
      reason: draw.text(),
    }),
  revokeWaiver: async (draw) =>
    draw.perform(revokeWaiver, draw.actor(), {
      ids: draw.some(await fit(draw, 'waived')),
      reason: draw.text(),
      ...(draw.chance.happens(0.3) && { until: draw.day() }),
    }),
  sendBack: async (draw) =>
    draw.perform(returnObligation, draw.actor(), {
      obligationId: draw.one(await fit(draw, 'submitted')),
      comments: [draw.text()],
      ...(draw.chance.happens(0.3) && { resubmitBy: draw.day() }),
    }),
  extend: async (draw) =>
    draw.perform(extendObligation, draw.actor(), {
      obligationId: draw.one(await fit(draw, ...openStates)),
      until: draw.day(),
      ...waiver(draw),
    }),
  async askForTime(draw) {
    const rows = await fit(draw, ...openStates);
    const id = draw.one(rows);
    const asked = { until: draw.day(), reason: draw.text() };
    return draw.perform(requestExtension, unitOf(rows, id), { obligationId: id, ...asked });
  },
  async answerRequest(draw) {
    const requests = await draw.get(ObligationsQuery).openRequests(draw.id);
    const id = draw.one(requests.map(({ requestId }) => ({ id: requestId })));
    return draw.chance.happens(0.5)
      ? draw.perform(grantExtension, draw.actor(), { requestId: id, approver: draw.text().slice(0, 40) })
      : draw.perform(declineExtension, draw.actor(), { requestId: id, reason: draw.text() });
  },
  issue: async (draw) =>
    draw.perform(issueObligation, draw.actor(), {
      unitId: draw.one(await draw.get(DirectoryQuery).units()),
      kind: draw.chance.pick(['material', 'reply']),
      until: draw.day(),
    }),
  /** So that a year gets on: everything that lies there is accepted, and the rest waived. */
  async settle(draw) {
    const submitted = (await owed(draw, 'submitted')).map(({ id }) => id);
    if (submitted.length > 0) await draw.perform(acceptObligations, secretary, { ids: submitted });
    const open = (await owed(draw, ...openStates)).map(({ id }) => id);
    const reasoned = { reason: '无相关职责', approver: '市质量办主任' };
    if (open.length > 0) await draw.perform(waiveObligations, secretary, { ids: open, ...reasoned });
  },
};
