import { type Actor } from './actor.js';

/** In what capacity somebody asks for something. */
export type Role = Exclude<Actor['kind'], 'system' | 'leadingGroup'>;

export const roleTitles: Record<Role, string> = {
  secretariat: '秘书处',
  drafter: '起草组成员',
  reviewer: '复核',
  auditor: '审计',
  administrator: '系统管理',
  unit: '报送单位',
  expert: '专家',
  public: '公众',
};

/** Roles that an account may hold in a compilation; units and experts come by a link, the public by nothing. */
export const staffRoles = [
  'secretariat',
  'drafter',
  'reviewer',
  'auditor',
  'administrator',
] as const satisfies Role[];
export type StaffRole = (typeof staffRoles)[number];

/** Whoever works on the compilation or must be able to trust it may read everything. */
export const staff: readonly Role[] = staffRoles;
export const secretariat: readonly Role[] = ['secretariat'];

/** `anyone` needs no role: what everybody may see or send. `account`: every post that is signed in, for its own. */
export type Permitted = readonly Role[] | 'anyone' | 'account';

/** What a unit does itself, or the secretariat for it when it came on paper. */
export const unitOrSecretariat: readonly Role[] = ['unit', 'secretariat'];
/** What an expert does at a seat of a meeting, or the secretariat on their behalf. */
export const expertOrSecretariat: readonly Role[] = ['expert', 'secretariat'];
/** The second person's review; whether it is a second person is the engine's rule. */
export const reviewers: readonly Role[] = ['reviewer', 'secretariat'];
export const drafters: readonly Role[] = ['secretariat', 'drafter'];
