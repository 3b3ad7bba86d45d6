import { type AnyStateMachine, type StateValue } from 'xstate';
import { type Requirements } from './requirement.js';
import { type PlannedTimeline } from './timeline.js';

export interface WorkflowDefinition {
  /** `name@version`; a running instance keeps the version it began with. */
  id: string;
  title: string;
  machine: AnyStateMachine;
  requirements: Requirements;
  /** Chinese titles of events and of states by dotted path. */
  eventTitles: Record<string, string>;
  stateTitles: Record<string, string>;
  /** The events from beginning to end when nothing is sent back. */
  mainLine: readonly string[];
  /** The dates that a compilation of this definition must have; nothing for charts that run inside one. */
  timeline?: PlannedTimeline;
  /** A state that only groups, so that history can resume it; it is left out of the dotted path. */
  wrapper?: string;
}

/** `{underway: {consulting: {publicConsultation: 'open'}}}` → `consulting.publicConsultation.open`. */
export function statePath(definition: Pick<WorkflowDefinition, 'wrapper'>, value: StateValue): string {
  const parts: string[] = [];
  for (let rest: StateValue | undefined = value; rest !== undefined;) {
    if (typeof rest === 'string') {
      parts.push(rest);
      break;
    }
    const [key, inner]: [string, StateValue | undefined] = Object.entries(rest)[0];
    parts.push(key);
    rest = inner;
  }
  if (parts.length > 1 && parts[0] === definition.wrapper) parts.shift();
  return parts.join('.');
}
