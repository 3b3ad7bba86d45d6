import { sampleScan } from '../../rehearsal/index.js';
import { type HttpHouse, openHttpHouse } from '../../../test/support/http-house.js';
import { mailFiles } from '../../../test/support/eml.js';
import { type PageVisitor, visitAs } from '../../../test/support/page-visitor.js';
import { CompilationQuery } from '../../compilation/index.js';
import { DirectoryQuery } from '../../directory/index.js';
import { LedgerQuery } from '../../ledger/index.js';
import { Worker } from '../../worker/index.js';

describe('the settings', () => {
  let house: HttpHouse;
  let office: PageVisitor;
  let administrator: PageVisitor;
  beforeEach(async () => {
    house = await openHttpHouse();
    office = await visitAs(house, 'secretariat');
    administrator = await visitAs(house, 'administrator', 'admin-1');
  });
  afterEach(() => house.close());

  const path = (...rest: string[]) => ['/c', house.compilationId, 'settings', ...rest].join('/');
  const lastAct = async () =>
    (await house.get(LedgerQuery).latest(house.compilationId, { limit: 1 }))[0].type;
  const roster = (text: string) => {
    const form = new FormData();
    form.append('file', new Blob([text]), 'roster.csv');
    return form;
  };
  const liaisonOf = async (name: string) =>
    (await house.get(DirectoryQuery).units({ name }))[0].contacts.find(({ role }) => role === 'liaison')
      ?.address;

  describe('accounts', () => {
    const post = { signInName: 'office-3', name: '经办三岗', roles: ['secretariat', 'drafter'] };

    it('an administrator makes an account, whose link sets its password', async () => {
      const { html } = await administrator.post(path('accounts'), post);
      const [, link] = /(\/set-password\/[\w-]+)/.exec(html)!;
      expect(html).toContain(`${house.config.publicUrl}${link}`);
      const stranger = await visitAs(house, 'nobody');
      const password = '一句自己记得住的长话，谁也猜不到';
      const set = await stranger.post(link, { password, again: password });
      expect([set.status, set.location]).toEqual([303, '/account']);
      const entered = await stranger.post('/sign-in', { signInName: 'office-3', password });
      expect(entered.status).toBe(303);
      expect((await administrator.get(path('accounts'))).html).toContain('秘书处、起草组成员');
    });

    it('shows the link once', async () => {
      await administrator.post(path('accounts'), post);
      expect((await administrator.get(path('accounts'))).html).not.toContain('/set-password/');
    });

    it('the secretariat neither sees nor makes accounts', async () => {
      expect((await office.get(path('accounts'))).status).toBe(403);
      expect((await office.post(path('accounts'), post)).status).toBe(403);
      expect((await office.get(path())).html).not.toContain(path('accounts'));
    });

    it('the only administrator cannot give the role up', async () => {
      const { html } = await administrator.get(path('accounts'));
      const [, own] = new RegExp(`${path('accounts')}/([\\w-]+)">admin-1`).exec(html)!;
      const refused = await administrator.post(path('accounts', own, 'roles'), { roles: ['drafter'] });
      expect([refused.status, refused.html]).toEqual([422, expect.stringContaining('唯一的系统管理员')]);
    });

    it('an account that is signed out everywhere has to sign in again', async () => {
      const { html } = await administrator.get(path('accounts'));
      const [, id] = new RegExp(`${path('accounts')}/([\\w-]+)">office-1`).exec(html)!;
      await administrator.post(path('accounts', id, 'sign-out'));
      expect((await office.get(path())).location).toMatch(/^\/sign-in/);
    });

    it('a token of one’s own is shown once, works, and no longer after it was revoked', async () => {
      const issued = await office.post(path('tokens'), { name: '统计', scopes: 'read' });
      const [token] = /bz_[\w-]+/.exec(issued.html)!;
      const ask = () =>
        fetch(`${house.url}${path('units')}`, {
          redirect: 'manual',
          headers: { accept: 'text/html', authorization: `Bearer ${token}` },
        });
      expect((await ask()).status).toBe(200);
      const { html } = await office.get(path('tokens'));
      expect(html).not.toContain(token);
      await office.post(/action="([^"]+\/revoke)"/.exec(html)![1]);
      expect((await ask()).status).not.toBe(200);
    });
  });

  describe('the roster', () => {
    const good = '单位全称,联络员邮箱\n上海市商务委员会,new.commerce@example.org\n';

    it('a dry run shows each bad row and changes nothing', async () => {
      const before = await liaisonOf('上海市商务委员会');
      const tried = await office.post(path('units', 'import'), roster(`${good}示例新单位,不是邮箱\n`));
      const { html } = await office.get(tried.location!);
      expect(html).toContain('名册有1处错误，不能导入');
      expect(html).toMatch(/第3行[^]*联络员邮箱[^]*不是邮箱/);
      expect(await liaisonOf('上海市商务委员会')).toBe(before);
      expect((await office.post(tried.location!)).status).toBe(422);
      expect(await liaisonOf('上海市商务委员会')).toBe(before);
    });

    it('the file of a dry run is imported without being chosen again', async () => {
      const tried = await office.post(path('units', 'import'), roster(good));
      expect((await office.get(tried.location!)).html).toContain('new.commerce@example.org');
      await office.post(tried.location!);
      expect(await liaisonOf('上海市商务委员会')).toBe('new.commerce@example.org');
    });

    it('only what was typed anew is corrected', async () => {
      const [unit] = await house.get(DirectoryQuery).units({ name: '上海市商务委员会' });
      const { html } = await office.get(path('units', unit.id));
      const typed = (name: string) => new RegExp(`name="${name}" [^>]*value="([^"]*)"`).exec(html)?.[1] ?? '';
      const fields = {
        revision: String(unit.revision),
        category: '领导小组成员单位',
        ...{ shortName: typed('shortName'), aliases: typed('aliases'), leader: unit.contacts[1].address },
        ...{ liaison: 'new.commerce@example.org', remark: unit.remark },
      };
      await office.post(path('units', unit.id), fields);
      expect(await liaisonOf('上海市商务委员会')).toBe('new.commerce@example.org');
      const [{ payload }] = await house.get(LedgerQuery).latest(house.compilationId, { limit: 1 });
      expect(payload).toMatchObject({ columns: ['liaison'] });
      expect((await office.post(path('units', unit.id), { ...fields, remark: '旧页面' })).status).toBe(409);
    });

    it('finds units by name, category and district', async () => {
      const { html } = await office.get(`${path('units')}?district=310115`);
      expect(html).toContain('符合条件的1家');
      expect((await office.get(`${path('units')}?name=没有这家`)).html).toContain('没有符合条件的单位');
    });

    it('an auditor reads and exports it but imports nothing', async () => {
      const auditor = await visitAs(house, 'auditor', 'audit-1');
      expect((await auditor.get(path('units', 'export?format=csv'))).html).toContain('上海市商务委员会');
      expect((await auditor.post(path('units', 'import'), roster(good))).status).toBe(403);
    });
  });

  describe('the timeline', () => {
    const change = {
      kind: 'onOrBefore',
      date: '2021-08-22',
      count: '1',
      unit: 'calendarDays',
      time: '24:00',
    };

    it('shows what a change would move before it is made, and then makes it', async () => {
      const typed = { ...change, reason: '留足汇总时间' };
      const { html } = await office.post(path('timeline', 'firstDraftDue', 'preview'), typed);
      expect(html).toContain('2021年8月22日（星期日），顺延至8月23日（星期一）24:00');
      expect(await lastAct()).not.toBe('timeline.rescheduled');
      const made = await office.post(path('timeline', 'firstDraftDue'), typed);
      expect(made.location).toBe(path('timeline'));
      const [, draft] = await house.get(CompilationQuery).deadlines(house.compilationId);
      expect([draft.key, draft.nominal]).toEqual(['firstDraftDue', '2021-08-22']);
    });

    it('asks for a reason', async () => {
      const refused = await office.post(path('timeline', 'firstDraftDue', 'preview'), {
        ...change,
        reason: '',
      });
      expect(refused.status).toBe(400);
    });

    it('is shifted as a whole before the start, and not afterwards', async () => {
      const shown = await office.post(path('timeline', 'shift', 'preview'), { firstDay: '2021-07-05' });
      expect(shown.html).toContain('14项期限变动');
      await office.post(`/c/${house.compilationId}/overview/steps/startCompilation`);
      const refused = await office.post(path('timeline', 'shift'), { firstDay: '2021-07-05' });
      expect(refused.status).toBe(409);
    });

    it('is confirmed as it stands after a suspension', async () => {
      const step = (event: string) =>
        office.post(`/c/${house.compilationId}/overview/steps/${event}`, { reason: '上级部署调整' });
      await step('startCompilation');
      house.clock.moveTo(house.clock.now() + 60_000);
      await step('suspendCompilation');
      expect((await office.get(path('timeline'))).html).toContain('还有14项期限未重新确定');
      expect((await step('resumeCompilation')).status).toBe(409);
      await office.post(path('timeline', 'confirm'), { reason: '日期不变' });
      expect((await step('resumeCompilation')).status).toBe(303);
    });

    it('follows the holidays of a year as they are corrected', async () => {
      const year = {
        year: '2021',
        source: '通知',
        name: '示例',
        from: '2021-07-26',
        to: '2021-07-26',
        makeUp: '',
      };
      const shown = await office.post(path('holidays', 'preview'), year);
      expect(shown.html).toContain('顺延至7月27日（星期二）24:00');
      await office.post(path('holidays'), year);
      const [materials] = await house.get(CompilationQuery).deadlines(house.compilationId);
      expect(materials.text).toContain('7月27日');
    });
  });

  describe('formalities', () => {
    it('the number of the notice is registered in its one spelling, and an evaluation is put on file', async () => {
      await office.post(path('procedures', 'notice'), { documentNumber: '沪质办[2021]第04号' });
      const evaluation = () => {
        const form = new FormData();
        form.append('title', '成效评估报告');
        form.append('conclusion', '');
        form.append('completedOn', '2021-06-20');
        return form;
      };
      await office.post(path('procedures', 'evaluation'), evaluation());
      expect((await office.get(path('procedures'))).html).toContain('规划实施成效评估尚未归档');
      const withFile = evaluation();
      withFile.append('file', new Blob([sampleScan()]), '评估报告.pdf');
      await office.post(path('procedures', 'evaluation'), withFile);
      const { html } = await office.get(path('procedures'));
      expect(html).toContain('通知文号沪质办〔2021〕4号，规划实施成效评估已归档');
    });

    it('the number of a notice that was served stays', async () => {
      await office.post(`/c/${house.compilationId}/overview/steps/startCompilation`);
      const refused = await office.post(path('procedures', 'notice'), {
        documentNumber: '沪质办〔2021〕5号',
      });
      expect([refused.status, refused.html]).toEqual([409, expect.stringContaining('不能再改')]);
    });

    it('the drafting group takes the place of the former one', async () => {
      await office.post(path('groups', 'drafting'), {
        role: ['head', 'member', 'member'],
        organisation: ['市质量办', '市发展改革委', ''],
        post: ['主任', '联络员', ''],
        address: ['head@example.org', 'member@example.org', ''],
      });
      const group = await house.get(CompilationQuery).draftingGroup(house.compilationId);
      expect(group.map(({ role, post }) => [role, post])).toEqual([
        ['head', '主任'],
        ['member', '联络员'],
      ]);
    });
  });

  describe('mail', () => {
    const send = async () => {
      await administrator.post(path('mail', 'test'), { address: 'trial@example.org' });
      await house.get(Worker).runDue();
    };

    it('a test mail arrives as a file', async () => {
      await send();
      const [file] = await mailFiles(house);
      expect(file).toMatch(/-test-trial@example\.org\.eml$/);
      expect(await lastAct()).toBe('mail.tested');
      expect((await office.post(path('mail', 'test'), { address: 'a@example.org' })).status).toBe(403);
    });

    it('the mailbox shows HTML, text, source and calendar entry of a mail that went', async () => {
      await office.post(`/c/${house.compilationId}/overview/steps/startCompilation`);
      await house.get(Worker).runDue();
      const list = await office.get(`${path('mailbox')}?recipient=liaison.commerce&template=notice`);
      expect(list.html).toContain('1封符合条件的邮件');
      const [, mail] = new RegExp(`${path('mailbox')}/([\\w-]+)"`).exec(list.html)!;
      const view = (name: string) => office.get(`${path('mailbox', mail)}?view=${name}`);
      expect((await view('html')).html).toContain(`src="${path('mailbox', mail, 'html')}"`);
      expect((await view('text')).html).toContain('报送期限：7月25日（星期日），顺延至');
      expect((await view('calendar')).html).toContain('2021年7月26日（星期一），全天');
      expect((await view('source')).html).toContain('X-Bianzhi-Template: notice');
    });

    it('the HTML of a mail may do nothing but be looked at, and its links open beside it', async () => {
      await send();
      const list = await office.get(path('mailbox'));
      const [, mail] = new RegExp(`${path('mailbox')}/([\\w-]+)"`).exec(list.html)!;
      const { html, headers } = await office.get(path('mailbox', mail, 'html'));
      expect(html).toMatch(/<a target="_blank" rel="noopener noreferrer" href="http[^"]+"/);
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox allow-popups/);
      expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
      expect((await office.get(path('mailbox'))).headers.get('x-frame-options')).toBe('DENY');
    });

    it('an auditor does not read the mails of others', async () => {
      const auditor = await visitAs(house, 'auditor', 'audit-1');
      expect((await auditor.get(path('mailbox'))).status).toBe(403);
    });
  });
});
