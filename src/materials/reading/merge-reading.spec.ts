import { fourPartInput, reportInput } from '../../../test/support/materials.js';
import { examineMaterial, materialContentSchema } from '../content/index.js';
import { fitContent } from './fit-content.js';
import { mergeReading } from './merge-reading.js';

describe('what was read joins what was entered', () => {
  const entered = materialContentSchema.parse({ parts: { goals: '已填目标' }, goals: [{ title: '已填' }] });
  const full = materialContentSchema.parse(fourPartInput());

  test('without writing over it', () => {
    const merged = mergeReading('industry', entered, full, false);
    expect(merged.content.parts.goals).toBe('已填目标');
    expect(merged.content.parts.measures).toBe(full.parts.measures);
    expect(merged.kept).toEqual(['目标', '目标清单']);
    expect(merged.filled).toEqual(['现状', '存在问题和不足', '任务与举措', '问题清单', '指标表', '任务表']);
  });

  test('in its place when the unit asks for it, yet never emptying what the document lacks', () => {
    expect(mergeReading('industry', entered, full, true).content.goals).toEqual(full.goals);
    const nothing = materialContentSchema.parse({});
    expect(mergeReading('industry', entered, nothing, true).content).toEqual(entered);
  });

  test('so that a complete document can be handed in once the data are attested', () => {
    const { content } = mergeReading(
      'research',
      materialContentSchema.parse({}),
      materialContentSchema.parse(reportInput()),
      false,
    );
    const examined = examineMaterial('research', { ...content, topic: 'outside', attested: true }, new Map());
    expect(examined.missing).toEqual([]);
  });

  test('without a cell that is too long for its field, which is said', () => {
    const { content, doubts } = fitContent({ goals: [{ title: '甲'.repeat(201) }, { title: '乙' }] });
    expect(content.goals).toEqual([{ title: '' }, { title: '乙' }]);
    expect(doubts).toEqual([
      { place: '全文', message: '文档中有一处内容不得超过200个字符，未能读入，请核对' },
    ]);
    const many = fitContent({ goals: Array.from({ length: 101 }, () => ({ title: '甲' })) });
    expect(many.content.goals).toHaveLength(100);
    expect(many.doubts.map(({ message }) => message)).toEqual([
      '文档中有一个列表超过100项，只读入前100项，请核对',
    ]);
  });
});
