import { Not } from 'typeorm';
import { z } from 'zod';
import { defineAct } from '../engine/index.js';
import { beganInput, named, Refusal, requireBegan, secretariat } from '../platform/index.js';
import { Compilation } from './compilation.entity.js';
import { findCompilation } from './compilation.repository.js';
import { documentNumberInput } from './document-number.js';
import { noticeNumberContent } from './edited-content.js';
import { DocumentNumberTaken } from './prepare-compilation.use-case.js';

class NoticeSent extends Refusal {
  constructor() {
    super('notice-sent', '通知已经送达各单位，发文字号不能再改。确有差错的，请另行发文更正。', 409);
  }
}

/**
 * Registers the number under which the notice is issued, as long as nobody has received it. Any habitual spelling is
 * taken; the answer has its one spelling.
 */
export const registerNotice = defineAct({
  name: 'notice.registered',
  title: '登记发文字号',
  summary: '登记通知的发文字号；送达各单位之前可以改',
  may: secretariat,
  method: 'PUT',
  path: 'document-number',
  input: z.object({ documentNumber: named('发文字号', documentNumberInput), began: beganInput }),
  example: { documentNumber: '沪质量办〔2021〕7号' },
  answer: z.object({ documentNumber: z.string() }),
  async perform(act, { documentNumber, began }) {
    const { tx, compilationId: id } = act;
    const { startedAt, documentNumber: stored } = await findCompilation(tx, id);
    if (startedAt !== null) throw new NoticeSent();
    requireBegan(began, noticeNumberContent(stored), '发文字号');
    if (await tx.existsBy(Compilation, { documentNumber, id: Not(id) }))
      throw new DocumentNumberTaken(documentNumber);
    await tx.update(Compilation, { id }, { documentNumber });
    act.note({ documentNumber });
    return { documentNumber };
  },
});
