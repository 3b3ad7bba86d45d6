import assert from 'node:assert';
import { formatChineseNumeral } from '../platform/index.js';

/** Heading numbers of GB/T 9704: 一、 （一） 1. （1） for levels 1 to 4. */
export function headingNumber(level: number, value: number): string {
  const forms = [
    () => `${formatChineseNumeral(value)}、`,
    () => `（${formatChineseNumeral(value)}）`,
    () => `${value}.`,
    () => `（${value}）`,
  ];
  assert(level >= 1 && level <= forms.length, `no heading level ${level}`);
  return forms[level - 1]();
}
