export const plenaryConclusions = ['通过', '修改后通过', '退回'] as const;

/**
 * Shares of the leading group's units, of which the group may choose one: 《重大行政决策程序暂行条例》第三十条 wants a discussion
 * by the full meeting, but numbers no quorum.
 */
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
