import { type DocumentFormat, type DocumentView } from '../render/index.js';

/** 通知四、（三）2 names four parts; the table comes in two formats. Names begin with the part's number. */
export const packetParts = [
  { number: '01', title: '报批稿' },
  { number: '02', title: '编制说明' },
  { number: '03', title: '征求意见汇总处理表' },
  { number: '04', title: '支持报告汇编' },
] as const;
export type PartNumber = (typeof packetParts)[number]['number'];

/** One file of the packet: a part rendered in a format through a document template. */
export interface PacketFile {
  path: string;
  part: PartNumber;
  template: string;
  format: DocumentFormat;
}

export const packetFiles: readonly PacketFile[] = [
  { path: '01-报批稿.docx', part: '01', template: 'official', format: 'docx' },
  { path: '02-编制说明.docx', part: '02', template: 'official', format: 'docx' },
  { path: '03-征求意见汇总处理表.docx', part: '03', template: 'disposition', format: 'docx' },
  { path: '03-征求意见汇总处理表.xlsx', part: '03', template: 'disposition', format: 'xlsx' },
  { path: '04-支持报告汇编.docx', part: '04', template: 'official', format: 'docx' },
];

/** Each room's part of the packet as a document's view; read inside the act that asks for the packet. */
export type PartSource = () => Promise<Pick<DocumentView, 'head' | 'rows' | 'tail'>>;
