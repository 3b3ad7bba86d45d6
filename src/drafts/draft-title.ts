import { canonicalDraftText, type DraftText } from './text/index.js';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A plan's version name in brackets at the end of a title. */
const markOf = (versions: readonly string[]): RegExp =>
  new RegExp(`[（(](?:${versions.map(escaped).join('|')})[）)]$`, 'u');

/** 《…实施方案（征求意见稿）》 without its mark: the name of the plan itself. */
const withoutVersionMark = (title: string, versions: readonly string[]): string =>
  title.trim().replace(markOf(versions), '');

/**
 * The same title for another version; the last is the published text and bears no mark. A title without one stays
 * without.
 */
export function retitle(title: string, version: string, versions: readonly string[]): string {
  if (!markOf(versions).test(title.trim())) return title;
  const name = withoutVersionMark(title, versions);
  return version === versions.at(-1) ? name : `${name}（${version}）`;
}

/** Whether two versions say the same; the name of the version in the title is no change. */
export function saysTheSame(a: DraftText, b: DraftText, versions: readonly string[]): boolean {
  const unmarked = (draft: DraftText) => ({ ...draft, title: withoutVersionMark(draft.title, versions) });
  return canonicalDraftText(unmarked(a)) === canonicalDraftText(unmarked(b));
}
