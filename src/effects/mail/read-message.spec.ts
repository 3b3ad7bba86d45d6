import { deadlineEvent } from '../../calendar/index.js';
import { composeMessage } from './compose-message.js';
import { partsOf } from './read-message.js';

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
const compose = (withEvent: boolean) =>
  composeMessage({
    mail: { id: 'm', template: 'reminder', messageId: '<m@bianzhi.mail>', compilationId: 'c' },
    from: { name: '秘书处', email: 'secretariat@example.org' },
    to: { name: '联络员', email: 'liaison@example.org' },
    rendered: {
      subject: '【提醒】请报送',
      text: '请于7月26日前报送。\n--\n',
      html: '<p>请于7月26日前报送。</p>',
    },
    event: withEvent ? event : null,
    sentAt,
  });

describe('the parts of a message', () => {
  it('are the ones it was composed of', async () => {
    const { bytes } = await compose(true);
    const parts = (await partsOf(bytes)).map(({ type, bytes: content }) => [type, content.toString().trim()]);
    expect(parts.map(([type]) => type)).toEqual([
      'text/plain',
      'text/html',
      'text/calendar',
      'application/ics',
    ]);
    expect(parts[0][1]).toBe('请于7月26日前报送。\n--');
    expect(parts[1][1]).toBe('<p>请于7月26日前报送。</p>');
    expect(parts[2][1]).toMatch(/\r\nSEQUENCE:2\r\n/);
  });

  it('hold no calendar entry when nothing is dated', async () => {
    const types = (await partsOf((await compose(false)).bytes)).map(({ type }) => type);
    expect(types).toEqual(['text/plain', 'text/html']);
  });
});
