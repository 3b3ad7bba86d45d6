import { areaPath } from '../frame/navigation.js';

export type DraftsEntry = 'versions' | 'compare' | 'import' | 'basis';

/** The pages of 文稿; reading and editing one version belong to the first. */
export function draftsNav(compilationId: string, current: DraftsEntry | null) {
  const base = areaPath(compilationId, 'drafts');
  const entries = [
    { key: 'versions', label: '文稿版本', href: base },
    { key: 'compare', label: '版本对照', href: `${base}/compare` },
    { key: 'import', label: '上传修改稿', href: `${base}/import` },
    { key: 'basis', label: '上位文件', href: `${base}/basis` },
  ];
  return entries.map(({ key, label, href }) => ({ label, href, current: key === current }));
}
