import { Injectable } from '@nestjs/common';
import { Acts } from '../../engine/index.js';
import { handIn } from '../../obligations/index.js';
import { type Actor, type Instant } from '../../platform/index.js';
import { type SubmissionDigests } from './frozen-record.js';
import { findOpenObligation, freezeVersion, openWorkingVersion } from './write-submission.js';

export interface Submitted extends SubmissionDigests {
  submissionId: string;
  number: number;
  frozenAt: Instant;
}

/**
 * The unit hands in what it has saved: the version is frozen and digested, and the receipt goes out, in one act. When
 * something is missing the gate refuses, the act is undone, and the saved draft is as it was.
 */
@Injectable()
export class SubmitMaterialUseCase {
  constructor(private readonly acts: Acts) {}

  async execute(compilationId: string, actor: Actor, obligationId: string): Promise<Submitted> {
    return this.acts.perform({ compilationId, actor, type: 'material.submitted' }, async (act) => {
      const obligation = await findOpenObligation(act, obligationId);
      const { id, number, sha256, sm3 } = await freezeVersion(act, await openWorkingVersion(act, obligation));
      const digests = { sha256: String(sha256), sm3: String(sm3) };
      act.note({ submissionId: id, number, ...digests });
      await handIn(act, obligationId);
      return { submissionId: id, number, frozenAt: act.now, ...digests };
    });
  }
}
