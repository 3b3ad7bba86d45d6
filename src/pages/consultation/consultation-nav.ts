import { areaPath } from '../frame/navigation.js';

export type ConsultationEntry =
  'state' | 'opinions' | 'letter' | 'import' | 'return' | 'held' | 'notice' | 'replies' | 'feedback';

/** Only the secretariat may open them. */
const forActing = new Set(['letter', 'import', 'return', 'held']);

/** The pages of 征求意见 that a visitor may open. */
export function consultationNav(compilationId: string, current: ConsultationEntry | null, mayAct = true) {
  const base = consultationPath(compilationId);
  const entries = [
    { key: 'state', label: '进展', href: base },
    { key: 'opinions', label: '意见登记簿', href: `${base}/opinions` },
    { key: 'letter', label: '登记来信来电', href: `${base}/letter` },
    { key: 'import', label: '导入意见', href: `${base}/import` },
    { key: 'return', label: '交回处理表', href: `${base}/disposition-table/return` },
    { key: 'held', label: '网上暂存', href: `${base}/held` },
    { key: 'notice', label: '公告', href: `${base}/notice` },
    { key: 'replies', label: '各单位回函', href: `${base}/replies` },
    { key: 'feedback', label: '采纳情况反馈', href: `${base}/feedback` },
  ];
  return entries
    .filter(({ key }) => mayAct || !forActing.has(key))
    .map(({ key, label, href }) => ({ label, href, current: key === current }));
}

export const consultationPath = (compilationId: string): string => areaPath(compilationId, 'consultation');

export const inConsultation = '/c/:compilationId/consultation';
