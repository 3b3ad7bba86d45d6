import { latestProcedure } from '../../../compilation/index.js';
import { BasisDocument, RealignmentTask } from '../../../drafts/index.js';
import { paragraph, paragraphs, type Row, table } from '../rows.js';
import { dayText, type ExplanationScope, type Section, sentence, titled, titledOnce } from './section.js';

export const background: Section = ({ compilation }) => {
  const { noticeTitle, documentNumber, issuer, secretariat } = compilation;
  const number = documentNumber === null ? '' : `（${documentNumber}）`;
  const by = `通知由${issuer}印发，日常工作由${secretariat}承担`;
  return Promise.resolve([paragraph(`本方案根据${titled(noticeTitle)}${number}组织编制。${by}。`)]);
};

export const basis: Section = async ({ tx, compilation, asOf }) => {
  const documents = await findBasis({ tx, compilation });
  if (documents.length === 0) return [paragraph('没有登记上位文件和编制依据。')];
  const columns = [
    { title: '文件', width: 4044 },
    { title: '文号', width: 1900 },
    { title: '印发日期', width: 2000 },
    { title: '状态', width: 900 },
  ];
  const cells = documents.map(({ title, documentNumber, issuedOn, status }) => [
    titledOnce(title),
    documentNumber ?? '',
    issuedOn === null ? '' : dayText(issuedOn),
    status,
  ]);
  return [
    paragraph(`编制依据和上位文件共登记${documents.length}份，${dayText(asOf)}的状态如下：`),
    ...table(columns, cells),
  ];
};

/** 《上海市质量发展规划（2011—2020年）》实施成效 (通知一). */
export const evaluation: Section = async ({ tx, compilation }) => {
  const record = await latestProcedure(tx, compilation.id, 'evaluation');
  if (record === null) return [paragraph('没有登记规划实施成效评估。')];
  const { title, completedOn, conclusion } = record;
  return [
    paragraph(`${titledOnce(title)}于${dayText(completedOn)}完成，结论如下：`),
    ...paragraphs(conclusion),
  ];
};

/** 与上位文件衔接: what was published or revised since, and what the comparison found. */
export const alignment: Section = async ({ tx, compilation, asOf }) => {
  const documents = await findBasis({ tx, compilation });
  const where = { compilationId: compilation.id };
  const tasks = await tx.find(RealignmentTask, { where, order: { id: 'ASC' } });
  const unpublished = documents.filter(({ status }) => status === '未发布');
  const rows = unpublished.map(({ title }) =>
    paragraph(`截至${dayText(asOf)}，${titledOnce(title)}尚未发布，未能对照。`),
  );
  if (tasks.length === 0) return [...rows, paragraph('编制期间没有因上位文件发布或者修订而开展的对照。')];
  return [...rows, ...tasks.map(taskRow)];
};

function taskRow({ title, openedAt, closedAt, result }: RealignmentTask): Row {
  const opened = `${title}，${dayText(openedAt)}提出`;
  if (closedAt === null) return paragraph(`${opened}，尚未办结。`);
  return paragraph(`${opened}，${dayText(closedAt)}办结：${sentence(result ?? '')}`);
}

const findBasis = ({ tx, compilation }: Pick<ExplanationScope, 'tx' | 'compilation'>) =>
  tx.find(BasisDocument, { where: { compilationId: compilation.id }, order: { id: 'ASC' } });
