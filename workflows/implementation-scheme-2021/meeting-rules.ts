/**
 * What a conclusion must rest on. 《重大行政决策程序暂行条例》第十九条、第二十条 want experts who are independent and stand for
 * different views, and written opinions that are signed; 第三十条 wants a discussion by the full meeting, but numbers no
 * quorum. The numbers below are therefore this definition's own; the leading group may set another attendance.
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

/** Shares of the leading group's units, of which the group may choose one. */
export const attendanceShares = {
  moreThanHalf: { title: '过半数到会', least: (units: number) => Math.floor(units / 2) + 1 },
  twoThirds: { title: '三分之二以上到会', least: (units: number) => Math.ceil((units * 2) / 3) },
  all: { title: '全部到会', least: (units: number) => units },
} as const;
export type AttendanceShare = keyof typeof attendanceShares;
export const attendanceShareNames = Object.keys(attendanceShares) as [AttendanceShare, ...AttendanceShare[]];

export const plenaryRules = {
  attendance: 'moreThanHalf' as AttendanceShare,
  source: '《重大行政决策程序暂行条例》第三十条（条例未定到会人数，领导小组可另行规定）',
} as const;
