import { explainFailure } from './explain-failure.js';
import { PermanentRefusal } from './transport.js';

const failure = (code: string, response: string) =>
  Object.assign(new Error(`Can't send mail - ${response}`), {
    code,
    response,
    responseCode: Number(response.slice(0, 3)),
  });
const refused = (response: string) =>
  new PermanentRefusal(response, { cause: failure('EENVELOPE', response) });

describe('a failed mail says in Chinese what to do, and beneath it what the server said', () => {
  it.each([
    [refused('550 5.1.1 <a@example.org>: Recipient address rejected: User unknown'), '没有这个邮箱'],
    [refused('552 5.2.2 Mailbox full'), '邮箱已满'],
    [refused('554 5.7.1 Message blocked by policy'), '允许名单'],
    [refused('552 Message size exceeds fixed limit'), '允许的大小'],
    [refused('550 something nobody has seen'), '拒收'],
    [failure('EENVELOPE', '451 4.3.0 Try again later'), '暂时不接收'],
    [failure('EAUTH', '535 5.7.8 Authentication failed'), '用户名或者密码'],
    [Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), { code: 'ECONNECTION' }), '连不上'],
    [Object.assign(new Error('Timeout'), { code: 'ETIMEDOUT' }), '没有应答'],
    [new Error('something else'), '查看服务器原话'],
  ])('%s', (error, what) => {
    const [sentence, words] = explainFailure(error).split('\n');
    expect(sentence).toContain(what);
    expect(sentence).toMatch(/请|再试/);
    expect(words).toMatch(/^服务器原话：.+/);
  });

  it('an address that is none needs no server’s words', () => {
    const sentence = '“甲”不是有效的电子邮件地址，请更正后重发';
    expect(explainFailure(new PermanentRefusal(sentence))).toBe(sentence);
  });
});
