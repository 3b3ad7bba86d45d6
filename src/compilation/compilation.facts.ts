import { answer, type FactScope, type FactSource } from '../engine/index.js';
import { type CalendarShelf } from '../calendar/index.js';
import {
  approveStage,
  courseStage,
  type DraftingGroupFacts,
  draftStage,
  type EvaluationFacts,
  type FairCompetitionFacts,
  type IssuesFacts,
  type MunicipalDecisionFacts,
  type NoticeFacts,
  type PartyCommitteeFacts,
  plenaryStage,
  type ReasonFacts,
  type RiskFacts,
} from '../../workflows/index.js';
import {
  findCompilation,
  findDraftingGroup,
  findIssues,
  latestProcedure,
  latestRecord,
} from './compilation.repository.js';
import { type ProcedureContent } from './procedure-kinds.js';
import { timelineFacts } from './timeline.facts.js';

/** What this room can say about the requirements of the drafting chart. */
export function compilationFacts(shelf: CalendarShelf): FactSource[] {
  return [
    answer(courseStage, 'reasonGiven', async ({ event }): Promise<ReasonFacts> => ({
      reason: event.reason ?? '',
    })),
    answer(courseStage, 'noticeRegistered', async ({ tx, compilationId }): Promise<NoticeFacts> => {
      const { documentNumber } = await findCompilation(tx, compilationId);
      return { documentNumber };
    }),
    answer(courseStage, 'draftingGroupFormed', async ({ tx, compilationId }): Promise<DraftingGroupFacts> => {
      const group = await findDraftingGroup(tx, compilationId);
      const roles = new Set(group.map((member) => member.role));
      const wanted = { head: '组长', member: '成员', secretariat: '秘书处' } as const;
      const missing = (Object.keys(wanted) as (keyof typeof wanted)[]).filter((role) => !roles.has(role));
      return { missingRoles: missing.map((role) => wanted[role]), members: group.length };
    }),
    ...timelineFacts(shelf),
    ...procedureFacts(),
    ...issueFacts(),
  ];
}

function procedureFacts(): FactSource[] {
  const municipal = async ({ tx, compilationId }: FactScope): Promise<MunicipalDecisionFacts> => {
    const decided = await latestProcedure(tx, compilationId, 'municipalDecision');
    const { decision, approvalNumber, decidedOn } = decided ?? {
      decision: null,
      approvalNumber: null,
      decidedOn: null,
    };
    return { decision, approvalNumber, decidedOn };
  };
  return [
    answer(draftStage, 'evaluationOnFile', async ({ tx, compilationId }): Promise<EvaluationFacts> => {
      const evaluation = await latestRecord(tx, compilationId, 'evaluation');
      if (evaluation === null) return { title: null };
      const { title } = evaluation.content as ProcedureContent<'evaluation'>;
      return { title, filed: evaluation.fileDigest !== null };
    }),
    answer(plenaryStage, 'riskAssessed', async ({ tx, compilationId }): Promise<RiskFacts> => {
      const assessed = await latestProcedure(tx, compilationId, 'riskAssessment');
      return { conclusion: assessed?.conclusion ?? null };
    }),
    answer(
      plenaryStage,
      'fairCompetitionReviewed',
      async ({ tx, compilationId }): Promise<FairCompetitionFacts> => {
        const reviewed = await latestProcedure(tx, compilationId, 'fairCompetitionReview');
        return { conclusion: reviewed?.conclusion ?? null };
      },
    ),
    answer(
      approveStage,
      'partyCommitteeReported',
      async ({ tx, compilationId }): Promise<PartyCommitteeFacts> => {
        const reported = await latestProcedure(tx, compilationId, 'partyCommitteeReport');
        return { reportedOn: reported?.reportedOn ?? null };
      },
    ),
    answer(approveStage, 'municipalApprovalRecorded', municipal),
    answer(approveStage, 'municipalReturnRecorded', municipal),
  ];
}

function issueFacts(): FactSource[] {
  const issues = async ({ tx, compilationId }: FactScope): Promise<IssuesFacts> => {
    const all = await findIssues(tx, compilationId);
    return {
      total: all.length,
      open: all.filter((issue) => issue.decidedAt === null).map((issue) => issue.title),
      unescalated: all.filter((issue) => issue.escalatedAt === null).map((issue) => issue.title),
    };
  };
  return [
    answer(plenaryStage, 'disagreementsHandled', issues),
    answer(plenaryStage, 'disagreementsClosed', issues),
  ];
}
