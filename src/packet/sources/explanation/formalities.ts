import {
  findProcedures,
  type ProcedureContent,
  type ProcedureKind,
  procedureKinds,
  type ProcedureRecord,
} from '../../../compilation/index.js';
import { heading, paragraph, type Row } from '../rows.js';
import { positionOf } from '../../../engine/index.js';
import { dayText, type ExplanationScope, type Section, sentence } from './section.js';

/** 风险评估、公平竞争审查 (第二十二条至第二十四条; 国市监反垄规〔2021〕2号). */
export const assessments: Section = async (scope) => [
  heading(2, '（一）风险评估'),
  ...(await recorded(scope, 'riskAssessment', ({ conclusion, completedOn, points }) => [
    paragraph(`${dayText(completedOn)}完成风险评估，结论为“${conclusion}”。`),
    ...detail('风险点和措施', points),
  ])),
  heading(2, '（二）公平竞争审查'),
  ...(await recorded(scope, 'fairCompetitionReview', ({ conclusion, completedOn, opinion }) => [
    paragraph(`${dayText(completedOn)}完成公平竞争审查，结论为“${conclusion}”。`),
    ...detail('审查意见', opinion),
  ])),
];

/** 合法性审查 (第二十五条至第二十八条): every time it was sent, with the opinion that came back. */
export const legality: Section = (scope) =>
  recorded(scope, 'legalityReview', ({ sentOn, returnedOn, office, conclusion, opinion }) => [
    paragraph(
      `${dayText(sentOn)}送${office}审查，` +
        (returnedOn ? `${dayText(returnedOn)}回复，` : '') +
        (conclusion === null ? '尚未登记审查意见。' : `审查意见为“${conclusion}”。`),
    ),
    ...detail('具体意见', opinion),
  ]);

async function recorded<K extends ProcedureKind>(
  scope: ExplanationScope,
  kind: K,
  rowsOf: (content: ProcedureContent<K>) => Row[],
): Promise<Row[]> {
  const records = await recordsOf(scope, kind);
  if (records.length === 0) return [paragraph(`没有登记${procedureKinds[kind].title}。`)];
  return latestOfEachDay(records).flatMap(({ content }) => rowsOf(content as ProcedureContent<K>));
}

/** A record is completed by a later one of the same day of sending or completion. */
const latestOfEachDay = (records: ProcedureRecord[]): ProcedureRecord[] => [
  ...new Map(records.map((record) => [record.content.sentOn ?? record.content.completedOn, record])).values(),
];

const detail = (title: string, text: string): Row[] =>
  text.trim() === '' ? [] : [paragraph(`${title}：${sentence(text)}`)];

async function recordsOf(
  { tx, compilation }: ExplanationScope,
  kind: ProcedureKind,
): Promise<ProcedureRecord[]> {
  return (await findProcedures(tx, compilation.id)).filter((record) => record.kind === kind);
}

const onFile: ProcedureKind[] = ['evaluation', 'riskAssessment', 'fairCompetitionReview', 'legalityReview'];

/** 附件目录: the other parts of the packet, and the formalities that are on file. */
export const attachments: Section = async (scope) => {
  const { documents } = (await positionOf(scope.tx, scope.compilation.id)).plan;
  const parts = documents.filter(({ source }) => source !== 'explanation');
  const rows = parts.map(({ title }, index) => paragraph(`${index + 1}.${title}`));
  for (const kind of onFile) {
    const records = await recordsOf(scope, kind);
    const last = records.at(-1);
    if (last === undefined) continue;
    const scan = last.fileDigest === null ? '未附扫描件' : `扫描件SHA-256：${last.fileDigest}`;
    rows.push(paragraph(`${rows.length + 1}.${procedureKinds[kind].title}记录（存档，${scan}）`));
  }
  return rows;
};
