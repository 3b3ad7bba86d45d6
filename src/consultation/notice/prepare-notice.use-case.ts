import { z } from 'zod';
import { type Act, defineAct } from '../../engine/index.js';
import {
  beganInput,
  canonicalJson,
  lineInput,
  named,
  requireBegan,
  saveRevision,
  secretariat,
  sha256,
  type Stored,
  textInput,
} from '../../platform/index.js';
import { ConsultationNotice } from './consultation-notice.entity.js';
import { noticeInPreparation } from './notice.repository.js';

const noticeShape = {
  title: named('标题', lineInput()),
  explanation: named('说明', textInput()),
  howToSubmit: named('意见提交方式', textInput(5000)),
  /** Only for a period under 30 days. */
  shortReason: named('期限较短的理由', textInput(2000).default('')),
};
type PrepareNotice = z.output<z.ZodObject<typeof noticeShape>>;

/** As the form of the notice has it; nothing before there is one. */
export const noticeContent = (prepared: PrepareNotice | null): Stored => ({
  title: prepared?.title ?? '',
  explanation: prepared?.explanation ?? '',
  howToSubmit: prepared?.howToSubmit ?? '',
  shortReason: prepared?.shortReason ?? '',
});

/** Writes or rewrites the notice of the next consultation; its dates are the timeline's. */
export const prepareNotice = defineAct({
  name: 'notice.prepared',
  title: '拟定公告',
  summary: '拟定或者修改下一次征求意见的公告',
  may: secretariat,
  path: 'consultation-notices',
  input: z.object({ ...noticeShape, began: beganInput }),
  example: {
    title: '关于公开征求《实施方案》意见的公告',
    explanation: '起草背景、主要内容和需要说明的问题。',
    howToSubmit: '请于截止日前通过本网站或者信函提出意见。',
  },
  answer: z.object({ id: z.string(), round: z.int() }),
  status: 201,
  async perform(act, { began, ...notice }) {
    const prepared = await noticeInPreparation(act.tx, act.compilationId);
    requireBegan(began, noticeContent(prepared), '该公告');
    const { id, round } =
      prepared === null ? await create(act, notice) : await rewrite(act, prepared, notice);
    act.note({ id, round, digest: sha256(canonicalJson(notice)) });
    return { id, round };
  },
});

async function create(act: Act, notice: PrepareNotice): Promise<{ id: string; round: number }> {
  const { tx, compilationId } = act;
  const id = act.ids.next();
  const round = (await tx.countBy(ConsultationNotice, { compilationId })) + 1;
  await tx.insert(ConsultationNotice, { ...notice, ...unpublished, id, compilationId, round });
  return { id, round };
}

async function rewrite(
  act: Act,
  prepared: ConsultationNotice,
  notice: PrepareNotice,
): Promise<ConsultationNotice> {
  await saveRevision(act.tx, ConsultationNotice, prepared, notice, '该公告');
  return prepared;
}

const unpublished = {
  draftVersionId: null,
  openedOn: null,
  publishedAt: null,
  closesAt: null,
  announcedClosesAt: null,
  extendedAt: null,
  extensionReason: null,
  closedAt: null,
  revision: 1,
};
