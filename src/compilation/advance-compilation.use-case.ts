import { z } from 'zod';
import { type Act, defineAct, positionOf } from '../engine/index.js';
import { idSchema, InvalidInput, named, secretariat, textInput } from '../platform/index.js';
import { courseStage, type CourseWords, type PlanDefinition } from '../../workflows/index.js';
import { choosePlan } from './choose-plan.js';
import { Compilation } from './compilation.entity.js';
import { advancedView } from './compilation.views.js';
import { prepareExample } from './prepare-compilation.example.js';

export interface Advanced {
  event: string;
  state: string;
  draftVersion: string | null;
}

const [firstStep] = choosePlan(prepareExample.definition).mainLine;

/**
 * One step of the compilation: forward, back, aside or to an end. Whoever asks (page, API, command, timer) comes in
 * here, so no door skips a gate.
 * @throws InvalidInput when the plan has no such step
 */
export const advanceCompilation = defineAct({
  name: 'compilation.advanced',
  title: '办理步骤',
  summary: '办理一步；条件不具备时逐条列明还差什么',
  // The chart itself says that it has ended.
  afterEnd: 'always',
  may: secretariat,
  path: 'advance',
  input: z.object({
    event: named('步骤', idSchema.describe(`步骤，如 ${firstStep}；现在可以办理的见 gates`)),
    /** May be empty: the gates of those steps that need one say so. */
    reason: named('事由', textInput(2000).default('')).describe('中止、终止、退回、延期时必填'),
  }),
  example: { event: firstStep },
  answer: advancedView,
  async perform(act, { event, reason }): Promise<Advanced> {
    const { tx, compilationId } = act;
    const position = await positionOf(tx, compilationId);
    requireStep(position.plan, event);
    const { state, context } = await act.send(compilationId, { type: event, reason });
    await stamp(act, event, position.words(courseStage));
    const draftVersion = (context.draftVersion as string | null) ?? null;
    act.note({ step: event, state, draftVersion });
    return { event, state, draftVersion };
  },
});

async function stamp(act: Act, event: string, { events }: CourseWords): Promise<void> {
  const { tx, compilationId: id, now } = act;
  if (event === events.start) await tx.update(Compilation, { id }, { startedAt: now });
  if (event === events.suspend) await tx.update(Compilation, { id }, { suspendedAt: now });
  if (event === events.resume) await tx.update(Compilation, { id }, { suspendedAt: null });
}

function requireStep({ eventTitles }: PlanDefinition, event: string): void {
  if (Object.hasOwn(eventTitles, event)) return;
  const known = Object.entries(eventTitles).map(([name, text]) => `${name}（${text}）`);
  throw new InvalidInput(`没有名为“${event}”的步骤。可用的步骤：${known.join('、')}。`, 'unknown-event');
}
