import { passageHtml } from '../render/passage.js';
import { rewordClause } from './reword-clause.js';
import {
  compareDrafts,
  identifyClauses,
  parseDraft,
  renderDraftText,
  tablesOf,
  wordingOf,
} from './text/index.js';

const table = '| 指标 | 2025年 |\n| 合格率 | ≥98% |';
const text = `实施方案\n\n一、主要目标\n\n主要指标见下表：\n\n${table}\n\n继续努力。\n`;
const clausesOf = (source: string) => {
  let next = 0;
  return identifyClauses(parseDraft({ kind: 'text', text: source }), () => `c${next++}`);
};

describe('a table of a clause', () => {
  const [clause] = clausesOf(text);

  it('stands among its passages', () => {
    expect(wordingOf(clause)).toEqual(['主要目标', '主要指标见下表：', table, '继续努力。']);
    expect(tablesOf(clause)[0].rows).toEqual([
      ['指标', '2025年'],
      ['合格率', '≥98%'],
    ]);
  });

  it.each(['text', 'markdown'] as const)('is there again after it was printed as %s and read', (format) => {
    const printed = renderDraftText({ title: '实施方案', head: [], foot: [], clauses: [clause] }, format);
    const [again] = parseDraft({ kind: format, text: printed }).clauses;
    expect(wordingOf(again)).toEqual(wordingOf(clause));
  });

  it('is compared cell by cell', () => {
    const [compared] = compareDrafts([clause], clausesOf(text.replace('≥98%', '≥99%')));
    expect(compared.status).toBe('reworded');
    expect(compared.segments.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', text: '98' },
      { kind: 'added', text: '99' },
    ]);
  });

  it('stays when the clause is reworded, and can be changed in the same field', () => {
    const changed = `主要指标见下表：\n${table.replace('98', '99')}\n继续努力。`;
    const reworded = rewordClause(clause, clause.title, changed);
    expect(tablesOf(reworded)[0].rows[1]).toEqual(['合格率', '≥99%']);
    expect(reworded.body).toBe('主要指标见下表：\n继续努力。');
  });

  it('is printed on a page as a table, merged cells as one', () => {
    expect(passageHtml('| 甲 | < |\n| ^ | <b> |')).toContain('<td>&lt;b&gt;</td>');
    expect(passageHtml('| 甲 | < |\n| 乙 | 丙 |')).toContain('<th colspan="2">甲</th></tr>');
    expect(passageHtml('a < b')).toBe('<p>a &lt; b</p>');
  });
});
