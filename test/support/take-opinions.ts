import { type OpinionChoice, readOpinions } from '../../src/consultation/import/read-opinions.js';
import { UnitIndex } from '../../src/directory/index.js';
import { readWorkbook } from '../../src/files/index.js';

const unit = (shortName: string) => {
  const name = `上海${shortName}`;
  return { id: shortName, key: shortName, name, shortName, aliases: [] };
};
const units = new UnitIndex(['市财政局', '市商务委', '市国资委', '市统计局'].map(unit));

/** A table of opinions as an import would take it, in the short words of a test. */
export const takeOpinions = async (bytes: Uint8Array, fileName: string, choice: OpinionChoice = {}) => {
  const now = Date.parse('2021-10-08T09:00:00+08:00');
  const context = { fileName, units, channel: null, year: 2021, now };
  const { rows, answers, doubts, leftOut } = readOpinions(
    await readWorkbook(bytes, fileName),
    choice,
    context,
  );
  return {
    rows: rows.map(({ row, content, clause, proposer, channel, receivedOn }) => ({
      row,
      content,
      clause,
      proposer,
      channel,
      receivedOn,
    })),
    answers: answers.map(({ row, proposer }) => [row, proposer]),
    doubts: doubts.map(({ place, message }) => `${place} ${message}`),
    leftOut: leftOut.map(({ place, what }) => `${place} ${what}`),
  };
};
