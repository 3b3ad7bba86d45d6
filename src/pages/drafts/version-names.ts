import { type DraftOrigin, type DraftState, type DraftVersion } from '../../drafts/index.js';

export const stateWords: Record<DraftState, { word: string; kind: string; shape: string }> = {
  working: { word: '正在修改', kind: 'pending', shape: 'half' },
  superseded: { word: '已被后一修改稿取代', kind: 'quiet', shape: 'dash' },
  frozen: { word: '已定稿', kind: 'quiet', shape: 'done' },
};

export const originWords: Record<DraftOrigin, string> = {
  copy: '由前一版本接续',
  docx: '上传Word文档',
  markdown: '上传Markdown文本',
  text: '上传纯文本',
};

/** 征求意见稿第2次修改稿; what is frozen is the version itself. */
export const revisionName = ({ name, revision, state }: DraftVersion): string =>
  state === 'frozen' ? name : `${name}第${revision}次修改稿`;
