import {
  assignOpinions,
  confirmUnchanged,
  correctOpinion,
  disposeOpinions,
  eraseProposer,
  ExtendConsultationUseCase,
  groupLikeOpinions,
  OpinionsQuery,
  prepareNotice,
  receiveOpinion,
  approveDispositions,
  reopenOpinion,
  returnDisposition,
  splitOpinion,
} from '../../../src/consultation/index.js';
import { DirectoryQuery } from '../../../src/directory/index.js';
import { DraftsQuery } from '../../../src/drafts/index.js';
import { PacketQuery, passOver, takeUp, requestPacket, writeExplanation } from '../../../src/packet/index.js';
import {
  inviteMore,
  withdrawInvitation,
  answerPoint,
  arrangeMeeting,
  declareConflict,
  filePoint,
  meetingKindNames,
  recordAttendance,
  recordConclusion,
  rescheduleMeeting,
  respondInvitation,
  ReviewQuery,
  setMeetingRule,
  signOnPaper,
  withdrawAttendance,
  withdrawConclusion,
  withdrawPoint,
  withdrawAnswer,
  writeOpinion,
} from '../../../src/review/index.js';
import { secretary } from '../test-house.js';
import { type Draw, type DrawnAct } from './draw.js';

const opinions = async (draw: Draw) => (await draw.get(OpinionsQuery).page(draw.id, {}, null, 50)).opinions;
const reviewerActor = { kind: 'reviewer', id: '复核岗' } as const;
const meetings = (draw: Draw) => draw.get(ReviewQuery).meetings(draw.id);
const invitees = async (draw: Draw) => (await meetings(draw)).at(-1)?.invitees ?? [];
const points = (draw: Draw) => draw.get(ReviewQuery).points(draw.id);
const times = (draw: Draw) => ({ date: draw.day(), from: '09:30', to: '11:30', place: '一号会议室' });
const clauseId = async (draw: Draw): Promise<string | null> => {
  const last = (await draw.get(DraftsQuery).versions(draw.id)).at(-1);
  if (last === undefined || draw.chance.happens(0.2)) return null;
  const { clauses } = await draw.get(DraftsQuery).view(draw.id, last.id);
  return draw.one(clauses.map((clause) => ({ id: clause.clauseId })));
};
const reasonOf = (draw: Draw) => ({ reason: draw.text().slice(0, 400) });
const conclusions = ['通过', '修改后通过', '重新论证', '退回'];
const pick = <T>(draw: Draw, ...ways: (() => Promise<T>)[]): Promise<T> => draw.chance.pick(ways)();

/** The consultation: notice, opinions and what becomes of them. */
export const opinionActs: Record<string, DrawnAct> = {
  prepareNotice: (draw) =>
    draw.perform(prepareNotice, draw.actor(), {
      title: draw.text().slice(0, 100),
      explanation: draw.text(),
      howToSubmit: '来信。',
    }),
  extendConsultation: (draw) =>
    draw
      .get(ExtendConsultationUseCase)
      .execute(draw.id, draw.actor(), { until: draw.day(), ...reasonOf(draw) }),
  receive: async (draw) =>
    draw.perform(receiveOpinion, secretary, {
      channel: draw.chance.pick(['网上', '信函', '电子邮件', '来访']),
      content: draw.text(),
      proposer: { category: draw.chance.pick(['社会公众', '企业', '社会组织']) },
      clauseId: await clauseId(draw),
    }),
  assign: async (draw) =>
    draw.perform(assignOpinions, draw.actor(), {
      opinionIds: draw.some(await opinions(draw)),
      handler: secretary.id,
    }),
  dispose: async (draw) =>
    draw.perform(disposeOpinions, draw.actor(), {
      opinionIds: draw.some(await opinions(draw)),
      disposition: draw.chance.pick(['采纳', '部分采纳', '不采纳', '已有体现', '留作研究', '其他']),
      ...reasonOf(draw),
      changedClauseId: await clauseId(draw),
    }),
  review: async (draw) => {
    const all = await opinions(draw);
    const opinionId = draw.one(all);
    return pick<unknown>(
      draw,
      () => draw.perform(approveDispositions, reviewerActor, { opinionIds: draw.some(all) }),
      () => draw.perform(returnDisposition, reviewerActor, { opinionId, ...reasonOf(draw) }),
      () => draw.perform(reopenOpinion, draw.actor(), { opinionId, ...reasonOf(draw) }),
    );
  },
  correctOpinion: async (draw) => {
    const all = await opinions(draw);
    const opinionId = draw.one(all);
    const input = { revision: 1, content: draw.text(), ...reasonOf(draw) };
    return draw.perform(correctOpinion, draw.actor(), { opinionId, ...input });
  },
  split: async (draw) =>
    draw.perform(splitOpinion, draw.actor(), {
      opinionId: draw.one(await opinions(draw)),
      revision: draw.chance.between(1, 2),
      parts: [{ content: draw.text() }, { content: '其二。' }],
    }),
  group: (draw) => draw.perform(groupLikeOpinions, draw.actor(), {}),
  confirmUnchanged: async (draw) =>
    draw.perform(confirmUnchanged, draw.actor(), {
      opinionIds: draw.some(await opinions(draw)),
      ...reasonOf(draw),
    }),
  erase: async (draw) =>
    draw.perform(eraseProposer, draw.actor(), { opinionId: draw.one(await opinions(draw)) }),
};

/** Meetings and what they make; the packet. */
export const reviewActs: Record<string, DrawnAct> = {
  arrange: async (draw) => {
    const kind = draw.chance.pick(meetingKindNames);
    const directory = draw.get(DirectoryQuery);
    const all = kind === 'plenary' ? await directory.leadingGroup() : await directory.experts();
    const partyIds = all.slice(0, draw.chance.between(0, 6)).map(({ id }) => id);
    return draw.perform(arrangeMeeting, draw.actor(), { kind, ...times(draw), partyIds });
  },
  reschedule: async (draw) =>
    draw.perform(rescheduleMeeting, draw.actor(), {
      meetingId: draw.one(await meetings(draw)),
      ...times(draw),
    }),
  inviteMore: async (draw) => {
    const directory = draw.get(DirectoryQuery);
    const partyIds = draw.some([...(await directory.experts()), ...(await directory.leadingGroup())]);
    const meetingId = draw.one(await meetings(draw));
    return draw.perform(inviteMore, draw.actor(), { meetingId, partyIds });
  },
  withdrawInvitation: async (draw) =>
    draw.perform(withdrawInvitation, draw.actor(), {
      inviteeId: draw.one(await invitees(draw)),
      ...reasonOf(draw),
    }),
  respond: async (draw) =>
    draw.perform(respondInvitation, draw.actor(), {
      inviteeId: draw.one(await invitees(draw)),
      response: draw.chance.pick(['accepted', 'declined', '']),
    }),
  declare: async (draw) =>
    draw.perform(declareConflict, draw.actor(), {
      inviteeId: draw.one(await invitees(draw)),
      conflict: draw.chance.pick(['none', 'none', 'direct']),
      note: draw.text().slice(0, 400),
    }),
  write: async (draw) => {
    const inviteeId = draw.one(await invitees(draw));
    const opinion = { recommendation: draw.chance.pick(conclusions), text: draw.text() };
    await draw.perform(writeOpinion, secretary, { inviteeId, ...opinion });
    const sheet = Buffer.from(`%PDF-1.4\n%${inviteeId}\ntrailer<</Root 1 0 R>>\n%%EOF\n`);
    const file = { name: '签署页.pdf', mediaType: 'application/pdf', bytes: sheet };
    return draw.perform(signOnPaper, secretary, { inviteeId }, file);
  },
  attend: async (draw) => {
    const meeting = (await meetings(draw)).at(-1);
    const presentInviteeIds = (meeting?.invitees ?? [])
      .filter(() => draw.chance.happens(0.6))
      .map(({ id }) => id);
    const input = { presentInviteeIds, ...reasonOf(draw) };
    return draw.perform(recordAttendance, draw.actor(), { meetingId: meeting?.id ?? 'no-such', ...input });
  },
  conclude: async (draw) =>
    draw.perform(recordConclusion, draw.actor(), {
      meetingId: (await meetings(draw)).at(-1)?.id ?? '',
      conclusion: draw.chance.pick(conclusions),
      discussion: draw.text(),
      headStatement: draw.text(),
      differenceReason: draw.chance.pick(['', '测算依据不足。']),
      ...reasonOf(draw),
    }),
  withdrawRecord: async (draw) => {
    const meetingId = draw.one(await meetings(draw));
    return draw.chance.happens(0.5)
      ? draw.perform(withdrawAttendance, draw.actor(), { meetingId, ...reasonOf(draw) })
      : draw.perform(withdrawConclusion, draw.actor(), { meetingId, ...reasonOf(draw) });
  },
  file: async (draw) =>
    draw.perform(filePoint, draw.actor(), {
      kind: draw.chance.pick(['expert', 'plenary', 'municipal']),
      inviteeId: draw.chance.happens(0.5) ? draw.one(await invitees(draw)) : null,
      clauseId: await clauseId(draw),
      content: draw.text(),
      dissent: draw.chance.happens(0.2),
    }),
  answer: async (draw) =>
    draw.perform(answerPoint, draw.actor(), {
      pointId: draw.one(await points(draw)),
      answer: draw.chance.pick(['changed', 'unchanged']),
      clauseId: await clauseId(draw),
      text: draw.text(),
    }),
  withdrawPoint: async (draw) => {
    const pointId = draw.one(await points(draw));
    return draw.chance.happens(0.5)
      ? draw.perform(withdrawPoint, draw.actor(), { pointId, ...reasonOf(draw) })
      : draw.perform(withdrawAnswer, draw.actor(), { pointId, ...reasonOf(draw) });
  },
  rule: (draw) =>
    draw.perform(setMeetingRule, draw.actor(), {
      attendance: draw.chance.pick(['moreThanHalf', 'twoThirds', 'all', 'none']),
      basis: draw.text().slice(0, 100),
    }),
  packet: (draw) => draw.perform(requestPacket, draw.actor(), {}),
  explain: (draw) =>
    draw.perform(writeExplanation, draw.actor(), {
      section: draw.chance.pick([
        'background',
        'basis',
        'structure',
        'indicators',
        'alignment',
        'remarks',
        'x',
      ]),
      text: draw.text().slice(0, 1000),
    }),
  passOver: async (draw) => {
    const places = await draw.get(PacketQuery).unfinished(draw.id);
    const place = places.length === 0 ? 'section:x' : draw.chance.pick(places).place;
    return draw.chance.happens(0.7)
      ? draw.perform(passOver, draw.actor(), { place, ...reasonOf(draw), post: '市质量办主任' })
      : draw.perform(takeUp, draw.actor(), { place });
  },
};
