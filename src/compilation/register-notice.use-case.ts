import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { z } from 'zod';
import { Acts } from '../engine/index.js';
import { type Actor, beganInput, parseInput, Refusal, requireBegan } from '../platform/index.js';
import { Compilation } from './compilation.entity.js';
import { findCompilation } from './compilation.repository.js';
import { documentNumberInput } from './document-number.js';
import { noticeNumberContent } from './edited-content.js';
import { DocumentNumberTaken } from './prepare-compilation.use-case.js';

export const registerNoticeSchema = z.object({ documentNumber: documentNumberInput, began: beganInput });

class NoticeSent extends Refusal {
  constructor() {
    super('notice-sent', '通知已经送达各单位，发文字号不能再改。确有差错的，请另行发文更正。', 409);
  }
}

/** Registers the number under which the notice is issued, as long as nobody has received it. */
@Injectable()
export class RegisterNoticeUseCase {
  constructor(private readonly acts: Acts) {}

  /** @param input `{documentNumber}` in any habitual spelling @returns it in its one spelling */
  async execute(compilationId: string, actor: Actor, input: unknown): Promise<{ documentNumber: string }> {
    const { documentNumber, began } = parseInput(registerNoticeSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'notice.registered' }, async (act) => {
      const { startedAt, documentNumber: stored } = await findCompilation(act.tx, compilationId);
      if (startedAt !== null) throw new NoticeSent();
      requireBegan(began, noticeNumberContent(stored), '发文字号');
      if (await act.tx.existsBy(Compilation, { documentNumber, id: Not(compilationId) }))
        throw new DocumentNumberTaken(documentNumber);
      await act.tx.update(Compilation, { id: compilationId }, { documentNumber });
      act.note({ documentNumber });
      return { documentNumber };
    });
  }
}
