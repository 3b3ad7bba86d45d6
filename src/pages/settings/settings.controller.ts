import { CompilationQuery } from '../../compilation/index.js';
import { DirectoryQuery } from '../../directory/index.js';
import { MailQuery } from '../../effects/index.js';
import { staff } from '../../platform/index.js';
import { OnPage, page, PageController, type PageInput } from '../../web/index.js';
import { placeOf } from '../overview/where-to-act.js';
import { SettingsPages, settingsPath } from './settings-pages.js';

const routes = { settings: page('/c/:compilationId/settings', { by: staff }) };

/** On which page of the settings each requirement is met. */
const subjectOf: Record<string, string> = {
  rosterReady: 'units',
  draftingGroupFormed: 'groups',
  timelineComplete: 'holidays',
  deadlinesRenewed: 'timeline',
  noticeRegistered: 'procedures',
  evaluationOnFile: 'procedures',
};

/** 设置: what the steps offered now lack here, and how much stands where. */
@PageController()
export class SettingsController {
  constructor(
    private readonly pages: SettingsPages,
    private readonly compilations: CompilationQuery,
    private readonly directory: DirectoryQuery,
    private readonly mails: MailQuery,
  ) {}

  @OnPage(routes.settings)
  async settings(input: PageInput<typeof routes.settings>) {
    const { compilationId } = input.params;
    const missing = await this.missing(compilationId);
    const view = {
      missing,
      blocking: missing.filter(({ blocking }) => blocking).length,
      lines: await this.lines(compilationId),
    };
    return this.pages.show('settings', 'settings', '设置', view, input);
  }

  private async missing(compilationId: string) {
    const { gate } = await this.compilations.status(compilationId);
    return gate
      .filter(({ met, requirement, facts }) => !met && placeOf(requirement, facts)?.area === 'settings')
      .map(({ requirement, title, sentence, blocking, facts }) => ({
        ...{ title, sentence, blocking },
        label: placeOf(requirement, facts)!.label,
        href: settingsPath(compilationId, subjectOf[requirement] ?? 'timeline'),
      }));
  }

  private async lines(compilationId: string) {
    const units = await this.directory.units();
    const group = await this.compilations.draftingGroup(compilationId);
    const experts = await this.directory.experts();
    const deadlines = await this.compilations.deadlines(compilationId);
    const records = await this.compilations.procedures(compilationId);
    const failed = await this.mails.list(compilationId, { state: 'failed', limit: 100 });
    const ahead = deadlines.filter(({ late }) => !late).length;
    const line = (subject: string, title: string, text: string) => {
      return { title, text, href: settingsPath(compilationId, subject) };
    };
    return [
      line('units', '单位名册', `${units.length}家`),
      line('groups', '起草组和专家', `起草组${group.length}个岗位，专家${experts.length}名`),
      line('timeline', '期限', `${deadlines.length}项，${ahead}项尚未到期`),
      line('procedures', '程序登记', `${records.length}件`),
      line('mail', '邮件', failed.length === 0 ? '没有未能送出的' : `${failed.length}封未能送出`),
    ];
  }
}
