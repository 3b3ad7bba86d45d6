import { type WorkflowDefinition } from './definition.js';
import { type WorkflowEvent } from './requirement.js';
import { type Part, type Stage, type WordsOf } from './stage.js';
import { type PlannedTimeline } from './timeline.js';

export interface PlanContext {
  /** Whether the plan is in the catalogue of major administrative decisions; turns hints into blocks (国令713号). */
  decisionCatalogued: boolean;
  draftVersion: string | null;
  consultationRound: number;
  expertReviewRound: number;
  plenaryRound: number;
  packetRound: number;
  suspended: boolean;
}

export interface PlanInput {
  decisionCatalogued: boolean;
}

export type PlanEvent = WorkflowEvent & { type: string };

/**
 * What a state means to the rooms, whatever a plan calls it. `idle`: nothing is done here now; `sealed`: what was
 * submitted may not be changed under it.
 */
export type PlanTag = 'prepared' | 'suspended' | 'published' | 'terminated' | 'ended' | 'idle' | 'sealed';

/** A meeting of the plan: what it is called and what it reads, does and may conclude unless told otherwise. */
export interface PlannedMeeting {
  title: string;
  agenda: readonly string[];
  preparation: readonly string[];
}

/** The meetings that rooms know how to hold, by kind; a plan has those of the stages it takes. */
export type PlannedMeetings = Readonly<Partial<Record<'expertReview' | 'plenary', PlannedMeeting>>>;

/** What the packet room can put into a plan's packet. */
export type DocumentSourceName = 'draft' | 'explanation' | 'dispositions' | 'submissions';

/** A part of what the plan ends with. */
export interface PlannedDocument {
  /** Two digits, as its files begin. */
  number: string;
  title: string;
  source: DocumentSourceName;
}

/** A step that sends a text back, the version that is written anew, and the step that ends the rework. */
export interface SendBack {
  event: string;
  version: string;
  completedBy: string;
}

/** A plan: everything that names parts of its chart. Rooms ask it; they never spell its words. */
export interface PlanDefinition extends WorkflowDefinition {
  /** The stages it is made of, in their order, with its words for each. */
  parts: readonly Part[];
  timeline: PlannedTimeline;
  /** The chain of draft versions; none is ever skipped. The last is the text as published. */
  versions: readonly string[];
  sendsBack: readonly SendBack[];
  /** The years for which targets are set. */
  targetYears: readonly number[];
  meetings: PlannedMeetings;
  documents: readonly PlannedDocument[];
  /** By the id of an earlier version, how its states are called here; empty when nothing can be migrated. */
  migrateFrom: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export const isPlan = (definition: WorkflowDefinition): definition is PlanDefinition => 'parts' in definition;

const workflowName = ({ id }: WorkflowDefinition): string => id.split('@')[0];

/** Whose name a requirement is: a stage's, or that of a chart without stages. */
export const ownerOfRequirement = (definition: WorkflowDefinition, name: string): string =>
  ownerOf(definition, ({ requirements }) => Object.hasOwn(requirements, name));

export const ownerOfIntent = (definition: WorkflowDefinition, name: string): string =>
  ownerOf(definition, ({ intents }) => intents.includes(name));

function ownerOf(definition: WorkflowDefinition, has: (stage: Stage) => boolean): string {
  if (!isPlan(definition)) return workflowName(definition);
  return definition.parts.find(({ stage }) => has(stage))?.stage.name ?? workflowName(definition);
}

/** The plan's words for a stage; null when it leaves the stage out. */
export function wordsFor<S extends Stage>(plan: PlanDefinition, { name }: S): WordsOf<S> | null {
  const part = plan.parts.find(({ stage }) => stage.name === name);
  return part === undefined ? null : (part.words as WordsOf<S>);
}

/** The version that follows; a rework freezes the same name again as a higher revision. */
export function mayFollow(versions: readonly string[], previous: string | null, next: string): boolean {
  const from = previous === null ? -1 : versions.indexOf(previous);
  const to = versions.indexOf(next);
  return to !== -1 && (to === from + 1 || to === from);
}
