import { type WorkflowDefinition } from '../kit/definition.js';
import { obligationMachine } from './machine.js';
import { obligationMachine1 } from './machine-1.js';
import { firstRequirements, obligationRequirements } from './requirements.js';

export { type ObligationEventType } from './machine.js';
export { type ReasonedFacts, type SubmissionFacts } from './requirements.js';

const firstEventTitles = {
  beginDrafting: '开始填报',
  submit: '报送',
  withdraw: '撤回',
  returnForRevision: '退回补正',
  accept: '审核通过',
  waive: '豁免',
  endUnanswered: '到期未复',
};
const stateTitles = {
  owed: '未报送',
  drafting: '填报中',
  submitted: '待审核',
  returned: '退回待补正',
  accepted: '审核通过',
  waived: '豁免',
  unanswered: '未回复',
};
const mainLine = ['beginDrafting', 'submit', 'accept'];

/** What new obligations begin with. */
export const obligationWorkflow: WorkflowDefinition = {
  id: 'obligation@2',
  title: '报送任务',
  machine: obligationMachine,
  requirements: obligationRequirements,
  eventTitles: { ...firstEventTitles, revokeAcceptance: '撤销审核通过', revokeWaiver: '撤销豁免' },
  stateTitles,
  mainLine,
  wrapper: 'outstanding',
};

/** What obligations of a house before it began with. */
export const obligationWorkflow1: WorkflowDefinition = {
  id: 'obligation@1',
  title: '报送任务',
  machine: obligationMachine1,
  requirements: firstRequirements,
  eventTitles: firstEventTitles,
  stateTitles,
  mainLine,
};
