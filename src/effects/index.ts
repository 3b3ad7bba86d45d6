/** What leaves the house. Nothing else imports nodemailer. */
export { MailAddresses } from './mail/mail-addresses.js';
export { MailModule } from './mail/mail.module.js';
export { type MailFilter, MailRegisterQuery, type ReadMail } from './mail/mail-register.query.js';
export { type MailLine, MailQuery } from './mail/mail.query.js';
export { resendMails } from './mail/resend-mails.use-case.js';
export { type MailboxLine, MailboxQuery, type StoredMail } from './mail/mailbox.query.js';
export { TestMailUseCase, testMailSchema } from './mail/test-mail.use-case.js';
