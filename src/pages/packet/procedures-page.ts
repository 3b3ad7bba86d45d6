import { Injectable } from '@nestjs/common';
import { calendarDate, formatDate, formatDateTime } from '../../calendar/index.js';
import {
  CompilationQuery,
  procedureContent,
  type ProcedureKind,
  procedureKindNames,
  procedureKinds,
  type ProcedureRecord,
} from '../../compilation/index.js';
import { markOf } from '../../platform/index.js';
import { PartyNames } from '../words/party-names.js';
import { packetPath, subNav } from './packet-words.js';
import { procedureFields } from './procedure-fields.js';

const notes: Record<ProcedureKind, string> = {
  evaluation: '通知要求在起草之前完成《规划（2011—2020年）》实施成效评估。',
  legalityReview: '送审后不少于7个工作日，在全体会议之前办结；送审时先登记一次，意见回来后再登记一次。',
  riskAssessment: '按规定不需评估的，也要登记。',
  fairCompetitionReview: '涉及市场主体经济活动的须审查；不适用的，也要登记。',
  partyCommitteeReport: '报市政府之前向市委请示报告。',
  municipalDecision: '登记之后，在总览办理“批准”或者“退回”；退回意见在会议栏目逐条登记。',
};

/** The formalities on file, and the forms that record them. */
@Injectable()
export class ProceduresPage {
  constructor(
    private readonly compilations: CompilationQuery,
    private readonly parties: PartyNames,
  ) {}

  async view(compilationId: string, mayAct: boolean): Promise<object> {
    const records = await this.compilations.procedures(compilationId);
    const base = `${packetPath(compilationId)}/procedures`;
    const titleOf = await this.parties.titles();
    const kinds = procedureKindNames.map((kind) => {
      const own = records.filter((record) => record.kind === kind);
      return kindView(base, kind, own, titleOf);
    });
    const open = kinds.filter(({ records: own }) => own.length === 0);
    return {
      subNav: subNav(compilationId, 'procedures'),
      mayAct,
      kinds,
      sentence: sentenceOf(kinds.length, open),
    };
  }
}

function sentenceOf(total: number, open: readonly { title: string }[]): string {
  if (open.length === 0) return `程序性文件${total}类都已登记。`;
  const titles = open.map(({ title }) => title).join('、');
  return `程序性文件${total}类，已登记${total - open.length}类，没有登记的是${titles}。`;
}

type TitleOf = (actor: string) => string;

function kindView(base: string, kind: ProcedureKind, own: readonly ProcedureRecord[], titleOf: TitleOf) {
  const last = own.at(-1);
  const records = own.map((record) => recordLine(base, kind, record, titleOf)).reverse();
  return {
    kind,
    title: procedureKinds[kind].title,
    note: notes[kind],
    action: `${base}/${kind}`,
    began: markOf(procedureContent(last ?? null)),
    fields: procedureFields[kind].map((field) => {
      const known = last?.content[field.name];
      const value = typeof known === 'string' ? known : '';
      return {
        ...field,
        isDate: field.input === 'date',
        isText: field.input === 'text',
        isLine: field.input === 'line',
        value,
        options: field.options.map((word) => ({ word, chosen: word === value })),
      };
    }),
    records,
    earlier: records.slice(1),
  };
}

function recordLine(base: string, kind: ProcedureKind, record: ProcedureRecord, titleOf: TitleOf) {
  const { id, content, fileDigest, recordedAt, recordedBy } = record;
  const facts = procedureFields[kind].map(({ name, label, input }) => {
    const value = content[name];
    const text = typeof value !== 'string' || value === '' ? '未填' : value;
    return { label, text: input === 'date' && text !== '未填' ? formatDate(calendarDate(text)) : text };
  });
  return {
    facts,
    at: formatDateTime(recordedAt),
    by: titleOf(recordedBy),
    withdraw: `${base}/records/${id}/withdraw`,
    scan: fileDigest === null ? null : `${base}/records/${id}/scan`,
    digest: fileDigest,
  };
}
