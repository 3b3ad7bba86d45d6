import { type Channel, channels } from '../opinions/opinion-kinds.js';

/** How offices name the ways in which opinions come in; the first that fits. */
const names: readonly (readonly [RegExp, Channel])[] = [
  [/^(?:其他|其它)(?:渠道|方式|途径)?$/u, '其他'],
  [/电子邮[件箱]|邮箱|电邮|^邮件$|e-?mail/iu, '电子邮件'],
  [/电话|来电|致电|热线/u, '电话'],
  [/听证/u, '听证会'],
  [/座谈|会议|研讨|论坛/u, '座谈会'],
  [/走访|调研|来访|上门|实地/u, '调研走访'],
  [/网|公开征求|公示|微信|公众号|小程序|微博|客户端|APP|线上|平台/iu, '网上'],
  [/书面|复函|回函|公函|公文|发文|来文|纸质|正式函|^函$|来函|OA|盖章/iu, '书面复函'],
  [/信函|来信|信件|邮寄|寄送|传真/u, '信函'],
];

/** The channel that a text names in whatever words; undefined when it names none. */
export function channelNamed(text: string): Channel | undefined {
  const written = text.normalize('NFKC').replace(/\s/gu, '');
  const exact = channels.find((channel) => channel === written);
  if (exact !== undefined || written.length > 16) return exact;
  return names.find(([pattern]) => pattern.test(written))?.[1];
}
