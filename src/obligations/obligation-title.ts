import { type Compilation } from '../compilation/index.js';
import { type UnitCategory } from '../directory/index.js';
import { type ObligationKind } from './obligation.entity.js';

/** What is owed, as mails, calendar entries and lists call it (通知四、（一）1; 五、（三）). */
export function obligationTitle(
  compilation: Pick<Compilation, 'shortTitle'>,
  kind: ObligationKind,
  category: UnitCategory,
): string {
  if (kind === 'reply') return `${compilation.shortTitle}征求意见回函`;
  return category === 'institute' ? '课题研究报告' : `${compilation.shortTitle}材料`;
}
