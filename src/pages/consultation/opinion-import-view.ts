import {
  channels,
  type OpinionImportReport,
  opinionTable,
  proposerCategories,
} from '../../consultation/index.js';
import { type DialogueInput, dialogueView } from '../sheets/index.js';

const rowsShown = 500;
const contentShown = 400;
const answersShown = 100;

/** What the trial of a table of opinions found, for the page. */
export function triedView(report: OpinionImportReport, typed: DialogueInput, fileName: string) {
  const { valid, answers, errors, warnings, sample } = report;
  const named = answers
    .slice(0, answersShown)
    .map(({ row, proposer }) => `第${row}行${proposer ?? '（未写单位）'}`);
  return {
    fileName,
    valid,
    errorCount: errors.length,
    warningCount: warnings.length,
    answerCount: answers.length,
    answers: `${named.join('、')}${answers.length > answersShown ? '等' : ''}。`,
    notes: warnings.slice(0, rowsShown),
    shown: rowsShown,
    takeable: errors.length === 0 && valid + answers.length > 0,
    sample: sample.map(({ row, content, clause, proposer, channel, receivedOn }) => ({
      row,
      content: content.length > contentShown ? `${content.slice(0, contentShown)}……` : content,
      clause: clause ?? '全文',
      proposer: proposer ?? '（不能确定）',
      channel,
      receivedOn: receivedOn ?? '导入当日',
    })),
    dialogue: dialogueView(opinionTable, report, typed),
    blankProposer: typed.blankProposer ?? '',
    outsiders: proposerCategories.map((name) => ({ name, chosen: typed.outsiders === name })),
    channels: channels.map((name) => ({ name, chosen: typed.channel === name })),
  };
}
