import { type DraftVersionName, draftVersions } from '../../workflows/index.js';
import { canonicalDraftText, type DraftText } from './text/index.js';

const versionMark = new RegExp(`[（(](?:${draftVersions.join('|')})[）)]$`, 'u');

/** 《…实施方案（征求意见稿）》 without its mark: the name of the plan itself. */
export const withoutVersionMark = (title: string): string => title.trim().replace(versionMark, '');

/** The same title for another version; the published text bears no mark. A title without one stays without. */
export function retitle(title: string, version: DraftVersionName): string {
  if (!versionMark.test(title.trim())) return title;
  return version === '发布稿' ? withoutVersionMark(title) : `${withoutVersionMark(title)}（${version}）`;
}

/** Whether two versions say the same; the name of the version in the title is no change. */
export const saysTheSame = (a: DraftText, b: DraftText): boolean =>
  canonicalDraftText(unmarked(a)) === canonicalDraftText(unmarked(b));

const unmarked = (draft: DraftText): DraftText => ({ ...draft, title: withoutVersionMark(draft.title) });
