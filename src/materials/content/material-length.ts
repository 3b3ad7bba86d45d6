import { countCharacters } from '../../platform/index.js';
import { type MaterialContent } from './material-content.js';
import { type MaterialForm, type PartKey, partsOf, partTitles } from './material-form.js';

/** 通知四、（一）1: “约3000字左右”, “约1万字左右”. */
const expectedCharacters = (form: MaterialForm): number => (form === 'research' ? 10_000 : 3_000);

/** “约…左右” is read as one fifth less or more. */
const tolerance = 0.2;

export interface MaterialLength {
  /** Of the written parts; the rows of indicators and tasks do not count. */
  characters: number;
  parts: { key: PartKey; title: string; characters: number }[];
  expected: number;
  /** Outside of this one is told, never refused. */
  least: number;
  most: number;
}

export function measureLength(form: MaterialForm, content: MaterialContent): MaterialLength {
  const parts = partsOf(form).map((key) => ({
    key,
    title: partTitles[key],
    characters: countCharacters(content.parts[key]),
  }));
  const expected = expectedCharacters(form);
  return {
    characters: parts.reduce((sum, part) => sum + part.characters, 0),
    parts,
    expected,
    least: Math.round(expected * (1 - tolerance)),
    most: Math.round(expected * (1 + tolerance)),
  };
}

/** A sentence when the text is clearly shorter or longer than the notice asks for, else null. */
export function lengthWarning({ characters, expected, least, most }: MaterialLength): string | null {
  if (least <= characters && characters <= most) return null;
  const direction = characters < least ? '少于' : '多于';
  return (
    `正文${characters}字（汉字、标点和每个西文词、数字各计一字，表格不计），${direction}要求的约${expected}字` +
    `（${least}至${most}字不提示）；不影响报送，请核对内容是否适当`
  );
}
