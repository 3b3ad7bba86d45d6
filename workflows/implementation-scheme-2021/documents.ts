import { type PlannedDocument } from '../kit/plan.js';

/** 通知四、（三）2 names four parts. */
export const schemeDocuments: readonly PlannedDocument[] = [
  { number: '01', title: '报批稿', source: 'draft' },
  { number: '02', title: '编制说明', source: 'explanation' },
  { number: '03', title: '征求意见汇总处理表', source: 'dispositions' },
  { number: '04', title: '支持报告汇编', source: 'submissions' },
];
