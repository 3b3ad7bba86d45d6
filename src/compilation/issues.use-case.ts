import { z } from 'zod';
import { type Act, correctionReason, defineAct, RecordInUse, withdrawRow } from '../engine/index.js';
import {
  beganInput,
  canonicalJson,
  exampleId,
  idSchema,
  InvalidInput,
  lineInput,
  named,
  NotFound,
  requireBegan,
  saveRevision,
  secretariat,
  sha256,
  textInput,
} from '../platform/index.js';
import { decisionContent, issueContent } from './edited-content.js';
import { Issue } from './issue.entity.js';

/*
 * A major problem or an unresolved disagreement is logged, put before the leading group, and closed by its decision.
 */

const view = z.object({
  holder: named('持该意见的单位', lineInput()),
  view: named('意见', lineInput(2000)),
  reason: named('理由', textInput()),
});

/** What is written down of it. */
export const issueFields = z.object({
  kind: named('种类', z.enum(['重大问题', '分歧意见'])),
  title: named('事项', lineInput()),
  views: named('各方意见', z.array(view).min(1, { error: '请写明至少一方的意见' })),
  proposal: named('处理建议', textInput()),
});
const example: z.input<typeof issueFields> = {
  kind: '分歧意见',
  title: '2025年目标值的取法',
  views: [
    { holder: '甲单位', view: '目标值应从高', reason: '与国家纲要衔接' },
    { holder: '乙单位', view: '目标值应留余地', reason: '基数尚待核定' },
  ],
  proposal: '建议按国家纲要口径确定，并注明测算依据。',
};
const issueId = idSchema;

export const raiseIssue = defineAct({
  name: 'issue.raised',
  title: '登记重大分歧',
  summary: '登记一项重大问题或者分歧意见',
  may: secretariat,
  path: 'issues',
  input: issueFields,
  example,
  answer: z.object({ id: z.string() }),
  status: 201,
  async perform(act, issue) {
    const { compilationId } = act;
    const id = act.ids.next();
    const open = { escalatedAt: null, decision: null, decidedAt: null, revision: 1 };
    await act.tx.insert(Issue, { ...issue, ...open, id, compilationId, raisedAt: act.now } as never);
    act.note({ id, kind: issue.kind });
    return { id };
  },
});

/**
 * Completes or corrects what was written down, e.g. the other side's view. What was put before the leading group is
 * put before it anew: the group decides on what it read.
 * @throws RecordInUse once it is decided
 */
export const amendIssue = defineAct({
  name: 'issue.amended',
  title: '更正重大分歧',
  summary: '补充更正一项尚未决定的事项；已提请的须重新提请',
  may: secretariat,
  path: 'issues/:issueId/amend',
  input: issueFields.extend({ issueId, reason: named('更正的事由', correctionReason), began: beganInput }),
  example: { ...example, issueId: exampleId, reason: '补记另一方的意见' },
  async perform(act, { issueId: id, reason, began, ...content }) {
    const issue = await undecided(act, id);
    requireBegan(began, issueContent(issue), '该事项');
    await saveRevision(act.tx, Issue, issue, { ...content, escalatedAt: null }, '该事项');
    const contentDigest = sha256(canonicalJson(content));
    const escalatedBefore = issue.escalatedAt !== null;
    act.note({ id, kind: content.kind, reason, contentDigest, escalatedBefore });
  },
});

/** Takes an issue back that is none, or that the sides settled between them. @throws RecordInUse once it is decided */
export const withdrawIssue = defineAct({
  name: 'issue.withdrawn',
  title: '撤回重大分歧',
  summary: '撤回一项尚未决定的事项',
  may: secretariat,
  path: 'issues/:issueId/withdraw',
  input: z.object({ issueId, reason: named('事由', correctionReason) }),
  example: { issueId: exampleId, reason: '双方已经协商一致' },
  async perform(act, { issueId: id, reason }) {
    await withdrawRow(act, Issue, await undecided(act, id), reason);
  },
});

/** Both views must be written down first: the leading group decides on what it can read. */
export const escalateIssue = defineAct({
  name: 'issue.escalated',
  title: '提请领导小组',
  summary: '提请领导小组决定',
  may: secretariat,
  path: 'issues/:issueId/escalate',
  input: z.object({ issueId, began: beganInput }),
  example: { issueId: exampleId },
  async perform(act, { issueId: id, began }) {
    const issue = await findIssue(act, id);
    requireBegan(began, issueContent(issue), '该事项', wordsOf(issue));
    if (issue.kind === '分歧意见' && (issue.views.length < 2 || issue.proposal.trim() === '')) {
      throw new InvalidInput(
        '分歧意见须写明双方的意见、理由和处理建议后方可提请；请用“补充更正”补全，或者写明事由撤回。',
        'views-missing',
      );
    }
    await saveRevision(act.tx, Issue, issue, { escalatedAt: act.now }, '该事项');
    act.note({ id });
  },
});

/** A decision that stands is corrected with a reason. */
export const decideIssue = defineAct({
  name: 'issue.decided',
  title: '决定重大分歧',
  summary: '登记领导小组的决定',
  may: secretariat,
  path: 'issues/:issueId/decide',
  input: z.object({
    issueId,
    decision: named('决定', lineInput(2000)),
    /** Why a decision that stands already is corrected. */
    reason: named('更正的事由', textInput(500).default('')),
    began: beganInput,
  }),
  example: { issueId: exampleId, decision: '同意秘书处的处理建议。' },
  async perform(act, { issueId: id, decision, reason, began }) {
    const issue = await findIssue(act, id);
    if (issue.escalatedAt === null) {
      throw new InvalidInput('该事项尚未提请领导小组，不能登记决定；请先提请。', 'not-escalated');
    }
    requireBegan(began, decisionContent(issue), '该事项', wordsOf(issue));
    const corrects = issue.decidedAt !== null;
    if (corrects && reason.trim() === '') {
      throw new InvalidInput('决定已经登记，更正须写明事由；请写明更正的事由。', 'correction-reason-missing');
    }
    await saveRevision(act.tx, Issue, issue, { decision, decidedAt: act.now }, '该事项');
    act.note({ id, ...(corrects && { reason }) });
  },
});

async function undecided(act: Act, id: string): Promise<Issue> {
  const issue = await findIssue(act, id);
  if (issue.decidedAt !== null) {
    throw new RecordInUse('该事项', '已由领导小组决定', '决定有误的，请写明事由更正决定');
  }
  return issue;
}

async function findIssue(act: Act, id: string): Promise<Issue> {
  const issue = await act.tx.findOneBy(Issue, { id, compilationId: act.compilationId });
  if (issue === null) throw new NotFound('重大问题或者分歧意见', id);
  return issue;
}

/** What is decided on, in short. */
function wordsOf({ title, views, proposal }: Issue): string {
  const sides = views.map(({ holder, view }) => `${holder}“${view}”`).join('，');
  return `“${title}”，${sides}${proposal === '' ? '' : `，处理建议“${proposal}”`}`;
}
