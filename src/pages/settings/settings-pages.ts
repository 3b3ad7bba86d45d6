import { Injectable } from '@nestjs/common';
import { MailboxQuery } from '../../effects/index.js';
import { type Role, secretariat } from '../../platform/index.js';
import { show, type Visitor } from '../../web/index.js';
import { areaPath } from '../frame/navigation.js';

/** One page for each subject, in the order of the sub-navigation. */
const subjects = [
  { key: 'settings', label: '概况' },
  { key: 'units', label: '单位名册' },
  { key: 'groups', label: '起草组和专家' },
  { key: 'timeline', label: '期限' },
  { key: 'holidays', label: '节假日' },
  { key: 'procedures', label: '程序登记' },
  { key: 'mail', label: '邮件' },
  { key: 'mailbox', label: '测试信箱' },
  { key: 'accounts', label: '账户' },
  { key: 'tokens', label: '接口令牌' },
] as const;

export type Subject = (typeof subjects)[number]['key'];

export const administrators: readonly Role[] = ['administrator'];
export const mailboxReaders: readonly Role[] = ['administrator', 'secretariat'];

/** Where a page of the settings is. */
export const settingsPath = (compilationId: string, ...rest: string[]): string =>
  [areaPath(compilationId, 'settings'), ...rest].join('/');

const pathOf = (compilationId: string, key: Subject): string =>
  key === 'settings' ? settingsPath(compilationId) : settingsPath(compilationId, key);

/** Who looks, and at which compilation. */
export interface Looking {
  params: { compilationId: string };
  visitor: Visitor;
}

/** Puts the sub-navigation on top of a page of the settings; a visitor sees what they may open. */
@Injectable()
export class SettingsPages {
  constructor(private readonly mailbox: MailboxQuery) {}

  show(subject: Subject, template: string, title: string, view: object, { params, visitor }: Looking) {
    const { compilationId } = params;
    const entries = subjects
      .filter(({ key }) => this.offered(key, visitor, compilationId))
      .map(({ key, label }) => ({ label, href: pathOf(compilationId, key), current: key === subject }));
    const canAct = visitor.actorAs(secretariat, compilationId) !== null;
    const whole = { subNav: entries, base: settingsPath(compilationId), canAct, ...view };
    return show(`settings/${template}`, whole, { title, nav: 'settings' });
  }

  /** Whether a subject is open to the visitor at all. */
  offered(key: Subject, visitor: Visitor, compilationId: string): boolean {
    if (key === 'accounts') return visitor.actorAs(administrators, compilationId) !== null;
    if (key !== 'mailbox') return true;
    return this.mailbox.open && visitor.actorAs(mailboxReaders, compilationId) !== null;
  }
}
