import { LikeTexts } from './like-texts.js';

const letter =
  '建议在第二部分增加社区养老服务质量评价的内容，明确评价主体、评价标准和结果运用，并向社会公开评价结果。';

function leadersOf(...texts: string[]): string[] {
  const like = new LikeTexts();
  return texts.map((text, index) => like.add(String(index), text));
}

describe('like texts', () => {
  test('are those that differ in punctuation, spaces, width and case alone', () => {
    expect(leadersOf('推进 ISO9001 认证。', '推进ＩＳＯ９００１认证！')).toEqual(['0', '0']);
  });

  test('are those that differ in a few words', () => {
    const copies = [
      letter,
      letter.replace('建议在', '我建议在'),
      letter.replace('并向社会公开评价结果', '并向社会公开'),
      `${letter}谢谢！`,
    ];
    expect(leadersOf(...copies)).toEqual(['0', '0', '0', '0']);
  });

  test('are not those on one subject that ask for different things', () => {
    expect(
      leadersOf(
        '建议提高全员劳动生产率目标，与市规划纲要保持一致。',
        '建议降低全员劳动生产率目标，考虑中小企业的实际困难。',
        '建议取消质量奖评选。',
      ),
    ).toEqual(['0', '1', '2']);
  });

  test('follow the first of them, whatever comes between', () => {
    expect(leadersOf(letter, '另一条完全不同的意见。', `${letter}请予考虑。`)).toEqual(['0', '1', '0']);
  });

  test('may be shorter than one piece, or hold no word at all', () => {
    expect(leadersOf('同意', '同意！', '。。。', '反对')).toEqual(['0', '0', '2', '3']);
  });

  test('are found among ten thousand that all begin alike', () => {
    const like = new LikeTexts();
    const leaders = new Set<string>();
    for (let index = 0; index < 10_000; index++) {
      const asks =
        letter.slice(0, 20) + `请把第${index % 100}项指标改为${(index % 100) * 7919}并说明测算方法和数据来源`;
      leaders.add(like.add(String(index), asks));
    }
    expect(leaders.size).toBeLessThanOrEqual(100);
  });
});
