import { docxEntries, xlsxEntries, zipOf } from '../../test/support/office-files.js';
import { checkScan, sniffKind } from './sniff-kind.js';

const hex = (digits: string) => Buffer.from(digits, 'hex');

describe('what a file is', () => {
  it.each([
    ['pdf', Buffer.from('%PDF-1.4\n%âãÏÓ')],
    ['jpeg', hex('ffd8ffe000104a464946')],
    ['png', hex('89504e470d0a1a0a0000000d')],
    ['ole', hex('d0cf11e0a1b11ae1')],
    ['docx', zipOf(docxEntries(''))],
    ['xlsx', zipOf(xlsxEntries(''))],
    ['zip', zipOf({ a: 'x' })],
    ['zip', Buffer.from('PK\u0003\u0004 and nothing more')],
    ['text', Buffer.from('单位,意见\n')],
    ['unknown', hex('0001020304')],
    ['unknown', new Uint8Array()],
  ])('is told by its content: %s', (kind, bytes) => {
    expect(sniffKind(bytes)).toBe(kind);
  });
});

describe('a scan', () => {
  it('is a PDF, a JPEG or a PNG', () => {
    expect([Buffer.from('%PDF-1.4'), hex('ffd8ffe1'), hex('89504e470d0a1a0a')].map(checkScan)).toEqual([
      'pdf',
      'jpeg',
      'png',
    ]);
  });

  it.each([
    ['not-a-scan', Buffer.from('<svg onload="a()"/>')],
    ['not-a-scan', Buffer.from('GIF89a %PDF-1.4')],
    ['not-a-scan', zipOf(docxEntries(''))],
    ['file-empty', new Uint8Array()],
    ['file-too-large', Buffer.concat([Buffer.from('%PDF-1.4'), Buffer.alloc(20 * 2 ** 20)])],
  ])('is nothing else: %s', (fault, bytes) => {
    expect(() => checkScan(bytes)).toThrow(expect.objectContaining({ fault }));
  });
});
