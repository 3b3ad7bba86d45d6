import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { formatDateTime } from '../../calendar/index.js';
import { Acts } from '../../engine/index.js';
import { type Actor, type JsonObject, parseInput } from '../../platform/index.js';
import { type MailView } from '../../render/index.js';

export const testMailSchema = z.object({ address: z.email({ error: '应为一个电子邮件地址' }).max(254) });

/** Sends one mail that says nothing but that it arrived, by the same way as all others. */
@Injectable()
export class TestMailUseCase {
  constructor(private readonly acts: Acts) {}

  /** @param heading of the compilation, which this room does not know */
  async execute(
    compilationId: string,
    actor: Actor,
    heading: MailView['compilation'],
    input: unknown,
  ): Promise<{ mailId: string }> {
    const { address } = parseInput(testMailSchema, input);
    return this.acts.perform(
      { compilationId, actor, type: 'mail.tested', afterEnd: 'always' },
      async (act) => {
        const view = {
          compilation: heading,
          recipient: { name: '', unitName: address },
          action: { label: '打开编制台', path: '/' },
          reference: `T-${String(act.ledgerSeq).padStart(4, '0')}`,
          test: { askedForAtText: formatDateTime(act.now) },
        };
        const [mailId] = await act.post([
          {
            template: 'test',
            recipient: { id: 'test', name: '', address },
            key: `test:${act.ledgerSeq}:${act.compilationId}`,
            view: view as unknown as JsonObject,
            dueAt: act.now,
          },
        ]);
        act.note({ mailId });
        return { mailId };
      },
    );
  }
}
