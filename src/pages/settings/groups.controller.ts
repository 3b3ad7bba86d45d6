import { z } from 'zod';
import {
  CompilationQuery,
  draftingGroupContent,
  type DraftingGroupMember,
  formDraftingGroup,
} from '../../compilation/index.js';
import { DirectoryQuery, expertContent, type LeadingGroupRole, seatContent } from '../../directory/index.js';
import { beganInput, markOf, secretariat, staff } from '../../platform/index.js';
import {
  actFormOf,
  formsOf,
  OnPage,
  page,
  PageController,
  type PageInput,
  seeOther,
} from '../../web/index.js';
import { repeated } from './paging.js';
import { SettingsPages, settingsPath } from './settings-pages.js';
import { choices } from './units-page.js';

const base = '/c/:compilationId/settings/groups';

const routes = {
  groups: page(base, { by: staff }),
  edit: page(`${base}/drafting`, { by: secretariat }),
};

const groupRoles: readonly (readonly [DraftingGroupMember['role'], string])[] = [
  ['head', '组长'],
  ['member', '成员'],
  ['secretariat', '秘书处'],
];
const groupRoleTitles = new Map(groupRoles);

const leadingRoleTitles: Record<LeadingGroupRole, string> = {
  chair: '组长',
  executiveDeputyChair: '常务副组长',
  deputyChair: '副组长',
  member: '成员',
};

const leadingRoles = Object.entries(leadingRoleTitles) as [LeadingGroupRole, string][];

const unitChoices = (units: readonly { id: string; shortName: string }[], unitId: string | null) =>
  units.map(({ id, shortName }) => ({ id, title: shortName, chosen: id === unitId }));

const rowFields = z.object({
  role: repeated.pipe(z.array(z.enum(groupRoles.map(([role]) => role)))),
  organisation: repeated,
  post: repeated,
  address: repeated,
  began: beganInput,
});

/** A row without an organisation and without a post is none. */
const membersFrom = ({ role: roles, organisation, post, address }: z.output<typeof rowFields>) =>
  roles
    .map((role, index) => ({
      role,
      organisation: organisation[index] ?? '',
      post: post[index] ?? '',
      address: (address[index] ?? '').trim(),
    }))
    .filter((row) => `${row.organisation}${row.post}`.trim() !== '');

export const GroupForms = formsOf({
  save: actFormOf(formDraftingGroup, `${base}/drafting`, {
    fields: rowFields,
    read: (rows) => ({ members: membersFrom(rows), began: rows.began }),
    then: ({ params, result }) =>
      seeOther(settingsPath(params.compilationId, 'groups'), `已登记起草工作组，共${result.members}个岗位。`),
  }),
});

/** Empty rows to fill in below those that are there. */
const spareRows = 5;

/** 起草工作组, 领导小组 and 专家: posts and organisations. */
@PageController()
export class GroupsController {
  constructor(
    private readonly pages: SettingsPages,
    private readonly compilations: CompilationQuery,
    private readonly directory: DirectoryQuery,
  ) {}

  @OnPage(routes.groups)
  async groups(input: PageInput<typeof routes.groups>) {
    const { compilationId } = input.params;
    const group = await this.compilations.draftingGroup(compilationId);
    const leading = await this.directory.leadingGroup();
    const experts = await this.directory.experts();
    const units = await this.directory.units();
    const view = {
      drafting: group.map(({ role, organisation, post, address }) => ({
        ...{ organisation, post, address },
        role: groupRoleTitles.get(role) ?? role,
      })),
      leading: leading.map(({ id, role, organisation, post, address, unitId }) => ({
        ...{ organisation, post, address },
        began: markOf(seatContent({ organisation, post, role, address, unitId })),
        role: leadingRoleTitles[role],
        roles: choices(leadingRoles, role),
        units: unitChoices(units, unitId),
        action: settingsPath(compilationId, 'groups', 'seats', id),
      })),
      experts: experts.map(({ id, name, institution, field, address }) => ({
        ...{ name, institution, field, address },
        began: markOf(expertContent({ name, institution, field, address })),
        action: settingsPath(compilationId, 'groups', 'experts', id),
      })),
      newSeat: { roles: choices(leadingRoles, 'member'), units: unitChoices(units, null) },
      seats: settingsPath(compilationId, 'groups', 'seats'),
      expertsAction: settingsPath(compilationId, 'groups', 'experts'),
      edit: settingsPath(compilationId, 'groups', 'drafting'),
    };
    return this.pages.show('groups', 'groups', '起草组和专家', view, input);
  }

  @OnPage(routes.edit)
  async edit(input: PageInput<typeof routes.edit>) {
    const { compilationId } = input.params;
    const group = await this.compilations.draftingGroup(compilationId);
    const rows = group.map(({ role, organisation, post, address }) => ({
      ...{ organisation, post, address },
      roles: choices(groupRoles, role),
    }));
    const spare = Array.from({ length: spareRows }, () => ({
      ...{ organisation: '', post: '', address: '' },
      roles: choices(groupRoles, 'member'),
    }));
    const view = {
      began: markOf(draftingGroupContent(group)),
      rows: [...rows, ...spare].map((row, index) => ({ ...row, number: index + 1 })),
      action: settingsPath(compilationId, 'groups', 'drafting'),
      back: settingsPath(compilationId, 'groups'),
    };
    return this.pages.show('groups', 'drafting-group', '登记起草工作组', view, input);
  }
}
