import { strict as assert } from 'node:assert';
import { z } from 'zod';
import { findCompilation } from '../compilation/index.js';
import { type DraftVersion, latestFrozen } from '../drafts/index.js';
import { type Act, defineAct, positionOf } from '../engine/index.js';
import { ContentStore } from '../files/index.js';
import { IndicatorsQuery } from '../materials/index.js';
import { Refusal, secretariat } from '../platform/index.js';
import { approveStage } from '../../workflows/index.js';
import { type FrozenHeading, freezeSources } from './frozen-sources.js';
import { PacketBuild } from './packet-build.entity.js';
import { PacketSources } from './sources/index.js';
import { findUnfinished } from './unfinished.js';

export class NoApprovalDraft extends Refusal {
  constructor(version: string) {
    super('no-approval-draft', `${version}尚未形成，不能生成报批材料；请先形成${version}。`, 409);
  }
}

export interface RequestedPacket {
  id: string;
  ledgerSeq: number;
  /** Places that keep this packet from being submitted: it is good for a look only. */
  unfinished: string[];
}

/** Asks for the packet: freezes everything it is made of at this ledger position; the worker then builds it. */
export const requestPacket = defineAct({
  name: 'packet.requested',
  title: '申请生成报批材料',
  summary: '生成报批材料：以此刻的台账为准，生成后另行通知',
  afterEnd: 'published',
  may: secretariat,
  path: 'packets',
  input: z.object({}),
  example: {},
  answer: z.object({
    id: z.string(),
    ledgerSeq: z.int(),
    unfinished: z.array(z.string()).describe('还没有写全或者相互矛盾之处；有任何一处，所生成的材料不能报送'),
  }),
  status: 201,
  uses: { store: ContentStore, sources: PacketSources, indicators: IndicatorsQuery },
  async perform(act, _, { store, sources, indicators }): Promise<RequestedPacket> {
    const { tx, compilationId } = act;
    const position = await positionOf(tx, compilationId);
    const { submitted } = position.words(approveStage).versions;
    const draft = await latestFrozen(tx, compilationId, submitted);
    if (draft === null) throw new NoApprovalDraft(submitted);
    const heading = await headingOf(act, draft);
    const { sha256 } = await freezeSources(store, heading, position.plan.documents, sources.of(act, draft));
    const id = act.ids.next();
    await tx.insert(PacketBuild, { ...notBuilt(act), id, draftVersionId: draft.id, sourcesDigest: sha256 });
    await act.enqueue({
      kind: 'packet',
      uniqueKey: `packet:${id}`,
      payload: { buildId: id },
      dueAt: act.now,
    });
    const places = await findUnfinished(tx, compilationId, indicators);
    const unfinished = places.filter(({ pass }) => pass === null).map(({ title }) => title);
    act.note({ id, draftDigest: draft.digest, sourcesDigest: sha256, unfinished: unfinished.length });
    return { id, ledgerSeq: act.ledgerSeq, unfinished };
  },
});

async function headingOf({ tx, compilationId }: Act, draft: DraftVersion): Promise<FrozenHeading> {
  const { id, title, documentNumber } = await findCompilation(tx, compilationId);
  const { name, revision, digest } = draft;
  assert.ok(digest !== null, 'a frozen version has its digest');
  return { compilation: { id, title, documentNumber }, draft: { name, revision, digest } };
}

const notBuilt = ({ compilationId, ledgerSeq, now }: Act) => ({
  compilationId,
  ledgerSeq,
  asOf: now,
  state: 'requested' as const,
  sha256: null,
  sm3: null,
  sizeBytes: null,
  builtAt: null,
  revision: 1,
});
