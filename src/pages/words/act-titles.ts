import { actNamed, declaredActs } from '../../engine/index.js';

/** Entries that no declared act leaves: the worker's own rounds, and what stands in no compilation's form. */
const otherTitles: Record<string, string> = {
  'accessCode.entered': '输入报送验证码',
  'accessCode.sent': '发送报送验证码',
  'comment.held': '暂存网上提交',
  'compilation.prepared': '建立编制项目',
  'digest.posted': '寄发每日摘要',
  'directory.imported': '导入名册',
  'mail.tested': '寄发测试邮件',
  'packet.built': '生成报批材料',
  'reminders.swept': '寄发提醒',
  'signingCode.entered': '输入签署验证码',
};

export const actTitle = (type: string): string => actNamed(type)?.title ?? otherTitles[type] ?? type;

/** Everything that can stand in a ledger, by name. */
export const actTypes = (): { type: string; title: string }[] =>
  [
    ...Object.entries(otherTitles).map(([type, title]) => ({ type, title })),
    ...declaredActs().map(({ name, title }) => ({ type: name, title })),
  ].sort((a, b) => (a.type < b.type ? -1 : 1));

const postTitles: Record<string, string> = {
  secretariat: '秘书处',
  drafter: '起草组',
  reviewer: '复核',
  auditor: '审计',
  administrator: '系统管理',
  unit: '报送单位',
  expert: '专家',
  leadingGroup: '领导小组',
  public: '公众',
  system: '系统',
};

/** The kind of an actor, `secretariat:…` → 秘书处. Who it is, `PartyNames` knows: an id is nothing to read. */
export const actorTitle = (actor: string): string => {
  const [kind] = actor.split(':', 1);
  return postTitles[kind] ?? kind;
};
