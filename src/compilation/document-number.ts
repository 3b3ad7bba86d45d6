import { lineInput } from '../platform/index.js';

/** 代字, year in any brackets, running number; 第 and leading zeros are habits that the standard does not have. */
const shape = /^(\p{sc=Han}{1,20})[〔［[（(【](\d{4})[〕］\])）】]第?0*([1-9]\d{0,4})号$/u;

/** `沪质办[2021]第04号` is `沪质办〔2021〕4号` (GB/T 9704-2012, 7.2.5); null for what is no 发文字号. */
export function readDocumentNumber(text: string): string | null {
  const parts = shape.exec(text.normalize('NFKC').replace(/\s/g, ''));
  return parts === null ? null : `${parts[1]}〔${parts[2]}〕${parts[3]}号`;
}

/** 发文字号 in its one spelling, so that it can be unique by 代字, year and number. */
export const documentNumberInput = lineInput(100).transform((text, context) => {
  const number = readDocumentNumber(text);
  if (number !== null) return number;
  context.addIssue({ code: 'custom', message: '应由代字、年份和序号组成，如 沪质办〔2021〕4号' });
  return '';
});
