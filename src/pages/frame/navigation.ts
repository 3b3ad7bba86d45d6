/** The areas of the secretariat's work, in the order of the navigation. */
export const areas = [
  { key: 'overview', label: '总览' },
  { key: 'materials', label: '报送' },
  { key: 'topics', label: '课题与指标' },
  { key: 'drafts', label: '文稿' },
  { key: 'consultation', label: '征求意见' },
  { key: 'meetings', label: '会议' },
  { key: 'reminders', label: '提醒' },
  { key: 'packet', label: '报批' },
  { key: 'ledger', label: '台账' },
  { key: 'rehearsal', label: '推演' },
  { key: 'settings', label: '设置' },
] as const;

export type AreaKey = (typeof areas)[number]['key'];

/** Where a compilation's pages begin, as a route's pattern. */
export const inStaffPages = '/c/:compilationId';

export const areaPath = (compilationId: string, key: AreaKey): string => `/c/${compilationId}/${key}`;
