import { materialContentSchema } from './material-content.js';
import { strategies, strategyNamed, strategyNames } from './strategies.js';

describe('the strategies of the notice', () => {
  test('are the three tasks and one platform, five centres, four functions, the global city and its government', () => {
    const counts = Object.entries(strategies).map(([group, names]) => [group, names.length]);
    expect(counts).toEqual([
      ['三大任务', 3],
      ['一大平台', 1],
      ['五个中心', 5],
      ['城市目标', 1],
      ['四大功能', 4],
      ['城市治理', 1],
    ]);
  });

  test.each([
    ['全球卓越城市', '卓越的全球城市'],
    ['卓越全球城市', '卓越的全球城市'],
    ['进博会', '进口博览会'],
    ['中国国际进口博览会', '进口博览会'],
    ['“长三角一体化发展”', '长三角一体化'],
    ['上海国际科创中心建设', '国际科技创新中心'],
    ['全球资源配置功能', '全球资源配置'],
    ['设立科创板并试点注册制', '科创板注册制'],
  ])('are known in other spellings: %s', (written, meant) => {
    expect(strategyNamed(written)).toBe(meant);
  });

  test('each are known by their own name, and by no spelling of another', () => {
    for (const name of strategyNames) expect(strategyNamed(name)).toBe(name);
    expect(strategyNamed('质量强市')).toBeNull();
  });

  test('are stored under one name, so that the coverage counts them together', () => {
    const { tasks } = materialContentSchema.parse({ tasks: [{ strategies: ['进博会', '全球卓越城市'] }] });
    expect(tasks[0].strategies).toEqual(['进口博览会', '卓越的全球城市']);
  });
});
