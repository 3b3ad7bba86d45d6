import fc from 'fast-check';
import { cleanFileName, contentDisposition } from './file-names.js';

describe('a file name', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\用户\\材料.docx', '材料.docx'],
    ['报送\u202excod.exe', '报送xcod.exe'],
    ['材\u200b料\ufeff.docx', '材料.docx'],
    ['材料\r\n.docx', '材料 .docx'],
    ['材料?*<1>.docx', '材料__<1>.docx'.replace(/[<>]/g, '_')],
    ['.htaccess', 'htaccess'],
    ['材料.docx. . ', '材料.docx'],
    ['con.docx', '_con.docx'],
    ['材料\ud842.docx', '材料.docx'],
    ['e\u0301.txt', '\u00e9.txt'],
    ['', '未命名'],
    ['///', '未命名'],
  ])('%j becomes %j', (name, clean) => {
    expect(cleanFileName(name)).toBe(clean);
  });

  it('of 100 汉字 is cut to 255 bytes, between characters and before its extension', () => {
    const name = cleanFileName(`${'质'.repeat(100)}.docx`);
    expect(name).toBe(`${'质'.repeat(83)}.docx`);
    expect(cleanFileName('👨‍👩‍👧'.repeat(40))).toMatch(/^(?:\u{1F468}\u{1F469}\u{1F467})+$/u);
    expect(cleanFileName(`x${'𠮷'.repeat(100)}`)).not.toMatch(/\p{Surrogate}/u);
  });

  it('is never dangerous and never longer, whatever it was, and stays as it is once cleaned', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const name = cleanFileName(text);
        expect(name).toMatch(/^[^/\\<>:"|?*\p{Cc}]+$/u);
        expect(name).not.toMatch(/^\.|[.\s]$/);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
      }),
    );
  });
});

describe('the header of a download', () => {
  it('names the file in UTF-8, with an ASCII name for old clients', () => {
    expect(contentDisposition('征求意见(1).docx')).toBe(
      'attachment; filename="____(1).docx"; filename*=UTF-8\'\'%E5%BE%81%E6%B1%82%E6%84%8F%E8%A7%81%281%29.docx',
    );
  });

  it('cannot be broken out of', () => {
    expect(contentDisposition('a"; x=\r\nSet-Cookie: b', 'inline')).toMatch(
      /^inline; filename="[\w ;=\-.]+"; filename\*=UTF-8''[\w%.\-]+$/,
    );
  });
});
