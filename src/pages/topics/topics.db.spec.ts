import { fourPartInput } from '../../../test/support/materials.js';
import { openPagesOffice, type PagesOffice } from '../../../test/support/pages-office.js';

describe('topics, indicators and visits', () => {
  let office: PagesOffice;
  beforeEach(async () => {
    office = await openPagesOffice();
  });
  afterEach(() => office.house.close());

  const look = async (path = '') => (await office.post.get(`${office.base}/topics${path}`)).html;

  it('says which topics nobody chose', async () => {
    expect(await look()).toContain('课题目录共10项，10项无人选');
  });

  it('lists a new topic, and leaves one alone that was issued', async () => {
    const path = `${office.base}/topics`;
    await office.post.post(path, { number: '11', title: '质量数据开放研究', scope: '' });
    await office.post.post(path, { number: '1', title: '改写的课题', scope: '' });
    const html = await look();
    expect(html).toContain('质量数据开放研究');
    expect(html).not.toContain('改写的课题');
  });

  it('stands values that contradict each other side by side and marks them', async () => {
    await office.handIn('commerce');
    const other = fourPartInput();
    other.indicators[0].value2025 = 96;
    await office.handIn('health', other);
    const html = await look('/indicators?conflicting=1');
    expect(html).toContain('2家单位报送指标1项，1项不一致。');
    expect(html).toContain('2025年目标值不一致');
    expect(html).toContain('≥95');
    expect(html).toContain('≥96');
    expect(await look('/indicators?name=没有')).toContain('没有符合条件的指标');
  });

  it('logs a visit that took place, and none that is still to come', async () => {
    const visit = {
      kind: 'industry',
      place: '某行业协会',
      visitedOn: '2021-06-25',
      hosts: '某行业协会\n某检测机构',
      findings: '检验检测能力分布不均。',
    };
    const path = `${office.base}/topics/visits`;
    const early = await office.post.post(path, { ...visit, visitedOn: '2021-07-30' });
    expect(early.html).toContain('尚未到来');
    expect((await office.post.post(path, visit)).status).toBe(303);
    const html = await look('/visits');
    expect(html).toContain('已登记调研走访1次：行业1次，区域0次，企业0次；区域、企业尚未走访。');
    expect(html).toContain('某行业协会、某检测机构');
  });
});
