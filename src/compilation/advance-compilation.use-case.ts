import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Act, Acts, type Effect, type TransitionRecord } from '../engine/index.js';
import { type Actor, Clock, InvalidInput, NotFound } from '../platform/index.js';
import { implementationScheme2021 } from '../../workflows/index.js';
import { Compilation } from './compilation.entity.js';
import { findCompilation } from './compilation.repository.js';

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

  /** @throws InvalidInput when there is no such step */
  private step(compilationId: string, event: string, reason: string): (act: Act) => Promise<Advanced> {
    const title = implementationScheme2021.eventTitles[event];
    if (title === undefined) {
      const known = Object.entries(implementationScheme2021.eventTitles).map(
        ([name, text]) => `${name}（${text}）`,
      );
      throw new InvalidInput(`没有名为“${event}”的步骤。可用的步骤：${known.join('、')}。`, 'unknown-event');
    }
    if (compilationId === '') throw new NotFound('编制项目', compilationId);
    return async (act) => {
      await findCompilation(act.tx, compilationId);
      const { state, context } = await act.send(compilationId, { type: event, reason });
      await this.stamp(act.tx, compilationId, event);
      const draftVersion = (context.draftVersion as string | null) ?? null;
      act.note({ step: event, state, draftVersion });
      return { event, state, draftVersion };
    };
  }

  private async stamp(tx: EntityManager, id: string, event: string): Promise<void> {
    const now = this.clock.now();
    if (event === 'startCompilation') await tx.update(Compilation, { id }, { startedAt: now });
    if (event === 'suspendCompilation') await tx.update(Compilation, { id }, { suspendedAt: now });
    if (event === 'resumeCompilation') await tx.update(Compilation, { id }, { suspendedAt: null });
  }
}
