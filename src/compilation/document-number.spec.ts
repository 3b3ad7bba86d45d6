import { readDocumentNumber } from './document-number.js';

describe('a 发文字号', () => {
  it.each([
    '沪质办〔2021〕4号',
    '沪质办[2021]4号',
    '沪质办（2021）第4号',
    '沪质办【2021】04号',
    ' 沪质办 〔２０２１〕 4 号',
  ])('has one spelling, however it is typed: %s', (typed) => {
    expect(readDocumentNumber(typed)).toBe('沪质办〔2021〕4号');
  });

  it.each([
    '',
    '4号',
    '沪质办2021年4号',
    '沪质办〔21〕4号',
    '沪质办〔2021〕号',
    '沪质办〔2021〕0号',
    '沪质办〔2021〕4号文',
  ])('is not “%s”', (typed) => {
    expect(readDocumentNumber(typed)).toBeNull();
  });
});
