import { type WorkflowDefinition } from '../kit/definition.js';
import { opinionMachine } from './machine.js';
import { opinionRequirements } from './requirements.js';

export { type OpinionEventType } from './machine.js';
export type * from './requirements.js';

export const dispositions = ['采纳', '部分采纳', '不采纳', '已有体现', '留作研究'] as const;
export type Disposition = (typeof dispositions)[number];

export const opinionWorkflow: WorkflowDefinition = {
  id: 'opinion@1',
  title: '意见',
  machine: opinionMachine,
  requirements: opinionRequirements,
  eventTitles: {
    assign: '分派',
    dispose: '办理',
    returnDisposition: '退回重办',
    approveDisposition: '复核通过',
    reopen: '重新办理',
    split: '拆分',
  },
  stateTitles: {
    received: '待分派',
    assigned: '待处理',
    disposed: '待复核',
    reviewed: '已办结',
    divided: '已拆分',
  },
  mainLine: ['assign', 'dispose', 'approveDisposition'],
};
