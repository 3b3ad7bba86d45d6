import { freezeDraft, importText, reopenDraft } from '../../../test/support/drafts-steps.js';
import { consultedText } from '../../../test/support/consultation-office.js';
import { type HttpHouse, openHttpHouse } from '../../../test/support/http-house.js';
import { type PageVisitor, visitAs } from '../../../test/support/page-visitor.js';
import { DraftsQuery } from '../../drafts/index.js';

describe('the pages of the drafts', () => {
  let house: HttpHouse;
  let office: PageVisitor;
  beforeEach(async () => {
    house = await openHttpHouse('2021-08-11T09:00:00+08:00', 3);
    office = await visitAs(house, 'secretariat');
  });
  afterEach(() => house.close());

  const path = (more = '') => `/c/${house.compilationId}/drafts${more}`;
  const imported = async () => {
    await reopenDraft(house, '初稿');
    return (await importText(house, consultedText)).draftVersionId;
  };
  const clausesOf = async (versionId: string) =>
    (await house.get(DraftsQuery).view(house.compilationId, versionId)).clauses;

  it('say that nothing may be edited before a step opens the draft', async () => {
    expect((await office.get(path())).html).toContain('尚无定稿，当前步骤没有可以修改的文稿。');
    expect((await office.get(path('/import'))).html).toContain('不能上传');
  });

  it('show how a text would be split and take nothing before it is confirmed', async () => {
    await imported();
    const body = new FormData();
    body.append('text', consultedText.replace('效益优先', '效益优先、绿色发展'));
    const preview = await office.post(path('/import/preview'), body);
    expect(preview.html).toContain('与现行修改稿有1条不同');
    expect(preview.html).toContain('<ins>、绿色发展</ins>');
    const before = await house.get(DraftsQuery).versions(house.compilationId);
    const upload = /name="upload" value="([^"]+)"/.exec(preview.html)?.[1] ?? '';
    const taken = await office.post(path('/import'), { upload });
    expect(taken.status).toBe(303);
    expect(await house.get(DraftsQuery).versions(house.compilationId)).toHaveLength(before.length + 1);
  });

  it('take a text that was looked at once only', async () => {
    await imported();
    const body = new FormData();
    body.append('text', consultedText);
    const preview = await office.post(path('/import/preview'), body);
    const upload = /name="upload" value="([^"]+)"/.exec(preview.html)?.[1] ?? '';
    await office.post(path('/import'), { upload });
    const again = await office.post(path('/import'), { upload });
    expect([again.status, again.html.includes('预览已经过期')]).toEqual([409, true]);
  });

  it('compare two versions clause by clause', async () => {
    const earlier = await imported();
    await freezeDraft(house, '初稿');
    await reopenDraft(house, '征求意见稿');
    const changed = consultedText.replace('开展服务质量监测', '全面开展服务质量监测');
    const { draftVersionId } = await importText(house, changed);
    const { html } = await office.get(path(`/compare?earlier=${earlier}&later=${draftVersionId}`));
    expect(html).toContain('征求意见稿第2次修改稿与初稿相比，有1条不同。');
    expect(html).toContain('<ins>全面</ins>');
  });

  it('let the secretariat reword a clause, but not over somebody else’s change', async () => {
    const versionId = await imported();
    const clause = (await clausesOf(versionId)).find(({ title }) => title === '提升服务质量');
    const page = path(`/${versionId}/clauses/${clause?.clauseId}`);
    const fields = { title: '提升服务质量', text: '开展服务质量监测。', revision: '1', opinion: '' };
    expect((await office.post(page, fields)).status).toBe(303);
    expect((await office.get(path(`/${versionId}`))).html).toContain('开展服务质量监测。');
    expect((await office.post(page, fields)).status).toBe(409);
  });

  it('let a member of the drafting group write the draft', async () => {
    const versionId = await imported();
    const drafter = await visitAs(house, 'drafter', 'drafter-1');
    const [{ clauseId }] = (await clausesOf(versionId)).filter(({ title }) => title === '提升服务质量');
    const page = path(`/${versionId}/clauses/${clauseId}`);
    const fields = { title: '提升服务质量', text: '由起草组改写。', revision: '1', opinion: '' };
    expect((await drafter.post(page, fields)).status).toBe(303);
    expect((await drafter.get(path(`/${versionId}`))).html).toContain('由起草组改写。');
    expect((await drafter.get(path('/import'))).status).toBe(200);
  });

  it('open a task when a basis document is published, closed only with a result', async () => {
    const document = { key: 'outline-test', title: '质量强国建设纲要', status: '未发布' };
    await office.post(path('/basis'), { ...document, documentNumber: '', issuedOn: '' });
    const published = { key: 'outline-test', status: '已发布', documentNumber: '', issuedOn: '2021-08-10' };
    await office.post(path('/basis/status'), published);
    const { html } = await office.get(path('/basis'));
    expect(html).toContain('与《质量强国建设纲要》对照');
    const action = /action="([^"]*\/basis\/tasks\/[^"]+)"/.exec(html)?.[1] ?? '';
    expect((await office.post(action, { result: '' })).status).toBe(400);
    expect((await office.post(action, { result: '一致。' })).status).toBe(303);
  });

  it('show an auditor the draft without anything to change it', async () => {
    const versionId = await imported();
    const auditor = await visitAs(house, 'auditor', 'audit-1');
    const { html } = await auditor.get(path(`/${versionId}`));
    expect(html).toContain('指导思想');
    expect(html).not.toContain('确认条款拆分');
    expect((await auditor.post(path('/confirm'), { draftVersionId: versionId })).status).toBe(403);
  });
});
