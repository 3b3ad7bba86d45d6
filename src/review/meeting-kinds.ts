import { type EntityManager } from 'typeorm';
import { type Position, positionOf } from '../engine/index.js';
import {
  expertConclusions,
  expertReviewStage,
  plenaryConclusions,
  plenaryStage,
  type PlannedMeeting,
} from '../../workflows/index.js';
import { MeetingNotPlanned } from './review.errors.js';

/** The two stages that are a meeting, and what each may conclude. */
export const meetingKinds = {
  expertReview: { stage: expertReviewStage, conclusions: expertConclusions },
  plenary: { stage: plenaryStage, conclusions: plenaryConclusions },
} as const;

export type MeetingKind = keyof typeof meetingKinds;
export const meetingKindNames = Object.keys(meetingKinds) as [MeetingKind, ...MeetingKind[]];

export type Conclusion = (typeof meetingKinds)[MeetingKind]['conclusions'][number];

/** What a plan calls a meeting, and what the meeting reads, does and is due by unless told otherwise. */
export interface MeetingTerms extends PlannedMeeting {
  version: string;
  deadlineKey: string;
}

/** Null when the plan has no such meeting. */
export function plannedMeeting(position: Position, kind: MeetingKind): MeetingTerms | null {
  const { stage } = meetingKinds[kind];
  const planned = position.plan.meetings[kind];
  if (planned === undefined || !position.has(stage)) return null;
  const { versions, deadlines } = position.words(stage);
  return { ...planned, version: versions.discussed, deadlineKey: deadlines.meeting };
}

/** @throws MeetingNotPlanned when the plan has no such meeting */
export function meetingTerms(position: Position, kind: MeetingKind): MeetingTerms {
  const terms = plannedMeeting(position, kind);
  if (terms === null) throw new MeetingNotPlanned(position.plan.title);
  return terms;
}

export const findMeetingTerms = async (
  reader: EntityManager,
  compilationId: string,
  kind: MeetingKind,
): Promise<MeetingTerms> => meetingTerms(await positionOf(reader, compilationId), kind);
