import { type Compilation } from '../../compilation/index.js';
import { type DraftVersionName } from '../../../workflows/index.js';

/** 质量强国建设纲要上海实施方案（征求意见稿）, without 《》. */
export const draftTitle = (compilation: Pick<Compilation, 'title'>, version: DraftVersionName): string =>
  `${compilation.title.replace(/^《|》$/g, '')}（${version}）`;
