import { Expert } from './expert.entity.js';
import { LeadingGroupMember } from './leading-group-member.entity.js';
import { Contact, Unit } from './unit.entity.js';

/** The directory room: units in five categories with their aliases and contacts, experts, the leading group. */
export { DirectoryModule } from './directory.module.js';
export {
  contactsOf,
  findExperts,
  findLeadingGroup,
  findUnit,
  findUnits,
  loadRoster,
} from './directory.repository.js';
export { Expert } from './expert.entity.js';
export { LeadingGroupMember, type LeadingGroupRole } from './leading-group-member.entity.js';
export { directorySchema, LoadDirectoryUseCase } from './load-directory.use-case.js';
export {
  categoryNamed,
  categoryNames,
  districts,
  type DistrictCode,
  type FieldChange,
  type ImportPlan,
  normaliseName,
  type Resolution,
  type ResolvedUnit,
  type ResponsibleUnit,
  type RosterIssue,
  splitUnits,
  unitCategories,
  type UnitCategory,
  UnitIndex,
} from './roster/index.js';
export { contactRoleTitles } from './roster-writer.js';
export { Contact, type ContactRole, Unit } from './unit.entity.js';

export const directoryEntities = [Contact, Expert, LeadingGroupMember, Unit];
