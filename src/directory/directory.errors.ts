import { Refusal } from '../platform/index.js';
import { type RosterIssue } from './roster/index.js';

const mostNamed = 5;

/** The file as a whole is refused; `issues` says of each bad row what to do. */
export class RosterRefused extends Refusal {
  constructor(readonly issues: RosterIssue[]) {
    const named = issues.slice(0, mostNamed).map(sentenceOf);
    const rest = issues.length > mostNamed ? `（其余${issues.length - mostNamed}处请看试导入的结果）` : '';
    super(
      'roster-refused',
      `名册有${issues.length}处错误，未导入任何一行：${named.join('')}${rest}请改正后重新导入。`,
    );
  }
}

function sentenceOf({ row, column, message }: RosterIssue): string {
  return `第${row}行${column === '' ? '' : `“${column}”`}：${message}`;
}
