import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { cleanXml, escapeCsv, escapeHeader, escapeHtml, escapeXml } from './escapes.js';

const anyText = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
});

function parse(xml: string): string {
  let text = '';
  const parser = new SaxesParser();
  parser.on('text', (chunk) => (text += chunk));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return text;
}

describe('text for HTML', () => {
  it('cannot open a tag, leave an attribute or start an entity', () => {
    expect(escapeHtml(`<img src=x onerror='a()'>&"`)).toBe(
      '&lt;img src&#61;x onerror&#61;&#39;a()&#39;&gt;&amp;&quot;',
    );
  });

  it('prints nothing for what is absent and prints zero and false', () => {
    expect([null, undefined, 0, false].map(escapeHtml)).toEqual(['', '', '0', 'false']);
  });
});

describe('text for XML', () => {
  it('is well-formed whatever a person typed, and reads back without the characters XML forbids', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(parse(`<a b="${escapeXml(text)}">${escapeXml(text)}</a>`)).toBe(cleanXml(text));
      }),
      { numRuns: 500 },
    );
  });

  it('drops control characters, U+FFFE, U+FFFF and lone surrogates, and keeps characters beyond U+FFFF', () => {
    expect(escapeXml('甲\u0000\u000b\ufffe\uffff\ud800乙\udc00𠮷')).toBe('甲乙𠮷');
  });
});

describe('a CSV cell', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1', '＋1', '－1', '＠x'])(
    'does not run as a formula: %j',
    (text) => {
      expect(escapeCsv(text)).toBe(`"'${text}"`);
    },
  );

  it('keeps quotes, commas and line breaks inside the cell', () => {
    expect(escapeCsv('他说“好”,"行"\n第二行')).toBe('"他说“好”,""行""\n第二行"');
  });

  it('leaves numbers numbers, negative ones too', () => {
    expect([escapeCsv(-3), escapeCsv(12.5)]).toEqual(['-3', '12.5']);
  });
});

describe('text for a mail header', () => {
  it('cannot begin another header line', () => {
    expect(escapeHeader('提醒\r\nBcc: someone@example.org')).toBe('提醒 Bcc: someone@example.org');
  });

  it('cannot turn the reading direction or hide characters', () => {
    expect(escapeHeader('a\u202eb\u200bc\u2066d\ufeffe\u2028f')).toBe('a b c d e f');
  });

  it('holds no control character for any text', () => {
    fc.assert(fc.property(anyText, (text) => !/[\p{Cc}\p{Surrogate}]/u.test(escapeHeader(text))));
  });
});
