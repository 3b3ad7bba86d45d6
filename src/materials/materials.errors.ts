import { Refusal } from '../platform/index.js';

const remedies: Record<string, string> = {
  submitted: '材料已经报送，内容已冻结。如需修改，请先撤回。',
  accepted: '材料已经审核通过，内容已冻结，不能修改。如确需更正，请与起草工作组秘书处联系。',
  waived: '该报送任务已经豁免，不需要报送材料。',
  unanswered: '该报送任务已经结束，不能再填报。如需补报，请与起草工作组秘书处联系。',
};

/** What was handed in stays as it was certified. */
export class MaterialFrozen extends Refusal {
  constructor(state: string) {
    super('material-frozen', remedies[state] ?? '材料已经冻结，不能修改。', 409);
  }
}

export class NotAMaterial extends Refusal {
  constructor() {
    super('not-a-material', '该任务是征求意见回函，不是材料报送；请从征求意见页面回复。');
  }
}

export class NotAResearchReport extends Refusal {
  constructor() {
    super(
      'not-a-research-report',
      '只有科研院所的课题研究报告需要选定研究方向；贵单位按四部分内容报送即可。',
    );
  }
}
