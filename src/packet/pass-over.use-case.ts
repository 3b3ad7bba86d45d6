import { IsNull } from 'typeorm';
import { z } from 'zod';
import { defineAct } from '../engine/index.js';
import { IndicatorsQuery } from '../materials/index.js';
import { formatActor, lineInput, named, Refusal, secretariat, sha256, textInput } from '../platform/index.js';
import { PacketPass } from './packet-pass.entity.js';
import { findUnfinished } from './unfinished.js';

export class NothingToPassOver extends Refusal {
  constructor() {
    super('nothing-to-pass-over', '这一处已经写全或者没有矛盾，不必从略；请刷新页面核对。', 409);
  }
}

export class NotPassedOver extends Refusal {
  constructor() {
    super('not-passed-over', '这一处没有登记从略；请刷新页面核对。', 409);
  }
}

const place = named('所在之处', lineInput(400));

/** 从略: lets an unfinished place of the packet stand, with a reason and a post that the document then names. */
export const passOver = defineAct({
  name: 'explanation.passedOver',
  title: '登记从略',
  summary: '一处从略：写明理由和同意的职务，文中照此写明',
  may: secretariat,
  path: 'packets/unfinished/pass-over',
  input: z.object({
    place,
    reason: named(
      '理由',
      textInput(2000).refine((text) => text.trim() !== '', { error: '请写明从略的理由' }),
    ),
    post: named(
      '职务',
      lineInput(100).refine((text) => text.trim() !== '', { error: '请写明同意从略的职务' }),
    ),
  }),
  example: { place: 'section:remarks', reason: '没有其他需要说明的问题。', post: '市质量办主任' },
  uses: { indicators: IndicatorsQuery },
  async perform(act, { place, reason, post }, { indicators }) {
    const { tx, compilationId } = act;
    const unfinished = await findUnfinished(tx, compilationId, indicators);
    if (!unfinished.some((one) => one.place === place)) throw new NothingToPassOver();
    await tx.insert(PacketPass, {
      id: act.ids.next(),
      compilationId,
      place,
      reason,
      post,
      recordedBy: formatActor(act.actor),
      recordedAt: act.now,
      withdrawnAt: null,
    });
    act.note({ place, post, reasonDigest: sha256(reason) });
  },
});

/** The place counts as unfinished again. */
export const takeUp = defineAct({
  name: 'explanation.takenUp',
  title: '撤销从略',
  summary: '撤销一处从略',
  may: secretariat,
  path: 'packets/unfinished/take-up',
  input: z.object({ place }),
  example: { place: 'section:remarks' },
  async perform(act, { place }) {
    const standing = { compilationId: act.compilationId, place, withdrawnAt: IsNull() };
    const { affected } = await act.tx.update(PacketPass, standing, { withdrawnAt: act.now });
    if (affected === 0) throw new NotPassedOver();
    act.note({ place });
  },
});
