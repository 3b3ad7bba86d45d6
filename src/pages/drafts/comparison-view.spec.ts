import { compareDrafts, identifyClauses, parseDraft } from '../../drafts/text/index.js';
import { comparedClauses } from './comparison-view.js';

const clausesOf = (table: string) => {
  let next = 0;
  const text = `实施方案\n\n一、主要目标\n\n主要指标见下表：\n\n${table}\n`;
  return identifyClauses(parseDraft({ kind: 'text', text }), () => `c${next++}`);
};
const table = '| 指标 | 目标 | < |\n| ^ | 2025年 | 2035年 |\n| 合格率 | ≥95% | ≥97% |';

describe('a comparison of clauses', () => {
  it('tells of merged cells in words, and shows what changed in the others', () => {
    const compared = compareDrafts(clausesOf(table), clausesOf(table.replace('97', '98')));
    const [{ segments }] = comparedClauses(compared);
    const text = segments.map((segment) => segment.text).join('');
    expect(text).toContain('| 目标 | 〔并入左格〕 |');
    expect(text).toContain('| 〔并入上格〕 | 2025年 |');
    expect(segments.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', text: '97' },
      { kind: 'added', text: '98' },
    ]);
  });

  it('leaves signs of the text alone', () => {
    const compared = compareDrafts(clausesOf('增速 a < b ^ c。'), clausesOf('增速 a < b ^ d。'));
    const text = comparedClauses(compared)[0]
      .segments.map((segment) => segment.text)
      .join('');
    expect(text).toContain('a < b ^');
  });
});
