import { PermanentRefusal } from './transport.js';

interface SmtpError {
  code?: string;
  responseCode?: number;
  response?: string;
  message?: string;
  command?: string;
}

/** By class and detail of the enhanced status code (RFC 3463) or, without one, by the reply code (RFC 5321, 4.2). */
const byStatus: [RegExp, string][] = [
  [
    /\b5\.1\.[123]\b|\b(user|mailbox|recipient|address)\b.*\b(unknown|not found|unavailable|does ?n.t exist|rejected)|no such (user|mailbox|recipient)/i,
    '收件服务器说没有这个邮箱：请向收件单位核对地址，更正后重发',
  ],
  [
    /\b[45]\.2\.2\b|(mailbox|quota).*(full|exceed)|over ?quota/i,
    '收件人的邮箱已满：请联系收件单位清理邮箱，再重发',
  ],
  [/\b5\.2\.1\b|disabled|inactive/i, '收件人的邮箱已停用：请向收件单位索取新的地址，更正后重发'],
  [
    /\b[45]\.3\.4\b|\b552\b|too (large|big)|size.*(limit|exceed)/i,
    '邮件超过收件服务器允许的大小：请联系收件单位，改用其他方式送达',
  ],
  [
    /\b5\.7\.\d+\b|spam|blocked|blacklist|reputation|policy|denied/i,
    '收件服务器拒收本系统的邮件：请收件单位把本系统的发件地址列入允许名单，再重发',
  ],
];

const byCode: Record<string, string> = {
  EAUTH: '发件服务器不接受本系统的用户名或者密码：请管理员检查邮件设置（SMTP_URL）',
  ENOAUTH: '发件服务器要求用户名和密码：请管理员检查邮件设置（SMTP_URL）',
  ECONNECTION: '连不上发件服务器：请管理员检查邮件设置和网络',
  ECONNREFUSED: '连不上发件服务器：请管理员检查邮件设置和网络',
  ESOCKET: '与发件服务器的连接中断：请管理员检查邮件设置和网络',
  EDNS: '找不到发件服务器：请管理员检查邮件设置中的服务器名',
  ENOTFOUND: '找不到发件服务器：请管理员检查邮件设置中的服务器名',
  ETLS: '与发件服务器建立加密连接失败：请管理员检查证书和邮件设置',
  ETIMEDOUT: '邮件服务器没有应答，不能确定邮件是否送达：请稍后重发，收件人收到重复的邮件时以同一编号识别',
  EABORT: '邮件服务器没有应答，不能确定邮件是否送达：请稍后重发，收件人收到重复的邮件时以同一编号识别',
  ABORT_ERR: '邮件服务器没有应答，不能确定邮件是否送达：请稍后重发，收件人收到重复的邮件时以同一编号识别',
  ENOSPC: '磁盘已满，邮件没有写下：请管理员腾出空间，再重发',
};

/**
 * Why a mail did not leave, for whoever has to put it right: a Chinese sentence that says what to do, and beneath it the
 * server's own words, which its administrator will ask for.
 */
export function explainFailure(error: unknown): string {
  // Its sentence is ours: the address itself is no address.
  if (error instanceof PermanentRefusal && error.cause === undefined) return error.message;
  const {
    code = '',
    responseCode,
    response,
    message,
  } = (error instanceof PermanentRefusal ? error.cause : error) as SmtpError;
  const words = (response ?? message ?? String(error)).replace(/\s+/g, ' ').trim().slice(0, 500);
  return `${sentence(code, responseCode, words)}。\n服务器原话：${words}`;
}

function sentence(code: string, responseCode: number | undefined, words: string): string {
  const aboutTheMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  if (!aboutTheMail && byCode[code] !== undefined) return byCode[code];
  const known = byStatus.find(([pattern]) => pattern.test(words));
  if (known !== undefined) return known[1];
  if (responseCode !== undefined && responseCode >= 500)
    return '收件服务器拒收：请向收件单位核对地址，或者请其管理员说明原因，再重发';
  if (responseCode !== undefined && responseCode >= 400)
    return '收件服务器暂时不接收：系统会再试，多次不成时请联系收件单位';
  return '邮件没有送出：请管理员查看服务器原话';
}
