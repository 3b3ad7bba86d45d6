import { RegisterEntry } from './register-entry.entity.js';
import { ReminderPlan } from './reminder-plan.entity.js';

/** The reminders room: the ladder of rungs, the register of what was sent, the daily digest. */
export { editLadder } from './edit-ladder.use-case.js';
export { type Rung, templateAt } from './ladder.js';
export { LadderQuery } from './ladder.query.js';
export { type LatestReminder, LatestRemindersQuery } from './latest-reminders.query.js';
export { PostDigestUseCase } from './post-digest.use-case.js';
export { type PlannedReminder, PreviewRemindersQuery, previewSchema } from './preview-reminders.query.js';
export { type RegisterLine, RegisterQuery } from './register.query.js';
export {
  byHandTitle,
  type NotReminded,
  type RemindPreview,
  remindNow,
  RemindPreviewQuery,
} from './remind-now.use-case.js';
export { RemindersModule } from './reminders.module.js';
export { type Swept, SweepRemindersUseCase } from './sweep-reminders.use-case.js';

export const remindersEntities = [ReminderPlan, RegisterEntry];
