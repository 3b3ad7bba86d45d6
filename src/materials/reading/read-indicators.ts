import { type Amount, foldUnit, longestAmount, readAmount, readTarget } from '../content/index.js';
import { type BodyRow, bodyRows } from './body-rows.js';
import { type Findings, quote } from './findings.js';
import { type IndicatorColumns, indicatorColumns, type TargetColumn } from './indicator-columns.js';
import { splitUnit, unitFrom } from './indicator-unit.js';
import { readTargetSentences } from './target-sentences.js';
import { continuesHead, possibleHeads, type TableHead, type TableRows, transposed } from './table-head.js';
import { type TargetYear, targetYears } from './years.js';

export interface ReadIndicator {
  name: string;
  unit: string;
  bound: '';
  /** Amounts as they are written, so that the unit and everybody after it reads what it wrote. */
  baseline: string;
  value2025: string;
  value2035: string;
  source: string;
  method: string;
}

type Found = { head: TableHead; columns: IndicatorColumns; rows: TableRows };

/** The indicators of a table; null when it is none of indicators. Both years as columns, or as rows. */
export function readIndicators(table: TableRows, place: string, findings: Findings): ReadIndicator[] | null {
  const upright = findColumns(table);
  const found = upright ?? findColumns(transposed(table));
  if (found === null) return null;
  if (!isOfIndicators(found)) return null;
  const where = upright === null ? `${place}（转置）` : place;
  const rows = bodyRows(found.rows, found.head, where, findings);
  if (rows.length === 0) return null;
  tellUnused(found, where, findings);
  tellMissingYears(found.columns, where, findings);
  const indicators: ReadIndicator[] = [];
  for (const row of rows) {
    const read = readRow(row, found, indicators.at(-1)?.name ?? '', findings);
    if (read !== null) indicators.push(read);
  }
  return indicators;
}

function findColumns(table: TableRows): Found | null {
  let last: Found | null = null;
  for (const head of possibleHeads(table)) {
    const columns = indicatorColumns(head.titles);
    if (columns === null) continue;
    // A taller head is only taken when a row without a value follows the lower one.
    if (last !== null && !continuesHead(table[head.bodyFrom - 1])) break;
    last = { head, columns, rows: table };
  }
  return last;
}

/** A table with one year only may be of anything; it is one of indicators when its head says so. */
function isOfIndicators({ columns, rows, head }: Found): boolean {
  const { targets, both, named, name } = columns;
  if (targets[2025].length > 0 && targets[2035].length > 0) return true;
  if (both.length === 0) return named;
  const cells = rows.slice(head.bodyFrom).flatMap((row) => both.map((place) => row[place] ?? ''));
  return (
    named ||
    cells.some(
      (cell) => readTargetSentences(`${rows[head.bodyFrom]?.[name] ?? ''}${cell}`).targets.length > 0,
    )
  );
}

function tellUnused({ head, columns, rows }: Found, place: string, findings: Findings): void {
  const { name, unit, baseline, source, method, targets, both } = columns;
  const used = new Set([
    name,
    unit,
    baseline,
    source,
    method,
    ...both,
    ...targets[2025].map((column) => column.place),
    ...targets[2035].map((column) => column.place),
  ]);
  head.titles.forEach((title, index) => {
    if (used.has(index) || /^(?:序号|编号|序|no\.?)$/iu.test(title)) return;
    const texts = rows
      .slice(head.bodyFrom)
      .map((row) => (row[index] ?? '').trim())
      .filter((text) => text !== '');
    if (texts.length > 0)
      findings.leaveOut(
        place,
        `“${title || `第${index + 1}列`}”一栏：${quote([...new Set(texts)].join('、'))}`,
      );
  });
}

function tellMissingYears({ targets, both }: IndicatorColumns, place: string, findings: Findings): void {
  if (both.length > 0) return;
  for (const year of targetYears) {
    if (targets[year].length === 0) findings.doubt(place, `指标表没有${year}年一栏，请补填`);
  }
}

function readRow(
  row: BodyRow,
  { columns, head }: Found,
  before: string,
  findings: Findings,
): ReadIndicator | null {
  const cell = (place: number | null) => (place === null ? '' : (row.cells[place] ?? '').trim());
  const written = cell(columns.name).replace(/\s*\n\s*/gu, '');
  const stated = statedTargets(row, columns, findings);
  if (written === '' && stated[2025] === '' && stated[2035] === '') {
    findings.leaveOut(
      row.place,
      `“${quote(row.cells.filter((text) => text.trim() !== '').join(' '))}”（没有指标名称）`,
    );
    return null;
  }
  if (written === '') findings.doubt(row.place, `没有指标名称，按上一行的“${before}”读入，请核对`);
  const aboveUnit =
    head.above
      .map((text) => /单位[:：]\s*([^\s，,；;）)]+)/u.exec(text)?.[1] ?? '')
      .find((text) => text !== '') ?? '';
  const { name, unit: givenUnit } = splitUnit(written === '' ? before : written, cell(columns.unit) || '');
  const cells = { baseline: cell(columns.baseline), value2025: stated[2025], value2035: stated[2035] };
  const unit = givenUnit || unitFrom(Object.values(cells), row.place, findings) || aboveUnit;
  const indicator = {
    name,
    unit,
    bound: '' as const,
    ...cells,
    source: cell(columns.source),
    method: cell(columns.method),
  };
  tellUncertain(indicator, row.place, findings);
  return { ...indicator, baseline: readAmount(cells.baseline) === null ? '' : cells.baseline };
}

/** What the cells of a row say of each target year. */
function statedTargets(
  row: BodyRow,
  { targets, both, name }: IndicatorColumns,
  findings: Findings,
): Record<TargetYear, string> {
  const cell = (place: number) => (row.cells[place] ?? '').trim();
  const stated = {
    2025: composed(2025, targets[2025], cell, row, findings),
    2035: composed(2035, targets[2035], cell, row, findings),
  };
  for (const place of both) {
    const text = cell(place);
    if (text === '') continue;
    const inTwo = text.split(/[/／\n→]/u);
    const read = readTargetSentences(text, cell(name));
    for (const [index, year] of targetYears.entries()) {
      if (stated[year] !== '') continue;
      const found = read.targets.find((target) => target.year === year)?.text;
      stated[year] = found ?? (inTwo.length === 2 && read.targets.length === 0 ? inTwo[index].trim() : '');
    }
    if (stated[2025] === '' || stated[2035] === '')
      findings.doubt(row.place, `没有读全2025年、2035年目标：“${quote(text)}”`);
  }
  return stated;
}

/** 下限 and 上限 are the two ends of one range. */
function composed(
  year: TargetYear,
  columns: readonly TargetColumn[],
  cell: (place: number) => string,
  row: BodyRow,
  findings: Findings,
): string {
  const end = (which: 'upper' | 'lower') =>
    columns
      .filter((column) => column.end === which)
      .map(({ place }) => cell(place))
      .find((text) => text !== '') ?? '';
  const [low, high] = [end('lower'), end('upper')];
  const plain = columns
    .filter((column) => column.end === null)
    .map(({ place }) => cell(place))
    .filter((text) => text !== '');
  if (new Set(plain).size > 1)
    findings.doubt(
      row.place,
      `${year}年有不止一栏：${plain.map((text) => `“${quote(text)}”`).join('、')}，读入第一个，请核对`,
    );
  if (plain.length > 0) {
    if (low !== '' || high !== '')
      findings.doubt(
        row.place,
        `${year}年另有上下限“${[low, high].filter((text) => text !== '').join('、')}”，没有读入`,
      );
    return plain[0];
  }
  if (low !== '' && high !== '') return `${low}—${high}`;
  if (low !== '') return readAmount(low)?.comparator === '' ? `≥${low}` : low;
  return high !== '' && readAmount(high)?.comparator === '' ? `≤${high}` : high;
}

const fieldTitles = { baseline: '基期值', value2025: '2025年目标', value2035: '2035年目标' } as const;

/** Figures that were not understood, units that are other ones, and targets that are missing. */
function tellUncertain(indicator: ReadIndicator, place: string, findings: Findings): void {
  for (const field of ['baseline', 'value2025', 'value2035'] as const) {
    const text = indicator[field];
    const what = `指标“${quote(indicator.name)}”的${fieldTitles[field]}`;
    const amount: Amount | null = text === '' ? null : readTarget(text, indicator);
    if (amount === null) {
      if (field !== 'baseline')
        findings.doubt(place, text === '' ? `${what}没有填写` : `${what}“${quote(text)}”没有写明目标`);
    } else if (amount.kind === 'qualitative' && /\d/u.test(text.normalize('NFKC'))) {
      findings.doubt(place, `${what}“${quote(text)}”没有读出数值，按原文保留`);
    } else if (amount.range !== null && amount.range[0] > amount.range[1]) {
      findings.doubt(place, `${what}“${quote(text)}”的下限大于上限，请核对`);
    } else if (
      amount.kind === 'number' &&
      amount.factor !== 1 &&
      /^[十百千万亿]/u.test(foldUnit(indicator.unit))
    ) {
      findings.doubt(
        place,
        `${what}“${quote(text)}”与计量单位“${indicator.unit}”都有“万”“亿”，按“${quote(text)}”本身计，请核对`,
      );
    }
    if (Array.from(text).length > longestAmount)
      findings.doubt(place, `${what}超过${longestAmount}个字符，未能读入`);
  }
}
