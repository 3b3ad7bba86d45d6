import { startOfDay, calendarDateSchema } from '../../calendar/index.js';
import { type NamedUnit, type UnitIndex } from '../../directory/index.js';
import { type Instant, Refusal } from '../../platform/index.js';
import { type ReceiveOpinion, receiveOpinionSchema } from '../opinions/opinion.dto.js';
import { channels } from '../opinions/opinion-kinds.js';
import { type OpinionField } from './opinion-columns.js';

export type RowResult = { opinion: ReceiveOpinion } | { fault: string };

type KnownUnits = UnitIndex<NamedUnit & { id: string }>;

export interface RowContext {
  units: KnownUnits;
  /** For rows that name none. */
  channel: string | null;
  now: Instant;
}

type Cells = (field: OpinionField) => string;

/** One row of a sheet as an opinion, or the sentence that says what is wrong with it. */
export function readOpinionRow(cell: Cells, context: RowContext): RowResult {
  try {
    const proposer = readProposer(cell, context.units);
    if ('fault' in proposer) return proposer;
    const receivedAt = readReceivedAt(cell('receivedOn'), context.now);
    if (typeof receivedAt === 'object' && receivedAt !== null) return receivedAt;
    const parsed = receiveOpinionSchema.safeParse({
      content: cell('content'),
      clauseLabel: orNull(cell('clauseLabel')),
      quotation: orNull(cell('quotation')),
      channel: readChannel(cell('channel'), context.channel, 'unitId' in proposer),
      proposer,
      receivedAt,
    });
    if (parsed.success) return { opinion: parsed.data };
    return { fault: `${parsed.error.issues.map(faultOf).join('；')}。` };
  } catch (error) {
    if (error instanceof Refusal) return { fault: error.userMessage };
    throw error;
  }
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

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

type Proposer = {
  category: string;
  unitId?: string;
  organisation?: string | null;
  personName?: string | null;
};

/** A name that only resembles a unit's is a question: an opinion put on the wrong unit is worse than none. */
function readProposer(cell: Cells, units: KnownUnits): Proposer | { fault: string } {
  const name = cell('proposer').trim();
  const category = cell('category').trim();
  const person = { personName: orNull(cell('personName')), personContact: orNull(cell('personContact')) };
  if (name === '') return { category: category === '' ? '社会公众' : category, ...person };
  const found = units.resolve(name);
  if (found?.kind === 'unit') return { category: '征求意见单位', unitId: found.unit.id, ...person };
  if (category === '社会公众') return { category, ...person, personName: person.personName ?? name };
  if (category !== '' && category !== '征求意见单位') return { category, organisation: name, ...person };
  if (found?.kind === 'candidates') {
    const names = found.units.slice(0, 3).map((unit) => unit.name);
    return { fault: `“${name}”不能确定是哪家单位，可能是${names.join('、')}；请写全称。` };
  }
  return { fault: `“${name}”不在单位名册中；请核对名称，或者填写提出者类别（企业、社会组织等）。` };
}

function readChannel(written: string, fallback: string | null, isUnit: boolean): string {
  const text = written.trim();
  if (text !== '') return synonyms.get(text) ?? text;
  return fallback ?? (isUnit ? '书面复函' : '网上');
}

const synonyms = new Map<string, string>([
  ...channels.map((channel): [string, string] => [channel, channel]),
  ['网站', '网上'],
  ['网络', '网上'],
  ['公开征求', '网上'],
  ['来信', '信函'],
  ['书面', '书面复函'],
  ['书面征求', '书面复函'],
  ['复函', '书面复函'],
  ['邮件', '电子邮件'],
  ['电邮', '电子邮件'],
  ['来电', '电话'],
]);

/** A day counts from its beginning: what is dated on the closing day came in time. */
function readReceivedAt(written: string, now: Instant): Instant | null | { fault: string } {
  const text = written.trim();
  if (text === '') return null;
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:\s.*)?$/u.exec(text);
  const date = match && `${match[1]}-${match[2].padStart(2, '0')}-${match[3].padStart(2, '0')}`;
  const parsed = calendarDateSchema.safeParse(date);
  if (!parsed.success) return { fault: `收到日期“${text.slice(0, 20)}”不是日期；请写作2021-09-05的形式。` };
  const at = startOfDay(parsed.data);
  return at <= now ? at : { fault: `收到日期“${text.slice(0, 20)}”晚于今天；请核对。` };
}
