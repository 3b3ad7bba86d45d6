import { InvalidInput } from '../../platform/index.js';

export type OpinionField =
  | 'content'
  | 'clauseLabel'
  | 'quotation'
  | 'proposer'
  | 'category'
  | 'channel'
  | 'receivedOn'
  | 'personName'
  | 'personContact';

/** The titles under which offices send their columns; the first is ours. */
const titles: Record<OpinionField, readonly string[]> = {
  content: ['意见内容', '意见', '意见建议', '意见和建议', '修改意见', '修改意见和建议'],
  clauseLabel: ['章条编号', '章条', '章节号', '章节条款', '条款', '条款编号'],
  quotation: ['原文', '引用原文', '原条款内容'],
  proposer: ['提出单位', '单位', '单位名称', '提出者', '提出单位或者个人', '提出单位（个人）'],
  category: ['提出者类别', '类别'],
  channel: ['渠道', '来源', '意见渠道'],
  receivedOn: ['收到日期', '收到时间', '日期', '提交时间'],
  personName: ['姓名', '联系人'],
  personContact: ['联系方式', '联系电话', '电话', '电子邮箱', '邮箱'],
};

const fieldOf = new Map(
  Object.entries(titles).flatMap(([field, names]) => names.map((name) => [name, field as OpinionField])),
);

export interface Columns {
  /** Place of the header in the sheet, from 0. */
  headerRow: number;
  /** Column of each field that the sheet has, from 0. */
  at: Map<OpinionField, number>;
}

/** A few lines of title may stand above the header. */
const mostRowsAboveHeader = 10;

/** @throws InvalidInput when no column holds the opinions themselves */
export function findColumns(rows: readonly string[][]): Columns {
  for (const [headerRow, cells] of rows.slice(0, mostRowsAboveHeader + 1).entries()) {
    const at = new Map<OpinionField, number>();
    cells.forEach((cell, column) => {
      const field = fieldOf.get(cell.replace(/[\s*＊]/gu, ''));
      if (field !== undefined && !at.has(field)) at.set(field, column);
    });
    if (at.has('content')) return { headerRow, at };
  }
  throw new InvalidInput(
    `表中没有“意见内容”一列；第一行应为列名：${Object.values(titles)
      .map(([first]) => first)
      .join('、')}，其中“意见内容”必须有。`,
    'no-content-column',
  );
}
