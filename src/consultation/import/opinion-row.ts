import { type CalendarDate, readWrittenDate, startOfDay } from '../../calendar/index.js';
import { type Instant } from '../../platform/index.js';
import { doubtOfRow, type SheetDoubt, type TableRow } from '../../sheets/index.js';
import { type ReceiveOpinion, receiveOpinionSchema } from '../opinions/opinion.dto.js';
import { type Channel, type ProposerCategory } from '../opinions/opinion-kinds.js';
import { channelNamed } from './channel-names.js';
import { saysNoOpinion } from './no-opinion.js';
import { type OpinionField } from './opinion-columns.js';
import { type KnownUnits, type ProposerCells, type ProposerReading, readProposer } from './row-proposer.js';

/** One row as the register would show it. */
export interface OpinionRowReading {
  row: number;
  content: string;
  clause: string | null;
  /** A unit by its short name, an organisation, or 社会公众; null when it cannot be told. */
  proposer: string | null;
  channel: Channel;
  receivedOn: CalendarDate | null;
  /** For the register; null when a doubt keeps it from being taken. */
  opinion: ReceiveOpinion | null;
}

export type RowReading =
  | { kind: 'opinion'; reading: OpinionRowReading; doubts: SheetDoubt[] }
  /** 无意见. */
  | { kind: 'answer'; row: number; proposer: string | null; unitId: string | null; doubts: SheetDoubt[] }
  | { kind: 'nothing'; doubts: SheetDoubt[] };

export interface RowContext {
  units: KnownUnits;
  /** For rows that name none. */
  channel: Channel | null;
  /** The category of proposers who are not in the roster, where a person chose one. */
  outsiders?: ProposerCategory;
  /** The year of the consultation, for dates that are written without one. */
  year: number;
  /** First day of the consultation, where it is known: what is dated long before is a slip of the pen. */
  opensOn?: CalendarDate;
  now: Instant;
}

type Cells = (field: OpinionField) => string;

/** What a row says, with everything about it that is not beyond doubt. @param name the proposer's, as decided for it */
export function readOpinionRow(
  { row, cells }: TableRow<OpinionField>,
  name: string,
  context: RowContext,
): RowReading {
  const cell: Cells = (field) => (cells[field] ?? '').trim();
  const proposer = readProposer(proposerCells(cell, name), context.units, context.outsiders);
  const content = contentOf(cell);
  if (saysNoOpinion(content) || (content === '' && /^(?:无|否|没有|0|×|无意见)$/u.test(cell('hasOpinion')))) {
    const unitId = 'proposer' in proposer ? (proposer.proposer.unitId ?? null) : null;
    const doubts = 'doubt' in proposer ? [doubtOfRow(row, `${proposer.doubt}。`, true)] : [];
    return { kind: 'answer', row, proposer: proposer.shown, unitId, doubts };
  }
  if (content === '') return { kind: 'nothing', doubts: [doubtOfRow(row, '没有写意见内容，不读入这一行。')] };
  return readOpinion(row, content, cell, proposer, context);
}

function proposerCells(cell: Cells, name: string): ProposerCells {
  return {
    name,
    category: cell('category'),
    personName: cell('personName') || null,
    personContact: cell('personContact') || null,
  };
}

function contentOf(cell: Cells): string {
  const rationale = cell('rationale');
  if (rationale === '' || saysNoOpinion(rationale)) return cell('content');
  return cell('content') === '' ? rationale : `${cell('content')}\n理由：${rationale}`;
}

function readOpinion(
  row: number,
  content: string,
  cell: Cells,
  proposer: ProposerReading,
  context: RowContext,
): RowReading {
  const doubts: SheetDoubt[] = [];
  const doubt = (message: string, blocks = false) => doubts.push(doubtOfRow(row, `${message}。`, blocks));
  if ('doubt' in proposer) doubt(proposer.doubt, true);
  const isUnit = 'proposer' in proposer && proposer.proposer.unitId !== undefined;
  const channel = channelOf(cell('channel'), context.channel, isUnit, doubt);
  const receivedOn = receivedOnOf(cell('receivedOn'), context, doubt);
  const parsed = receiveOpinionSchema.safeParse({
    content,
    clauseLabel: cell('clauseLabel') || null,
    quotation: cell('quotation') || null,
    channel,
    proposer: 'proposer' in proposer ? proposer.proposer : { category: '社会公众' },
    receivedAt: receivedOn === null ? null : startOfDay(receivedOn),
  });
  if (!parsed.success) doubt(parsed.error.issues.map(faultOf).join('；'), true);
  const reading: OpinionRowReading = {
    row,
    content,
    clause: cell('clauseLabel') || null,
    proposer: proposer.shown,
    channel,
    receivedOn,
    opinion: parsed.success && 'proposer' in proposer ? parsed.data : null,
  };
  return { kind: 'opinion', reading, doubts };
}

const fieldTitles: Record<string, string> = {
  content: '意见内容',
  clauseLabel: '章条编号',
  quotation: '原文',
  channel: '渠道',
  category: '提出者类别',
  organisation: '提出单位',
  personName: '姓名',
  personContact: '联系方式',
};

const faultOf = ({ path, message }: { path: PropertyKey[]; message: string }): string =>
  `${fieldTitles[String(path.at(-1))] ?? '内容'}${message}`;

type Doubt = (message: string) => void;

function channelOf(written: string, fallback: Channel | null, isUnit: boolean, doubt: Doubt): Channel {
  if (written === '') return fallback ?? (isUnit ? '书面复函' : '网上');
  const channel = channelNamed(written);
  if (channel !== undefined) return channel;
  doubt(`渠道“${written.slice(0, 20)}”没有认出，按“其他”登记`);
  return '其他';
}

const longestBefore = 60;

/** A day counts from its beginning: what is dated on the closing day came in time. */
function receivedOnOf(written: string, context: RowContext, doubt: Doubt): CalendarDate | null {
  if (written === '') return null;
  const { date, doubt: why } = readWrittenDate(written, context.year);
  const quoted = `收到日期“${written.slice(0, 20)}”`;
  if (date === null) {
    doubt(`${quoted}${why}，按没有写日期、导入当日收到登记`);
    return null;
  }
  if (startOfDay(date) > context.now) {
    doubt(`${quoted}晚于今天，按没有写日期、导入当日收到登记；请核对`);
    return null;
  }
  if (why !== null) doubt(`${quoted}${why}；请核对`);
  else if (context.opensOn !== undefined && isLongBefore(date, context.opensOn))
    doubt(`${quoted}远早于征求意见开始之日（${context.opensOn}）；请核对`);
  return date;
}

const isLongBefore = (date: CalendarDate, opensOn: CalendarDate): boolean =>
  startOfDay(opensOn) - startOfDay(date) > longestBefore * 86_400_000;
