import { Injectable } from '@nestjs/common';
import { latestFrozen } from '../drafts/index.js';
import { Acts } from '../engine/index.js';
import { ContentStore } from '../files/index.js';
import { type Actor, Refusal } from '../platform/index.js';
import { freezeSources } from './frozen-sources.js';
import { PacketBuild } from './packet-build.entity.js';
import { PacketSources } from './sources/index.js';

export class NoApprovalDraft extends Refusal {
  constructor() {
    super('no-approval-draft', '报批稿尚未形成，不能生成报批材料；请先形成报批稿。', 409);
  }
}

export interface RequestedPacket {
  id: string;
  ledgerSeq: number;
}

/** Asks for the packet: freezes everything it is made of at this ledger position; the worker then builds it. */
@Injectable()
export class RequestPacketUseCase {
  constructor(
    private readonly acts: Acts,
    private readonly store: ContentStore,
    private readonly sources: PacketSources,
  ) {}

  execute(compilationId: string, actor: Actor): Promise<RequestedPacket> {
    return this.acts.perform({ compilationId, actor, type: 'packet.requested' }, async (act) => {
      const draft = await latestFrozen(act.tx, compilationId, '报批稿');
      if (draft === null) throw new NoApprovalDraft();
      const sources = await freezeSources(this.store, this.sources.of(act, draft));
      const id = act.ids.next();
      await act.tx.insert(PacketBuild, {
        id,
        compilationId,
        ledgerSeq: act.ledgerSeq,
        asOf: act.now,
        draftVersionId: draft.id,
        sourcesDigest: sources.sha256,
        state: 'requested',
        sha256: null,
        sm3: null,
        sizeBytes: null,
        builtAt: null,
        revision: 1,
      });
      await act.enqueue({
        kind: 'packet',
        uniqueKey: `packet:${id}`,
        payload: { buildId: id },
        dueAt: act.now,
      });
      act.note({ id, draftDigest: draft.digest, sourcesDigest: sources.sha256 });
      return { id, ledgerSeq: act.ledgerSeq };
    });
  }
}
