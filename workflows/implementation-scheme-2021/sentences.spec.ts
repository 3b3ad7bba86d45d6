import { schemeSamples } from '../../test/support/charts/scheme-samples.js';
import { assessRequirements } from '../kit/requirement.js';
import { implementationScheme2021 } from './index.js';

const { requirements } = implementationScheme2021;
const sentenceOf = (name: string, facts: Record<string, unknown>) => {
  const [line] = assessRequirements(requirements, [name], { [name]: facts }, { decisionCatalogued: true });
  return line;
};

describe('the sentence of a requirement', () => {
  it('that is met never says of nothing that all of it is done', () => {
    for (const [name, { met }] of Object.entries(schemeSamples)) {
      for (const facts of met)
        expect(sentenceOf(name, facts).sentence).not.toMatch(/(?<!\d)0(?:条|名|家|项)[^，；。]*均/);
    }
  });

  it.each([
    ['materialsTraced', { clauses: 0, untraced: 0, samples: [], unusedSubmissions: 0 }, '还没有文稿'],
    ['unitRepliesIn', { sent: 0, replied: 0, waived: 0, outstanding: 0, units: [] }, '没有向任何单位发函'],
    ['conflictsDeclared', { present: 0, missing: [] }, '没有登记到会专家'],
    ['expertOpinionsSigned', { present: 0, missing: [] }, '没有登记到会专家'],
  ])('%s is not met where there is nothing it could be met by', (name, facts, said) => {
    expect(sentenceOf(name, facts)).toMatchObject({ met: false, sentence: expect.stringContaining(said) });
  });

  it.each([
    [
      'plenaryChangesTraced',
      { points: 0, untraced: [], pointsExpected: false },
      '没有登记审议意见，无须落实。',
    ],
    [
      'expertPointsAnswered',
      { points: 0, unanswered: [], pointsExpected: false },
      '专家没有提出须答复的意见。',
    ],
    ['disagreementsClosed', { open: [], unescalated: [], total: 0 }, '没有登记重大问题和分歧意见。'],
  ])('%s says so where there was nothing to do', (name, facts, said) => {
    expect(sentenceOf(name, facts)).toMatchObject({ met: true, sentence: said });
  });

  it('of the legality review shows the seven working days, or says that they cannot be shown', () => {
    const review = { sentOn: '2021-11-01', conclusion: '合法', workingDaysBeforePlenary: 10 };
    const shown = sentenceOf('legalityReviewed', {
      ...review,
      returnedOn: '2021-11-10',
      workingDaysTaken: 7,
    });
    expect(shown).toMatchObject({
      met: true,
      sentence: expect.stringContaining('2021-11-10回复，历时7个工作日'),
    });
    const short = sentenceOf('legalityReviewed', {
      ...review,
      returnedOn: '2021-11-04',
      workingDaysTaken: 3,
    });
    expect(short).toMatchObject({ met: false, sentence: expect.stringContaining('不足7个工作日') });
    const unknown = sentenceOf('legalityReviewed', { ...review, returnedOn: null, workingDaysTaken: null });
    expect(unknown).toMatchObject({
      met: false,
      sentence: expect.stringContaining('没有登记意见的回复日期'),
    });
  });
});
