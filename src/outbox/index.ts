export { Mail, type MailState } from './mail.entity.js';
export { type MailCheck, MailChecks, type MailVerdict } from './mail-checks.js';
export { type NewJob, type NewMail, Outbox } from './outbox.js';
export { type JobState, OutboxRow } from './outbox-row.entity.js';
