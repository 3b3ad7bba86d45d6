import { type FieldSpec, type TableKind } from '../../sheets/index.js';
import { readMailAddress } from './mail-address.js';
import { rosterColumns, type RosterColumn } from './roster-columns.js';

const isAddress = (text: string): boolean => {
  try {
    return readMailAddress(text, '') !== undefined;
  } catch {
    return false;
  }
};
const share = (texts: readonly string[], fits: (text: string) => boolean): number =>
  texts.length === 0 ? 0 : texts.filter(fits).length / texts.length;

const ending =
  /(?:局|委|委员会|办|办公室|厅|部|院|所|公司|集团|协会|学会|商会|联合会|促进会|中心|政府|大学|学院|银行|海关|总队|工会)$/u;
const mail = '(?:电子)?(?:邮箱|邮件|信箱|E-?mail|mail)(?:地址|账号|帐号)?';
const leads = '(?:分管|主管|单位|部门)?(?:负责人|领导|负责同志)';

const patterns: Record<RosterColumn, Omit<FieldSpec<RosterColumn>, 'field' | 'title'>> = {
  name: {
    named:
      /^(?:成员|参与|参加|报送|组成|受文|发送|主送|通知|征求意见)?(?:单位|机构|组织|部门|企业)(?:名称|全称|名)?$|^(?:名称|全称)$|^(?:单位|机构)(?:规范)?(?:全称|名称)$/u,
    looks: (texts) => share(texts, (text) => text.length >= 3 && ending.test(text)),
  },
  shortName: { named: /^(?:单位|机构|规范)?(?:简称|规范简称|缩写|通称)$/u },
  category: { named: /^(?:单位|机构|成员)?(?:类别|类型|性质|分类|属性|种类|所属类别)$/u },
  aliases: { named: /^(?:单位)?(?:别名|曾用名|其他名称|又称|原名称?|别称|旧称)$/u },
  liaison: {
    named: new RegExp(`^(?:联络员|联系人|联系|单位|经办人|工作|收件|通知|办公)?(?:的)?${mail}$`, 'iu'),
    looks: (texts) => share(texts, isAddress),
  },
  leader: { named: new RegExp(`^${leads}(?:的)?${mail}$`, 'iu') },
  remark: { named: /^(?:备注|附注|说明)$/u },
};

/** The columns of a roster under the headings that offices use; `title` is that of our own export. */
export const rosterTable: TableKind<RosterColumn> = {
  id: 'units',
  title: '名册',
  needed: 'name',
  fields: (Object.keys(rosterColumns) as RosterColumn[]).map((field) => ({
    field,
    title: rosterColumns[field],
    ...patterns[field],
  })),
  known:
    /^(?:联系人|联络员|姓名|职务|职称|处室|部门职务|(?:联系|办公|手机|移动)?(?:电话|手机|号码|手机号码?)|传真|地址|邮编|签字|盖章)/u,
};
