import { deadlineEvent } from '../../calendar/index.js';
import { headersOf } from '../../../test/support/eml.js';
import { haveTool, python, run } from '../../../test/support/office.js';
import { composeMessage, type Letter } from './compose-message.js';

const sentAt = Date.parse('2021-07-21T09:00:00+08:00');
const event = deadlineEvent({
  uid: 'obligation-1@bianzhi',
  sequence: 2,
  stamp: sentAt,
  summary: '报送《实施方案》材料',
  description: '7月26日24:00前',
  organizer: { name: '秘书处', email: 'secretariat@example.org' },
  effective: Date.parse('2021-07-26T23:59:59.999+08:00'),
});
const letter: Letter = {
  mail: {
    id: '017aba5f-3a80-7000-8000-000000000001',
    template: 'reminder',
    messageId: '<017aba5f@bianzhi.mail>',
    compilationId: 'compilation-1',
  },
  from: { name: '《实施方案》起草工作组秘书处', email: 'secretariat@example.org' },
  to: { name: '上海市商务委员会联络员', email: 'liaison.commerce@example.org' },
  rendered: { subject: '【提醒】请报送', text: '请于7月26日前报送。\n', html: '<p>请于7月26日前报送。</p>' },
  event,
  sentAt,
};

describe('a composed mail', () => {
  it('has the same bytes for the same letter', async () => {
    const one = await composeMessage(letter);
    const two = await composeMessage({ ...letter });
    expect(two.bytes.equals(one.bytes)).toBe(true);
  });

  it('is dated with the instant of sending and keeps the Message-ID of its row', async () => {
    const headers = headersOf((await composeMessage(letter)).bytes);
    expect(Date.parse(headers.date)).toBe(sentAt);
    expect(headers['message-id']).toBe('<017aba5f@bianzhi.mail>');
    expect(headers).toMatchObject({
      'x-bianzhi-template': 'reminder',
      'x-bianzhi-compilation': 'compilation-1',
      'auto-submitted': 'auto-generated',
      subject: '【提醒】请报送',
    });
  });

  it('parts mails of different Message-IDs by different boundaries', async () => {
    const other = { ...letter, mail: { ...letter.mail, messageId: '<other@bianzhi.mail>' } };
    const boundary = async (of: Letter) =>
      /boundary="([^"]+)"/.exec((await composeMessage(of)).bytes.toString())?.[1];
    expect(await boundary(letter)).not.toBe(await boundary(other));
  });

  it('reads in another program as text, HTML, calendar entry and attachment', async () => {
    if (!haveTool(python, '-c', 'import email')) return;
    const script = [
      'import sys, json, email, email.policy',
      'message = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)',
      'parts = [(p.get_content_type(), p.get_filename(), p.get_content()) for p in message.walk() if not p.is_multipart()]',
      'parts = [(t, n, c if isinstance(c, str) else c.decode()) for t, n, c in parts]',
      'print(json.dumps({"to": message["to"], "parts": parts}))',
    ].join('\n');
    const { bytes } = await composeMessage(letter);
    const read = JSON.parse(run(python, ['-c', script], bytes.toString())) as {
      to: string;
      parts: string[][];
    };
    expect(read.to).toContain('liaison.commerce@example.org');
    expect(read.parts.map(([type, name]) => [type, name])).toEqual([
      ['text/plain', null],
      ['text/html', null],
      ['text/calendar', null],
      ['application/ics', 'calendar.ics'],
    ]);
    expect(read.parts[0][2].trim()).toBe('请于7月26日前报送。');
    expect(read.parts[2][2]).toContain('SEQUENCE:2');
  });

  it('announces the method of the calendar entry', async () => {
    expect((await composeMessage(letter)).bytes.toString()).toMatch(/text\/calendar;[^]*?method=PUBLISH/);
  });

  it('carries no calendar part when nothing is dated', async () => {
    expect((await composeMessage({ ...letter, event: null })).bytes.toString()).not.toContain('calendar');
  });

  it.each([
    '甲,乙 <victim@example.org>',
    '甲\r\nBcc: victim@example.org',
    '甲\nTo: victim@example.org',
    '"甲" <victim@example.org>, 乙',
    '甲; victim@example.org',
    '\u2028Cc: victim@example.org\u0000',
    `${'长'.repeat(2000)},victim@example.org`,
  ])('has one recipient even when the name is %j', async (name) => {
    const { bytes, to } = await composeMessage({ ...letter, to: { ...letter.to, name } });
    const headers = headersOf(bytes);
    expect(to).toBe('liaison.commerce@example.org');
    expect(headers.to).toMatch(/<liaison\.commerce@example\.org>$/);
    expect(headers.bcc ?? headers.cc).toBeUndefined();
  });

  it.each([
    'a@example.org, b@example.org',
    'a@example.org\r\nRCPT TO:<b@example.org>',
    'a b@example.org',
    '',
    '@',
    `${'a'.repeat(300)}@example.org`,
  ])('is refused for good when the address is %j', async (email) => {
    await expect(composeMessage({ ...letter, to: { name: '甲', email } })).rejects.toThrow(
      '不是有效的电子邮件地址',
    );
  });
});
