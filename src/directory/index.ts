import { Expert } from './expert.entity.js';
import { LeadingGroupMember } from './leading-group-member.entity.js';
import { Contact, Unit } from './unit.entity.js';

/** The directory room: units in five categories with their aliases and contacts, experts, the leading group. */
export { directoryTables } from './audited-tables.js';
export { correctUnit } from './correct-unit.use-case.js';
export { RosterRefused } from './directory.errors.js';
export { DirectoryModule } from './directory.module.js';
export { DirectoryQuery, type UnitFilter, type UnitRow } from './directory.query.js';
export {
  contactsOf,
  findExperts,
  findLeadingGroup,
  findUnit,
  findUnits,
  loadRoster,
} from './directory.repository.js';
export { Expert } from './expert.entity.js';
export { ExportUnitsQuery, type RosterFormat, rosterFormatSchema } from './export-units.query.js';
export { type ImportReport, importUnits, type RosterFile, TryUnitsQuery } from './import-units.use-case.js';
export {
  correctExpert,
  expertContent,
  seatContent,
  correctSeat,
  enterExpert,
  enterSeat,
  withdrawExpert,
  withdrawSeat,
} from './correct-people.use-case.js';
export { LeadingGroupMember, type LeadingGroupRole } from './leading-group-member.entity.js';
export { directorySchema, LoadDirectoryUseCase } from './load-directory.use-case.js';
export {
  categoryNamed,
  categoryNames,
  districts,
  type DistrictCode,
  type FieldChange,
  type NamedUnit,
  normaliseName,
  planImport,
  type Resolution,
  type ResolvedUnit,
  type ResponsibleUnit,
  type RosterIssue,
  readRoster,
  rosterTable,
  rosterColumns,
  splitUnits,
  unitCategories,
  type UnitCategory,
  UnitIndex,
} from './roster/index.js';
export { contactRoleTitles } from './roster-writer.js';
export { Contact, type ContactRole, Unit } from './unit.entity.js';

export const directoryEntities = [Contact, Expert, LeadingGroupMember, Unit];
