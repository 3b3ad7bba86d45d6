import { dispositionTable, type ReturnReport } from '../../consultation/index.js';
import { dispositions } from '../../../workflows/index.js';
import { type DialogueInput, dialogueView } from '../sheets/index.js';

const changesShown = 10;
const refusalsShown = 500;

/** What a table that came back would do, for the page. */
export function returnedView(report: ReturnReport, typed: DialogueInput, fileName: string) {
  const { changes, refusals, unchanged, blank, doubts } = report;
  const blocked = doubts.some(({ blocks }) => blocks);
  const counts = dispositions.map((word) => ({
    word,
    count: changes.filter(({ disposition }) => disposition === word).length,
  }));
  return {
    fileName,
    count: changes.length,
    counts: counts.filter(({ count }) => count > 0),
    assigned: changes.filter(({ assigns }) => assigns).length,
    sentence: sentenceOf(report, fileName, blocked),
    takeable: changes.length > 0 && !blocked,
    sample: changes.slice(0, changesShown).map(({ row, number, from, disposition, reason, clauseLabel }) => ({
      row,
      number,
      from,
      disposition,
      reason: reason === '' ? '—' : reason,
      clause: clauseLabel ?? '—',
    })),
    refusals: refusals.slice(0, refusalsShown),
    refused: refusals.length,
    shown: refusalsShown,
    unchanged,
    blank,
    dialogue: dialogueView(dispositionTable, report, typed),
  };
}

function sentenceOf({ changes, refusals }: ReturnReport, fileName: string, blocked: boolean): string {
  if (blocked) return `“${fileName}”有须先改选的地方，尚未办理任何一件。`;
  const passed = refusals.length === 0 ? '' : `${refusals.length}行不能办理，`;
  if (changes.length === 0) return `“${fileName}”中没有可以办理的行，${passed}尚未办理任何一件。`;
  return `“${fileName}”将办理${changes.length}件，${passed}尚未办理。`;
}
