import { type Clause, findClauses, workingRevision } from '../../src/drafts/index.js';
import {
  assignOpinions,
  disposeOpinion,
  latestPublishedNotice,
  type OpinionPage,
  OpinionsQuery,
  type OpinionView,
  prepareNotice,
  receiveOpinion,
  type ReceivedOpinion,
  approveDispositions,
} from '../../src/consultation/index.js';
import { type Sent } from '../../src/engine/index.js';
import { type Disposition } from '../../workflows/index.js';
import { type Actor, Database } from '../../src/platform/index.js';
import { freezeDraft, importText, react, reopenDraft } from './drafts-steps.js';
import { openHouse, reviewer, secretary, type TestHouse } from './test-house.js';

export const consultedText = `质量强国建设纲要上海实施方案（征求意见稿）

一、总体要求
（一）指导思想。深入贯彻质量强国战略，推动高质量发展。
（二）基本原则。坚持质量第一、效益优先。
二、重点任务
（一）提升产品质量。完善产品质量安全监管体系。
（二）提升服务质量。开展服务质量监测和评价。
`;
export const publicActor: Actor = { kind: 'public', id: 'web' };
export const noticeInput = {
  title: '关于《实施方案（征求意见稿）》公开征求意见的公告',
  explanation: '起草背景、主要内容和有关说明。',
  howToSubmit: '请发送至 secretariat@example.org，注明姓名和联系方式。',
};
export const opensAt = '2021-08-31T09:00:00+08:00';
export const closedAt = '2021-09-30T23:59:59.999+08:00';

/** A house whose 征求意见稿 is open for opinions, with the steps a test needs as single words. */
export interface ConsultationOffice extends TestHouse {
  receive(
    content: string,
    more?: Partial<Sent<typeof receiveOpinion>>,
    actor?: Actor,
  ): Promise<ReceivedOpinion>;
  /** As the secretariat registers what came on paper. */
  register(content: string, more?: Partial<Sent<typeof receiveOpinion>>): Promise<ReceivedOpinion>;
  view(id: string): Promise<OpinionView>;
  /** The whole register of a small test. */
  page(): Promise<OpinionPage>;
  assign(...ids: string[]): Promise<void>;
  dispose(id: string, disposition: string, more?: object, actor?: Actor): Promise<void>;
  approve(...ids: string[]): Promise<void>;
  /** Closes the consultation and opens the working revision of the 论证稿. */
  closeConsultation(): Promise<void>;
  workingClauses(): Promise<Clause[]>;
  consultedClauses(): Promise<Clause[]>;
}

export const preparesAt = '2021-08-20T09:00:00+08:00';

export const openConsultationOffice = async (): Promise<ConsultationOffice> =>
  beginConsultation(await openHouse(preparesAt));

/** Prepares, publishes and opens the consultation in a house that stands before it. */
export async function beginConsultation<H extends TestHouse>(house: H): Promise<H & ConsultationOffice> {
  await reopenDraft(house, '征求意见稿');
  await importText(house, consultedText);
  await freezeDraft(house, '征求意见稿');
  await house.perform(prepareNotice, noticeInput);
  house.clock.moveTo(Date.parse(opensAt));
  await react(house, 'openConsultation');
  return { ...house, ...steps(house) };
}

function steps(house: TestHouse) {
  const { compilationId: id } = house;
  const proposer = { category: '社会公众' } as const;
  const opinions = house.get(OpinionsQuery);
  const receive = (
    content: string,
    more: Partial<Sent<typeof receiveOpinion>> = {},
    actor: Actor = publicActor,
  ) => house.perform(receiveOpinion, { channel: '网上', proposer, content, ...more }, actor);
  const read = house.get(Database).read.bind(house.get(Database));
  return {
    receive,
    register: (content: string, more: Partial<Sent<typeof receiveOpinion>> = {}) =>
      receive(content, more, secretary),
    view: (opinionId: string) => opinions.one(id, opinionId),
    page: () => opinions.page(id, {}, null, 500),
    async assign(...opinionIds: string[]) {
      await house.perform(assignOpinions, { opinionIds, handler: secretary.id });
    },
    async dispose(
      opinionId: string,
      disposition: Disposition,
      more: Partial<Sent<typeof disposeOpinion>> = {},
      actor: Actor = secretary,
    ) {
      const { revision } = await opinions.one(id, opinionId);
      const input = { opinionId, revision, disposition, ...more };
      await house.perform(disposeOpinion, input, actor);
    },
    async approve(...opinionIds: string[]) {
      await house.perform(approveDispositions, { opinionIds }, reviewer);
    },
    async closeConsultation() {
      house.clock.moveTo(Date.parse(closedAt) + 1);
      await react(house, 'closeConsultation');
      await reopenDraft(house, '论证稿');
    },
    workingClauses: () =>
      read(async (reader) => findClauses(reader, (await workingRevision(reader, id))!.id)),
    consultedClauses: () =>
      read(async (reader) => findClauses(reader, (await latestPublishedNotice(reader, id))!.draftVersionId!)),
  };
}
