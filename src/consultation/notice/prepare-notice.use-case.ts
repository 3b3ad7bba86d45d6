import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type Act, Acts } from '../../engine/index.js';
import {
  type Actor,
  beganInput,
  canonicalJson,
  lineInput,
  parseInput,
  requireBegan,
  saveRevision,
  sha256,
  type Stored,
  textInput,
} from '../../platform/index.js';
import { ConsultationNotice } from './consultation-notice.entity.js';
import { noticeInPreparation } from './notice.repository.js';

export const prepareNoticeSchema = z.object({
  title: lineInput(),
  explanation: textInput(),
  howToSubmit: textInput(5000),
  /** Only for a period under 30 days. */
  shortReason: textInput(2000).default(''),
  began: beganInput,
});
export type PrepareNotice = Omit<z.infer<typeof prepareNoticeSchema>, 'began'>;

/** As the form of the notice has it; nothing before there is one. */
export const noticeContent = (prepared: PrepareNotice | null): Stored => ({
  title: prepared?.title ?? '',
  explanation: prepared?.explanation ?? '',
  howToSubmit: prepared?.howToSubmit ?? '',
  shortReason: prepared?.shortReason ?? '',
});

/** Writes or rewrites the notice of the next consultation; its dates are the timeline's. */
@Injectable()
export class PrepareNoticeUseCase {
  constructor(private readonly acts: Acts) {}

  /** @param input `{title, explanation, howToSubmit, shortReason?}` */
  async execute(compilationId: string, actor: Actor, input: unknown): Promise<{ id: string; round: number }> {
    const { began, ...notice } = parseInput(prepareNoticeSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'notice.prepared' }, async (act) => {
      const prepared = await noticeInPreparation(act.tx, compilationId);
      requireBegan(began, noticeContent(prepared), '该公告');
      const { id, round } =
        prepared === null ? await this.create(act, notice) : await this.rewrite(act, prepared, notice);
      act.note({ id, round, digest: sha256(canonicalJson(notice)) });
      return { id, round };
    });
  }

  private async create(act: Act, notice: PrepareNotice): Promise<{ id: string; round: number }> {
    const { tx, compilationId } = act;
    const id = act.ids.next();
    const round = (await tx.countBy(ConsultationNotice, { compilationId })) + 1;
    await tx.insert(ConsultationNotice, { ...notice, ...unpublished, id, compilationId, round });
    return { id, round };
  }

  private async rewrite(
    act: Act,
    prepared: ConsultationNotice,
    notice: PrepareNotice,
  ): Promise<ConsultationNotice> {
    await saveRevision(act.tx, ConsultationNotice, prepared, notice, '该公告');
    return prepared;
  }
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
