import { InvalidInput } from '../refusal.js';

/**
 * Half of a character pair: the other half was lost before the text came here. SQLite and PostgreSQL read such
 * text back as different characters, so a digest taken before writing would not match one taken after.
 */
const loneSurrogate = /\p{Surrogate}/u;

/** CR LF, CR, vertical tab (Word's soft line break), form feed, NEL, and Unicode's line and paragraph separators. */
const lineBreaks = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;

/** C0 and C1 controls other than line feed and tab. PostgreSQL refuses NUL; XML refuses most of the others. */
const controls = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g;

/** The twelve characters that reorder what is read: what a reviewer sees would not be what is stored. */
const bidiControls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Characters without width, by which two names look the same and are not: soft hyphen, zero-width spaces and
 * joiners, byte order mark, invisible operators, fillers, annotation marks and tags. Variation selectors stay:
 * rare characters in names need them.
 */
const invisibles = new RegExp(
  '[\\u{ad}\\u{34f}\\u{115f}\\u{1160}\\u{17b4}\\u{17b5}\\u{180e}\\u{200b}-\\u{200d}\\u{2060}-\\u{2065}' +
    '\\u{206a}-\\u{206f}\\u{3164}\\u{feff}\\u{ffa0}\\u{fff9}-\\u{fffb}\\u{e0000}-\\u{e007f}]',
  'gu',
);

/** Code points that Unicode keeps from being characters; XML 1.0 refuses U+FFFE and U+FFFF in a document. */
const noncharacters = /\p{Noncharacter_Code_Point}/gu;

/**
 * Text of several lines as it may be stored and printed: NFC, well-formed, with no control characters but line
 * feed and tab, nothing that reorders and nothing invisible; line breaks are LF and none end the text. An indent
 * of ideographic spaces stays. Cleaning clean text changes nothing.
 * @param label what the field is called on the form, for the refusal
 * @throws InvalidInput for damaged text, which cannot be repaired without guessing
 */
export function cleanText(text: string, label = '文字'): string {
  if (loneSurrogate.test(text)) throw damagedText(text, label);
  return (
    text
      .replace(lineBreaks, '\n')
      .replace(controls, '')
      .replace(bidiControls, '')
      .replace(invisibles, '')
      .replace(noncharacters, '')
      // After the removals: a character that stood between a letter and its accent would have kept them apart.
      .normalize('NFC')
      .replace(/^\n+/, '')
      .trimEnd()
  );
}

/** Text of one line, as for a name or a subject: {@link cleanText}, with line breaks and tabs made one space. */
export function cleanLine(text: string, label = '文字'): string {
  return cleanText(text, label)
    .replace(/[\n\t]+/g, ' ')
    .trim();
}

function damagedText(text: string, label: string): InvalidInput {
  const place = Array.from(text).findIndex((character) => loneSurrogate.test(character)) + 1;
  return new InvalidInput(
    `“${label}”第${place}个字已损坏，无法辨认。请删去该处后重新输入；如果是从别的文件复制的，请重新复制。`,
    'damaged-text',
  );
}
