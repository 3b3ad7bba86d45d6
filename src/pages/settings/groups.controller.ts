import { z } from 'zod';
import {
  CompilationQuery,
  draftingGroupContent,
  type DraftingGroupMember,
  FormDraftingGroupUseCase,
} from '../../compilation/index.js';
import { DirectoryQuery, expertContent, type LeadingGroupRole, seatContent } from '../../directory/index.js';
import { beganInput, markOf, secretariat, staff } from '../../platform/index.js';
import { form, OnPage, page, PageController, type PageInput, seeOther } from '../../web/index.js';
import { repeated } from './paging.js';
import { SettingsPages, settingsPath } from './settings-pages.js';
import { choices } from './units-page.js';

const base = '/c/:compilationId/settings/groups';

const routes = {
  groups: page(base, { by: staff }),
  edit: page(`${base}/drafting`, { by: secretariat }),
  save: form(`${base}/drafting`, {
    by: secretariat,
    body: z.object({
      role: repeated,
      organisation: repeated,
      post: repeated,
      address: repeated,
      began: beganInput,
    }),
  }),
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

/** Empty rows to fill in below those that are there. */
const spareRows = 5;

/** 起草工作组, 领导小组 and 专家: posts and organisations. */
@PageController()
export class GroupsController {
  constructor(
    private readonly pages: SettingsPages,
    private readonly compilations: CompilationQuery,
    private readonly directory: DirectoryQuery,
    private readonly formGroup: FormDraftingGroupUseCase,
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

  /** A row without an organisation and without a post is none. */
  @OnPage(routes.save)
  async save({ params, body, actor }: PageInput<typeof routes.save>) {
    const members = body.role
      .map((role, index) => ({
        role,
        organisation: body.organisation[index] ?? '',
        post: body.post[index] ?? '',
        address: (body.address[index] ?? '').trim(),
      }))
      .filter(({ organisation, post }) => `${organisation}${post}`.trim() !== '');
    const formed = await this.formGroup.execute(params.compilationId, actor, { members, began: body.began });
    return seeOther(
      settingsPath(params.compilationId, 'groups'),
      `已登记起草工作组，共${formed.members}个岗位。`,
    );
  }
}
