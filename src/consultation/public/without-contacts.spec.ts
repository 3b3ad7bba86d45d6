import { withoutContacts } from './without-contacts.js';

const hidden = '〔联系方式不公开〕';

describe('a published text', () => {
  test.each([
    ['电话13800001234。', `电话${hidden}。`],
    ['138-0000-1234', hidden],
    ['致电021-12345678', `致电${hidden}`],
    ['写信给a.b@example.org，谢谢', `写信给${hidden}，谢谢`],
    ['证号310101199001011234', `证号${hidden}`],
  ])('of “%s” does not tell it', (text, published) => {
    expect(withoutContacts(text)).toBe(published);
  });

  test.each(['到2025年，建成30个以上。', '投入1234567890123456789元', '第（二十三）条'])(
    'keeps “%s”',
    (text) => {
      expect(withoutContacts(text)).toBe(text);
    },
  );
});
