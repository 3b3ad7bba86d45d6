import { readWrittenDate } from '../../calendar/index.js';
import { type FieldSpec, type TableKind } from '../../sheets/index.js';
import { channelNamed } from './channel-names.js';

export type OpinionField =
  | 'content'
  | 'rationale'
  | 'hasOpinion'
  | 'quotation'
  | 'clauseLabel'
  | 'proposer'
  | 'category'
  | 'channel'
  | 'receivedOn'
  | 'personName'
  | 'personContact';

/** Headings are made of a few words: a heading is known when it holds no other. */
const of = (words: string, { must, not = '(?!)' }: { must: string; not?: string }): RegExp =>
  new RegExp(`^(?=.*(?:${must}))(?!.*(?:${not})$)(?:${words})+$`, 'iu');

const joins = '及其?|和|与|或者?|的|、|/|·|以及|并|等';
const content = of(
  `意见|建议|内容|具体|主要|反馈|修改|修订|完善|补充|调整|征集|收集|收到|提出|所提|对应|相关|单位|部门|企业|个人|贵|你|我|本|各方|书面|公众|社会|群众|专家|情况|事项|条目|描述|详情|详述|表述|说明|理由|原因|依据|正文|文字|${joins}`,
  {
    must: '意见|建议|反馈内容|具体内容|修改内容',
    not: '单位|部门|企业|个人|(?<!及其?|和|与|或|、|/)(?:理由|原因|依据)',
  },
);
const contentPerhaps =
  /^(?:(?:拟|建议)?(?:修改|调整|改)(?:为|后)?(?:内容|表述|文字|条款)?|问题(?:和|及|与|、)?(?:建议|意见)?|内容|诉求|留言(?:内容)?|正文|观点|看法)$/u;
const clause = of(
  `对应|涉及|所涉|所在|所属|修改|相关|具体|原文|原|文稿|方案|草案|征求意见稿|意见|第|章|条|款|节|项|目|条款|条文|章节|位置|部分|段落|页码?|行|编号|序号|号码?|名称|标题|出处|${joins}`,
  { must: '章|条|款|节|位置|部分|段落|出处', not: '意见|建议|原文' },
);
const quotation =
  /^(?:(?:征求意见稿|草案|文稿|方案|文件|条款|条文)?(?:的)?(?:原文|原表述|原内容|原条文|原条款)(?:内容|表述|条款|文字)?|原(?:条款|条文|方案|文稿)?(?:内容|表述|文字)|引用原文|现(?:有)?表述|(?:条款|条文|文稿|征求意见稿|草案)(?:内容|表述))$/u;
const proposer = of(
  `提出|所提|提|意见|建议|反馈|来文|来函|填报|报送|回函|回复|答复|来源|发函|被?征求(?:意见)?|所属|单位|部门|机构|组织|企业|区|委办局|名称|全称|简称|者|人|个人|${joins}`,
  { must: '单位|部门|机构|组织|提出者|提出人|意见人|建议人|反馈人|反馈者', not: '意见|建议' },
);
const receivedOn =
  /^(?:意见|建议)?(?:收到|收文|收件|来文|来函|反馈|提出|提交|接收|登记|回函|回复|答复|填报|报送|发文|落款|征集)?(?:意见|建议)?(?:的)?(?:日期|时间|年月日)$/u;

const share = (texts: readonly string[], fits: (text: string) => boolean): number =>
  texts.length === 0 ? 0 : texts.filter(fits).length / texts.length;

const unitEnding =
  /(?:局|委|委员会|办|办公室|厅|部|处|院|所|公司|集团|协会|学会|商会|联合会|促进会|中心|政府|区|镇|街道|大学|学院|研究院|银行|海关|总队|工会|管委会|社会公众|市民|群众|网民)$/u;
const looksLikeUnit = (text: string): boolean => text.length <= 30 && unitEnding.test(text);
const clauseMark =
  /^(?:第?[一二三四五六七八九十百\d]+(?:[、.．章节条款项]|$)|[（(][一二三四五六七八九十\d]+[）)]|全文|附件)/u;
const looksLikeClause = (text: string): boolean => text.length <= 24 && clauseMark.test(text);

/** Opinions are sentences of their own; what repeats or is short is something else. */
function looksLikeOpinions(texts: readonly string[]): number {
  const sentences = share(
    texts,
    (text) => text.length >= 6 && !looksLikeUnit(text) && !looksLikeClause(text),
  );
  const length = texts.reduce((sum, text) => sum + Math.min(text.length, 60), 0) / Math.max(1, texts.length);
  const distinct = new Set(texts).size / Math.max(1, texts.length);
  return sentences * Math.min(1, 0.5 + length / 60) * Math.max(0.4, distinct);
}

const nothing = /(?!)/;

/** The columns of a table of opinions; `title` is our own heading, offices use many others. */
const fields: readonly FieldSpec<OpinionField>[] = [
  { field: 'content', title: '意见内容', named: content, maybe: contentPerhaps, looks: looksLikeOpinions },
  { field: 'quotation', title: '原文', named: quotation },
  {
    field: 'clauseLabel',
    title: '章条编号',
    named: clause,
    looks: (texts) => share(texts, looksLikeClause),
  },
  {
    field: 'proposer',
    title: '提出单位',
    named: proposer,
    looks: (texts) => share(texts, looksLikeUnit),
  },
  {
    field: 'category',
    title: '提出者类别',
    named: /^(?:提出者?|提出单位|单位|主体|来源|提出人|反馈者)?(?:类别|类型|性质|属性)$/u,
  },
  {
    field: 'channel',
    title: '渠道',
    named:
      /^(?:意见|建议|反馈|来源|征集|收集|提出|报送|接收|收到|来文|征求)*(?:的)?(?:渠道|途径|方式|形式)$/u,
    maybe: /^(?:意见)?来源$/u,
    looks: (texts) => share(texts, (text) => channelNamed(text) !== undefined),
  },
  {
    field: 'receivedOn',
    title: '收到日期',
    named: receivedOn,
    looks: (texts) => share(texts, (text) => readWrittenDate(text, 2021).date !== null),
  },
  {
    field: 'personName',
    title: '姓名',
    named:
      /^(?:联系人|提出人|填报人|填表人|经办人|建议人|反馈人|联络员|网民)?(?:姓名|名字|昵称)$|^(?:联系人|联络员|填报人|填表人|经办人)$/u,
  },
  {
    field: 'personContact',
    title: '联系方式',
    named:
      /^(?:联系人?|联络员?|手机|办公|移动|固定|填报人|填表人)?(?:方式|电话|手机|座机|电话号码|号码|手机号码?|邮箱|电子邮箱|电子邮件|E-?mail|邮件地址|传真|联系电话|联系方式|邮箱地址)$/iu,
    looks: (texts) => share(texts, (text) => /^[\d\s()+-]{7,20}$|^\S+@\S+\.\S+$/.test(text)),
  },
  {
    field: 'hasOpinion',
    title: '有无意见',
    named: /^(?:有无|是否有?|有否)(?:修改|反馈|不同|补充)?(?:意见|建议|异议)(?:和?建议)?$/u,
  },
  { field: 'rationale', title: '理由（并入意见内容）', named: nothing },
];

export const opinionTable: TableKind<OpinionField> = {
  id: 'opinions',
  title: '意见表',
  needed: 'content',
  fields,
  known:
    /^(?:备注|附注|附件|处理意见|采纳(?:情况|意见|与否)|是否采纳|处理(?:情况|结果|方式)|办理(?:情况|意见)|(?:不采纳|修改|意见|建议|采纳)?(?:的)?(?:理由|原因|依据)|页码|意见编号|修改后条款|核对码|承办人|复核人|负责人|审核人|签字)/u,
};
