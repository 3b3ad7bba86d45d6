import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { z } from 'zod';
import { Acts } from '../engine/index.js';
import {
  type Actor,
  formatActor,
  beganInput,
  parseInput,
  requireBegan,
  sha256,
  type Stored,
  textInput,
} from '../platform/index.js';
import { ExplanationSection } from './explanation-section.entity.js';
import { type ExplanationKey, explanationKeys } from './explanation-sections.js';

export const writeExplanationSchema = z.object({
  section: z.enum(explanationKeys as [ExplanationKey, ...ExplanationKey[]], { error: '没有这一部分' }),
  text: textInput(20_000).refine((text) => text.trim() !== '', { error: '不得为空' }),
  began: beganInput,
});

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
@Injectable()
export class WriteExplanationUseCase {
  constructor(private readonly acts: Acts) {}

  async execute(compilationId: string, actor: Actor, input: unknown): Promise<void> {
    const { section, text, began } = parseInput(writeExplanationSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'explanation.written' }, async (act) => {
      requireBegan(
        began,
        explanationContent(await latestText(act.tx, compilationId, section)),
        '这一节编制说明',
      );
      await act.tx.insert(ExplanationSection, {
        id: act.ids.next(),
        compilationId,
        section,
        text,
        writtenAt: act.now,
        writtenBy: formatActor(actor),
      });
      act.note({ section, textDigest: sha256(text) });
    });
  }
}
