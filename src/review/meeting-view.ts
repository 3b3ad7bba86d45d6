import { type Finding } from '../../workflows/index.js';
import { type Invitee } from './invitee.entity.js';
import { type Meeting } from './meeting.entity.js';
import { type ReviewPoint } from './review-point.entity.js';

/** How an invitee's written opinion stands: void when it was changed after it was signed. */
export type SignatureState = 'unsigned' | 'signed' | 'void';

export interface InviteeView extends Pick<
  Invitee,
  'id' | 'partyId' | 'name' | 'organisation' | 'response' | 'present' | 'conflict' | 'recommendation'
> {
  recused: boolean;
  writtenOpinion: string;
  signature: SignatureState;
}

export interface MeetingView extends Meeting {
  title: string;
  /** Short of what the procedure recommends: late material, a date after the timeline's. */
  warnings: string[];
  /** What the gate says of its conclusion as things stand; null while there is nothing to weigh. */
  weight: Finding | null;
  invitees: InviteeView[];
  points: PointView[];
}

export interface PointView extends ReviewPoint {
  /** 已修改 is answered, while the clause it names reads as in the draft that was discussed. */
  clauseUnchanged: boolean;
  /** Who made the point: an expert, an organisation, or the meeting as a whole. */
  proposer: string;
}

export function pointView(
  point: ReviewPoint,
  invitees: Map<string, Invitee>,
  clauseUnchanged: boolean,
): PointView {
  const invitee = point.inviteeId === null ? undefined : invitees.get(point.inviteeId);
  const collective = { expert: '专家论证会', plenary: '全体会议', municipal: '市政府' }[point.kind];
  if (invitee === undefined) return { ...point, clauseUnchanged, proposer: collective };
  const proposer = point.kind === 'plenary' ? invitee.organisation : invitee.name;
  return { ...point, clauseUnchanged, proposer };
}
