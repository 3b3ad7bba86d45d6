/**
 * What a conclusion must rest on. 《重大行政决策程序暂行条例》第十九条、第二十条 want experts who are independent and stand for
 * different views, and written opinions that are signed; how many is this stage's own number.
 */
export const expertRules = {
  /** As many as must be invited: fewer opinions are no 论证. */
  leastOpinions: 3,
  source: '《重大行政决策程序暂行条例》第十九条、第二十条',
} as const;

export const expertConclusions = ['通过', '修改后通过', '重新论证'] as const;
export type ExpertConclusion = (typeof expertConclusions)[number];

/** Which signed recommendations bear a conclusion: one may ask for more than most experts did, never for less. */
const bearing: Record<ExpertConclusion, readonly ExpertConclusion[]> = {
  通过: ['通过'],
  修改后通过: ['通过', '修改后通过'],
  重新论证: ['重新论证'],
};
export const bears = (recommendation: string | null, conclusion: string): boolean =>
  (bearing[conclusion as ExpertConclusion] as readonly (string | null)[] | undefined)?.includes(
    recommendation,
  ) ?? false;
