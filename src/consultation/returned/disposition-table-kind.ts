import { type TableKind } from '../../sheets/index.js';

export type ReturnedField = 'number' | 'content' | 'disposition' | 'reason' | 'clause' | 'check';

/** 征求意见汇总处理表 as it comes back, filled in. */
export const dispositionTable: TableKind<ReturnedField> = {
  id: 'dispositions',
  title: '汇总处理表',
  needed: 'number',
  fields: [
    { field: 'number', title: '意见编号', named: /^意见(?:的)?编号$/u },
    { field: 'content', title: '意见内容', named: /^意见内容$/u },
    { field: 'disposition', title: '处理意见', named: /^(?:处理意见|处理情况|处理结果|采纳情况|办理意见)$/u },
    {
      field: 'reason',
      title: '理由',
      named: /^(?:(?:处理|不采纳|未采纳|采纳情况)?(?:的)?理由|理由及说明|说明理由)$/u,
    },
    { field: 'clause', title: '修改后条款', named: /^(?:修改后?的?条款|修改条款|所改条款|对应修改条款)$/u },
    { field: 'check', title: '核对码', named: /^核对码$/u },
  ],
  context:
    /^(?:序号|章条编号|提出单位(?:（渠道、类别）)?|渠道|类别|承办人|复核人|备注|说明|意见处理情况|未收到意见反馈。)$/u,
};
