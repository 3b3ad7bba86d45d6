import { parseInput } from '../../platform/index.js';
import { unitCategories } from '../../directory/index.js';
import { emptyContent, materialContentSchema } from './material-content.js';
import { formOf, formTitles, partsOf } from './material-form.js';
import { lengthWarning, measureLength } from './material-length.js';
import { readMilestoneDate } from './milestone-date.js';
import { normaliseLabel } from './normalise-label.js';
import { readNumericEntry } from './numeric-entry.js';

describe('the form of a material', () => {
  test('follows the category of the unit', () => {
    expect(unitCategories.map((category) => [category, formTitles[formOf(category)]])).toEqual([
      ['member', '质量强业'],
      ['district', '质量强区'],
      ['association', '质量强业'],
      ['group', '质量强企'],
      ['institute', '研究报告'],
    ]);
  });

  test('asks institutes for one report and everyone else for four parts', () => {
    expect(partsOf('district')).toEqual(['currentState', 'shortcomings', 'goals', 'measures']);
    expect(partsOf('research')).toEqual(['report']);
  });
});

describe('what has been typed so far', () => {
  test('may be nothing at all', () => {
    expect(materialContentSchema.parse({})).toEqual(emptyContent());
  });

  test('is kept as it was written where it is more than a number', () => {
    const { indicators } = materialContentSchema.parse({ indicators: [{ name: '甲', value2025: '待定' }] });
    expect(indicators[0]).toMatchObject({ name: '甲', value2025: '待定', value2035: null });
  });

  test('is refused with a Chinese sentence when a field has a name that nobody knows', () => {
    expect(() => parseInput(materialContentSchema, { indicator: [] })).toThrow(/未知的键.*indicator/);
    expect(() => parseInput(materialContentSchema, { tasks: [{ strategies: ['乱写'] }] })).toThrow(
      /应为以下之一：自贸试验区临港新片区/,
    );
  });

  test('is cleaned of what nobody sees', () => {
    const { parts } = materialContentSchema.parse({ parts: { goals: '质\u202e量\r\n强市\u0000' } });
    expect(parts.goals).toBe('质量\n强市');
  });
});

describe('a number as people type it', () => {
  test.each([
    ['95', 95],
    ['９５．５', 95.5],
    ['1,234.5', 1234.5],
    ['１２，０００', 12000],
    ['−14', -14],
    [' 36 ', 36],
    ['', null],
    [null, null],
    [7.5, 7.5],
    ['95%', '95%'],
    ['1,23', '1,23'],
    ['九成', '九成'],
    ['85%以上', '85%以上'],
    ['1.2万', '1.2万'],
  ])('%j is read as %j', (typed, read) => {
    expect(readNumericEntry(typed)).toBe(read);
  });
});

describe('the date of a milestone', () => {
  test.each([
    ['2023', '2023'],
    ['2023年', '2023'],
    ['2023年底前', '2023'],
    ['２０２３年６月', '2023-06'],
    ['2023-12', '2023-12'],
    ['2023.6', '2023-06'],
    ['2023-13', null],
    ['近期', null],
    ['', null],
  ])('“%s” is %j', (text, date) => {
    expect(readMilestoneDate(text)).toBe(date);
  });
});

test('two spellings of an indicator have one key, two indicators have two', () => {
  expect(normaliseLabel('全员劳动生产率（万元/人）')).toBe(normaliseLabel('全员 劳动生产率'));
  expect(normaliseLabel('ＰＭ２.５浓度')).toBe(normaliseLabel('pm2.5浓度'));
  expect(normaliseLabel('食品合格率')).not.toBe(normaliseLabel('农产品合格率'));
});

describe('the length of a material', () => {
  const ofLength = (characters: number) => {
    const content = emptyContent();
    content.parts.goals = '质'.repeat(characters);
    return measureLength('industry', content);
  };

  test.each([
    [2399, '少于'],
    [2400, null],
    [3600, null],
    [3601, '多于'],
  ])('of %i characters is told to be %j than about 3000', (characters, direction) => {
    const warning = lengthWarning(ofLength(characters));
    if (direction === null) expect(warning).toBeNull();
    else expect(warning).toContain(`${direction}要求的约3000字（2400至3600字不提示）；不影响报送`);
  });

  test('is about 10000 for a research report', () => {
    const content = emptyContent();
    content.parts.report = '质'.repeat(7999);
    expect(lengthWarning(measureLength('research', content))).toContain('少于要求的约10000字');
    content.parts.report = '质'.repeat(8000);
    expect(lengthWarning(measureLength('research', content))).toBeNull();
  });

  test('counts the written parts of the form and no other', () => {
    const content = emptyContent();
    content.parts.report = '不属于四部分';
    content.parts.currentState = '到2025年。';
    const length = measureLength('industry', content);
    expect(length.characters).toBe(4);
    expect(length.parts.map(({ title, characters }) => [title, characters])).toEqual([
      ['现状', 4],
      ['存在问题和不足', 0],
      ['目标', 0],
      ['任务与举措', 0],
    ]);
  });
});
