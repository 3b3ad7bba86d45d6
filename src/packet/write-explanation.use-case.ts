import { type EntityManager } from 'typeorm';
import { z } from 'zod';
import { defineAct } from '../engine/index.js';
import {
  beganInput,
  formatActor,
  named,
  requireBegan,
  secretariat,
  sha256,
  type Stored,
  textInput,
} from '../platform/index.js';
import { ExplanationSection } from './explanation-section.entity.js';
import { type ExplanationKey, explanationKeys } from './explanation-sections.js';

/** As the form of a section has it. */
export const explanationContent = (text: string): Stored => ({ text });

async function latestText(tx: EntityManager, compilationId: string, section: string): Promise<string> {
  const [latest] = await tx.find(ExplanationSection, {
    where: { compilationId, section },
    order: { writtenAt: 'DESC', id: 'DESC' },
    take: 1,
  });
  return latest?.text ?? '';
}

/** What a person writes for a section of the 编制说明 where the ledger does not know the answer. */
export const writeExplanation = defineAct({
  name: 'explanation.written',
  title: '撰写编制说明',
  summary: '填写编制说明中须由人撰写的部分',
  may: secretariat,
  path: 'explanation',
  input: z.object({
    section: named(
      '部分',
      z.enum(explanationKeys as [ExplanationKey, ...ExplanationKey[]], { error: '没有这一部分' }),
    ),
    text: named(
      '正文',
      textInput(20_000).refine((text) => text.trim() !== '', { error: '不得为空' }),
    ),
    began: beganInput,
  }),
  example: { section: 'background', text: '为贯彻落实国家质量强国战略，编制本方案。' },
  async perform(act, { section, text, began }) {
    const { tx, compilationId } = act;
    const stands = explanationContent(await latestText(tx, compilationId, section));
    requireBegan(began, stands, '这一节编制说明');
    await tx.insert(ExplanationSection, {
      id: act.ids.next(),
      compilationId,
      section,
      text,
      writtenAt: act.now,
      writtenBy: formatActor(act.actor),
    });
    act.note({ section, textDigest: sha256(text) });
  },
});
