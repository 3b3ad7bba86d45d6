/** 渠道: the way an opinion came in. */
export const channels = [
  '网上',
  '信函',
  '书面复函',
  '座谈会',
  '听证会',
  '调研走访',
  '电话',
  '电子邮件',
  '其他',
] as const;
export type Channel = (typeof channels)[number];

/** 提出者类别 of whoever is not a unit of the roster; a unit's category is the roster's. */
export const proposerCategories = [
  '社会公众',
  '企业',
  '社会组织',
  '机关事业单位',
  '专家',
  '征求意见单位',
] as const;
export type ProposerCategory = (typeof proposerCategories)[number];

/** 章条编号 of an opinion on the text as a whole, wherever it is shown. */
export const wholeText = '全文';
