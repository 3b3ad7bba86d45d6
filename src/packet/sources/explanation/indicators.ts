import { type IndicatorRow } from '../../../materials/index.js';
import { type Column, note, paragraph, type Row, table } from '../rows.js';
import { type PacketPass } from '../../packet-pass.entity.js';
import { indicatorPlace, passesOf } from '../../unfinished.js';
import { type Section, sentence } from './section.js';

const indicatorColumns: Column[] = [
  { title: '序号', width: 580 },
  { title: '指标', width: 1560 },
  { title: '单位', width: 760 },
  { title: '基期值', width: 840 },
  { title: '2025年', width: 960 },
  { title: '2035年', width: 960 },
  { title: '数据来源', width: 1164 },
  { title: '测算方法', width: 920 },
  { title: '提出单位', width: 1100 },
];

/** Targets for 2025 and 2035 with base value, source, method and who set them (通知四、（一）1). */
export const indicators: Section = async ({ tx, compilation, reads }) => {
  const passes = await passesOf(tx, compilation.id);
  const { rows, conflicting, submissions } = await reads.indicators.table(compilation.id, {
    acceptedOnly: true,
  });
  const heldBy = new Set(rows.flatMap(({ entries }) => entries.map(({ unitId }) => unitId))).size;
  if (rows.length === 0) return [paragraph(`审核通过的${submissions}份材料中没有指标。`)];
  const conflicts = conflicting === 0 ? '取值没有相互矛盾' : `其中${conflicting}项取值不一致，列于表后`;
  return [
    paragraph(
      `审核通过的材料中，${heldBy}家单位提出指标${rows.length}项，均有2025年和2035年目标；${conflicts}。`,
    ),
    ...table(indicatorColumns, rows.flatMap(indicatorCells)),
    ...rows.flatMap((row, index) => conflictNotes(row, index, passes.get(indicatorPlace(row)))),
  ];
};

/** What contradicts; who says what stands in the table. */
function conflictNotes(
  { name, conflicts: found }: IndicatorRow,
  index: number,
  pass: PacketPass | undefined,
): Row[] {
  if (found.length === 0) return [];
  const what = found.map((conflict) => conflict.sentence.split('：')[0].replace('不一致', ''));
  const stands =
    pass === undefined ? '' : `经${pass.post.trim()}同意保留各单位数值，理由：${sentence(pass.reason)}`;
  return [note(`第${index + 1}项“${name}”：${what.join('、')}不一致。${stands}`)];
}

const mostNamed = 3;

/** One line for each set of values; the units that agree on one stand in it together. */
function indicatorCells({ name, entries }: IndicatorRow, index: number): string[][] {
  const lines = new Map<string, { cells: string[]; units: string[] }>();
  for (const { unit, baseline, value2025, value2035, source, method, unitName } of entries) {
    const values = [unit, baseline?.text ?? '', value2025.text, value2035.text, source, method];
    const key = JSON.stringify(values);
    const line = lines.get(key) ?? { cells: values, units: [] };
    line.units.push(unitName);
    lines.set(key, line);
  }
  return [...lines.values()].map(({ cells, units }) => [String(index + 1), name, ...cells, nameSome(units)]);
}

const nameSome = (units: string[]): string =>
  units.length <= mostNamed ? units.join('、') : `${units.slice(0, mostNamed).join('、')}等${units.length}家`;
