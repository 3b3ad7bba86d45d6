import { type EntityManager } from 'typeorm';
import { daysBetween, dateOf } from '../../../calendar/index.js';
import {
  ConsultationFeedback,
  ConsultationNotice,
  countConsultedUnits,
  countRegister,
  type RegisterCounts,
} from '../../../consultation/index.js';
import { DraftVersion } from '../../../drafts/index.js';
import { dispositions } from '../../../../workflows/index.js';
import { heading, paragraph, type Row, table } from '../rows.js';
import {
  dayText,
  type ExplanationScope,
  type Section,
  sentence,
  share,
  titledOnce,
  versionText,
} from './section.js';

/** 征求意见及采纳情况 (《重大行政决策程序暂行条例》第二十九条). */
export const consultation: Section = async (scope) => [
  heading(2, '（一）公开征求意见'),
  ...(await publicConsultation(scope)),
  heading(2, '（二）书面征求意见'),
  ...(await writtenConsultation(scope)),
  heading(2, '（三）意见收集和处理情况'),
  ...(await dispositionCounts(scope)),
  heading(2, '（四）反馈情况'),
  ...(await feedback(scope)),
];

async function publicConsultation(scope: ExplanationScope): Promise<Row[]> {
  const { tx, compilation } = scope;
  const notices = (
    await tx.find(ConsultationNotice, { where: { compilationId: compilation.id }, order: { round: 'ASC' } })
  ).filter(({ publishedAt }) => publishedAt !== null);
  if (notices.length === 0) return [paragraph('没有公开征求意见的记录。')];
  const rows: Row[] = [];
  for (const notice of notices) rows.push(paragraph(await noticeText(tx, notice, notices.length)));
  const { fromPublic } = await countRegister(tx, { compilationId: compilation.id });
  const text = fromPublic === 0 ? '未收到社会公众的意见反馈。' : `共收到意见${fromPublic}条。`;
  return [...rows, paragraph(text)];
}

async function noticeText(tx: EntityManager, notice: ConsultationNotice, count: number): Promise<string> {
  const { round, title, openedOn, closesAt, closedAt, shortReason, extendedAt, extensionReason } = notice;
  const draft = await tx.findOneBy(DraftVersion, { id: notice.draftVersionId ?? '' });
  const text = draft === null ? '文稿' : versionText(draft);
  const opened = openedOn === null ? '' : `${dayText(openedOn)}发布${titledOnce(title)}，公布${text}`;
  const sentences = [count === 1 ? opened : `第${round}次：${opened}`];
  if (openedOn !== null && closesAt !== null) {
    const days = daysBetween(openedOn, dateOf(closesAt));
    const ends = closedAt === null ? '将于' : '';
    sentences.push(`${ends}${dayText(closesAt)}截止，共${days}日（公布当日不计）`);
  }
  if (shortReason.trim() !== '') sentences.push(`公告说明的缩短期限原因为：${shortReason}`);
  if (extendedAt !== null) sentences.push(`${dayText(extendedAt)}延长期限，原因为：${extensionReason ?? ''}`);
  return sentences.map(sentence).join('');
}

function channelRows({ channels, total }: RegisterCounts): Row[] {
  const cells = channels.map(({ channel, count }) => [channel, String(count), share(count, total)]);
  const columns = [
    { title: '渠道', width: 4422 },
    { title: '意见（条）', width: 2211 },
    { title: '占比', width: 2211 },
  ];
  return [
    paragraph(`公开征求意见和书面征求意见共收到意见${total}条，按渠道统计如下：`),
    ...table(columns, [...cells, ['合计', String(total), share(total, total)]]),
  ];
}

/** ①–④ as below the 征求意见汇总处理表. */
async function writtenConsultation({ tx, compilation }: ExplanationScope): Promise<Row[]> {
  const { consultedUnits, repliedUnits, unitsWithOpinions, silentUnits } = await countConsultedUnits(
    tx,
    compilation.id,
  );
  if (consultedUnits === 0) return [paragraph('没有书面征求意见的记录。')];
  return [
    paragraph(
      `发送征求意见稿的单位${consultedUnits}家，回函${repliedUnits}家，` +
        `回函并有建议或者意见${unitsWithOpinions}家，没有回函${silentUnits}家。`,
    ),
  ];
}

async function dispositionCounts({ tx, compilation }: ExplanationScope): Promise<Row[]> {
  const counts = await countRegister(tx, { compilationId: compilation.id });
  const { total, byDisposition, settled, open, late } = counts;
  if (total === 0) return [paragraph('未收到意见，没有需要处理的意见。')];
  const cells = dispositions.map((name) => [
    name,
    String(byDisposition[name]),
    share(byDisposition[name], total),
  ]);
  const openCells = open === 0 ? [] : [['尚未办结', String(open), share(open, total)]];
  const columns = [
    { title: '处理意见', width: 4422 },
    { title: '意见（条）', width: 2211 },
    { title: '占比', width: 2211 },
  ];
  const lateText = late === 0 ? '' : `（含逾期收到的${late}条）`;
  return [
    ...channelRows(counts),
    paragraph(`收到的${total}条意见${lateText}中，已办理${settled}条，处理情况如下：`),
    ...table(columns, [...cells, ...openCells, ['合计', String(total), share(total, total)]]),
    paragraph('逐条处理情况和理由见附件《征求意见汇总处理表》。'),
  ];
}

async function feedback({ tx, compilation }: ExplanationScope): Promise<Row[]> {
  const where = { compilationId: compilation.id };
  const published = await tx.find(ConsultationFeedback, { where, order: { id: 'ASC' } });
  if (published.length === 0) return [paragraph('没有公布意见采纳情况反馈的记录。')];
  return published.map(({ title, publishedAt }) =>
    paragraph(`${dayText(publishedAt)}公布${titledOnce(title)}。`),
  );
}
