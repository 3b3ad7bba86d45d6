import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seedsFolder } from '../../platform/index.js';
import { identifyClauses, parseDraft, shortNameFaults } from './index.js';

function faultsIn(...lines: string[]) {
  const draft = parseDraft({ kind: 'text', text: lines.join('\n') });
  let number = 0;
  return shortNameFaults({ ...draft, clauses: identifyClauses(draft, () => `c${++number}`) });
}

const title = '质量强市建设方案';

describe('a defined short name', () => {
  test('that is defined once and then used is in order', () => {
    expect(
      faultsIn(
        title,
        '一、总体要求',
        '（一）依据。按照《质量强国建设纲要上海实施方案》（以下简称《实施方案》）执行。',
        '（二）分工。市质量工作领导小组办公室（以下简称“市质量办”）牵头实施《实施方案》，市质量办定期通报。',
      ),
    ).toEqual([]);
  });

  test('that is used before it is defined is pointed out where it is used', () => {
    const faults = faultsIn(
      title,
      '一、总体要求',
      '（一）分工。市质量办牵头。',
      '（二）通报。市质量工作领导小组办公室（以下简称“市质量办”）定期通报，市质量办汇总。',
    );
    expect(faults).toMatchObject([{ kind: 'used-before', shortName: '市质量办', label: '一、（一）' }]);
    expect(faults[0].message).toContain('“一、（一）”已经使用，到“一、（二）”才规定');
  });

  test('that is defined a second time is pointed out there', () => {
    const office = '市质量工作领导小组办公室（以下简称“市质量办”）牵头，市质量办汇总。';
    const faults = faultsIn(title, '一、总体要求', `（一）分工。${office}`, `（二）通报。${office}`);
    expect(faults).toMatchObject([{ kind: 'defined-twice', label: '一、（二）' }]);
  });

  test('that is never used afterwards is pointed out', () => {
    const faults = faultsIn(
      title,
      '一、总体要求',
      '（一）分工。市质量工作领导小组办公室（以下简称市质量办）牵头。',
    );
    expect(faults).toMatchObject([{ kind: 'unused', shortName: '市质量办' }]);
  });

  test('may be defined before the first clause', () => {
    const head = '根据《质量强国建设纲要》（以下简称《纲要》），制定本方案。';
    expect(faultsIn(title, head, '一、总体要求', '（一）目标。落实《纲要》。')).toEqual([]);
  });

  test('of the notice itself is in order, every one of them', () => {
    const notice = readFileSync(join(seedsFolder, 'basis', 'notice-2021-4.txt'), 'utf8');
    expect(notice.match(/以下简称/g)).toHaveLength(2);
    expect(faultsIn(notice)).toEqual([]);
  });
});
