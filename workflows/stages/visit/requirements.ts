import { type PlanRequirement } from '../../kit/plan-requirement.js';

export type VisitFacts = { industry: number; district: number; enterprise: number };
export const visitsLogged: PlanRequirement<VisitFacts> = {
  title: '重点行业、区域、企业均有调研走访记录',
  assess: (facts) => {
    const missing = [
      facts.industry === 0 ? '行业' : '',
      facts.district === 0 ? '区域' : '',
      facts.enterprise === 0 ? '企业' : '',
    ].filter((kind) => kind !== '');
    return missing.length > 0
      ? {
          met: false,
          sentence: `还没有对${missing.join('、')}的调研走访；请登记走访时间、地点、发现和采用情况。`,
        }
      : {
          met: true,
          sentence: `已走访行业${facts.industry}次、区域${facts.district}次、企业${facts.enterprise}次。`,
        };
  },
};
