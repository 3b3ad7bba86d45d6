import { AccountForms, AccountsController } from './accounts.controller.js';
import { GroupForms, GroupsController } from './groups.controller.js';
import { HolidayForms, HolidaysController } from './holidays.controller.js';
import { SettingsMailController } from './mail.controller.js';
import { MailboxController } from './mailbox.controller.js';
import { NoticeForms, SettingsProceduresController } from './procedures.controller.js';
import { PeopleForms } from './people.controller.js';
import { RosterImportController } from './roster-import.controller.js';
import { SettingsPages } from './settings-pages.js';
import { SettingsController } from './settings.controller.js';
import { SettingsTimelineController, TimelineForms } from './timeline.controller.js';
import { TokenForms, TokensController } from './tokens.controller.js';
import { UnitsPage } from './units-page.js';
import { SettingsUnitsController, UnitForms } from './units.controller.js';

export const settings = {
  controllers: [
    SettingsController,
    RosterImportController,
    SettingsUnitsController,
    UnitForms,
    GroupsController,
    GroupForms,
    PeopleForms,
    TimelineForms,
    SettingsTimelineController,
    HolidaysController,
    HolidayForms,
    SettingsProceduresController,
    NoticeForms,
    SettingsMailController,
    MailboxController,
    AccountForms,
    AccountsController,
    TokenForms,
    TokensController,
  ],
  providers: [SettingsPages, UnitsPage],
};
