import { strict as assert } from 'node:assert';
import { Injectable } from '@nestjs/common';
import { findCompilation } from '../compilation/index.js';
import { type DraftVersion, latestFrozen } from '../drafts/index.js';
import { type Act, Acts } from '../engine/index.js';
import { ContentStore } from '../files/index.js';
import { IndicatorsQuery } from '../materials/index.js';
import { type Actor, Refusal } from '../platform/index.js';
import { type FrozenHeading, freezeSources } from './frozen-sources.js';
import { PacketBuild } from './packet-build.entity.js';
import { PacketSources } from './sources/index.js';
import { findUnfinished } from './unfinished.js';

export class NoApprovalDraft extends Refusal {
  constructor() {
    super('no-approval-draft', '报批稿尚未形成，不能生成报批材料；请先形成报批稿。', 409);
  }
}

export interface RequestedPacket {
  id: string;
  ledgerSeq: number;
  /** Places that keep this packet from being submitted: it is good for a look only. */
  unfinished: string[];
}

/** Asks for the packet: freezes everything it is made of at this ledger position; the worker then builds it. */
@Injectable()
export class RequestPacketUseCase {
  constructor(
    private readonly acts: Acts,
    private readonly store: ContentStore,
    private readonly sources: PacketSources,
    private readonly indicators: IndicatorsQuery,
  ) {}

  execute(compilationId: string, actor: Actor): Promise<RequestedPacket> {
    return this.acts.perform({ compilationId, actor, type: 'packet.requested' }, async (act) => {
      const draft = await latestFrozen(act.tx, compilationId, '报批稿');
      if (draft === null) throw new NoApprovalDraft();
      const heading = await headingOf(act, draft);
      const { sha256 } = await freezeSources(this.store, heading, this.sources.of(act, draft));
      const id = act.ids.next();
      await act.tx.insert(PacketBuild, {
        ...notBuilt(act),
        id,
        draftVersionId: draft.id,
        sourcesDigest: sha256,
      });
      const job = { kind: 'packet', uniqueKey: `packet:${id}`, payload: { buildId: id }, dueAt: act.now };
      await act.enqueue(job);
      const places = await findUnfinished(act.tx, compilationId, this.indicators);
      const unfinished = places.filter(({ pass }) => pass === null).map(({ title }) => title);
      act.note({ id, draftDigest: draft.digest, sourcesDigest: sha256, unfinished: unfinished.length });
      return { id, ledgerSeq: act.ledgerSeq, unfinished };
    });
  }
}

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
