import { nameSome } from '../../kit/requirement.js';
import { type PlanRequirement } from '../../kit/plan-requirement.js';

export type MaterialsFacts = {
  owed: number;
  accepted: number;
  waived: number;
  notHandedIn: number;
  toReview: number;
  returned: number;
  units: string[];
};

export const materialsSettled: PlanRequirement<MaterialsFacts> = {
  title: '每项报送任务均已审核通过或者豁免',
  assess: ({ owed, accepted, waived, notHandedIn, toReview, returned, units }) => {
    if (owed === 0) return { met: false, sentence: '没有报送任务；请先启动编制并下达报送任务。' };
    const open = notHandedIn + toReview + returned;
    if (open === 0) {
      return { met: true, sentence: `报送任务共${owed}项，审核通过${accepted}项，豁免${waived}项。` };
    }
    return {
      met: false,
      sentence:
        `还有${open}家单位未办结：未报送${notHandedIn}家、待审核${toReview}家、退回待补正${returned}家` +
        `（${nameSome(units, open, '家')}）；可催报、延期、审核或者逐家豁免。`,
    };
  },
};
