/** What the report calls the mails of each template. */
export const mailTitles: Record<string, string> = {
  notice: '通知',
  reminder: '提醒',
  overdue: '逾期催报',
  digest: '每日摘要',
  receipt: '回执',
  returned: '退回补正',
  extension: '延期通知',
  invitation: '会议邀请',
  'signing-code': '签署验证码',
  'consultation-opened': '征求意见函',
  'feedback-published': '采纳情况反馈',
  'packet-built': '报批材料已生成',
  'extension-declined': '不予延期',
  'deadline-moved': '期限调整',
  test: '测试邮件',
};
