import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Act, Acts, type Effect, positionOf, type TransitionRecord } from '../engine/index.js';
import { type Actor, Clock, InvalidInput } from '../platform/index.js';
import { courseStage, type CourseWords, type PlanDefinition } from '../../workflows/index.js';
import { Compilation } from './compilation.entity.js';

export interface Advanced {
  event: string;
  state: string;
  draftVersion: string | null;
}

export interface AdvancePreview extends Advanced {
  effects: Effect[];
  transitions: TransitionRecord[];
  timers: Act['timers'];
}

/**
 * One step of the compilation: forward, back, aside or to an end. Whoever asks (page, API, command, timer) comes in
 * here, so no door skips a gate.
 */
@Injectable()
export class AdvanceCompilationUseCase {
  constructor(
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  execute(compilationId: string, actor: Actor, event: string, reason = ''): Promise<Advanced> {
    const order = { compilationId, actor, type: 'compilation.advanced' };
    return this.acts.perform(order, this.step(compilationId, event, reason));
  }

  /** What the step would do, without doing it. Refused like the step itself. */
  async preview(compilationId: string, actor: Actor, event: string, reason = ''): Promise<AdvancePreview> {
    const order = { compilationId, actor, type: 'compilation.advanced' };
    const { result, act } = await this.acts.preview(order, this.step(compilationId, event, reason));
    return { ...result, effects: act.effects, transitions: act.transitions, timers: act.timers };
  }

  /** @throws InvalidInput when the plan has no such step */
  private step(compilationId: string, event: string, reason: string): (act: Act) => Promise<Advanced> {
    return async (act) => {
      const position = await positionOf(act.tx, compilationId);
      requireStep(position.plan, event);
      const { state, context } = await act.send(compilationId, { type: event, reason });
      await this.stamp(act.tx, compilationId, event, position.words(courseStage));
      const draftVersion = (context.draftVersion as string | null) ?? null;
      act.note({ step: event, state, draftVersion });
      return { event, state, draftVersion };
    };
  }

  private async stamp(tx: EntityManager, id: string, event: string, { events }: CourseWords): Promise<void> {
    const now = this.clock.now();
    if (event === events.start) await tx.update(Compilation, { id }, { startedAt: now });
    if (event === events.suspend) await tx.update(Compilation, { id }, { suspendedAt: now });
    if (event === events.resume) await tx.update(Compilation, { id }, { suspendedAt: null });
  }
}

function requireStep({ eventTitles }: PlanDefinition, event: string): void {
  if (Object.hasOwn(eventTitles, event)) return;
  const known = Object.entries(eventTitles).map(([name, text]) => `${name}（${text}）`);
  throw new InvalidInput(`没有名为“${event}”的步骤。可用的步骤：${known.join('、')}。`, 'unknown-event');
}
