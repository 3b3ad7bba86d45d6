import { Between, type EntityManager } from 'typeorm';
import { readChain } from '../ledger/index.js';
import { Mail } from '../outbox/index.js';
import { type Json, sha256 } from '../platform/index.js';
import { type RowAudit } from './row-audit.js';

/** What an entry keeps of the mails that its act queued; their ids ascend within an act, and acts of a compilation follow one another. */
export interface MailNote {
  count: number;
  first: string;
  last: string;
  /** Over id, template and recipient: what does not change afterwards, whatever becomes of the mail. */
  digest: string;
}

type Queued = Pick<Mail, 'id' | 'template' | 'recipientId'>;

export function noteMails(mails: readonly Queued[]): MailNote {
  const sorted = [...mails].sort((one, other) => (one.id < other.id ? -1 : 1));
  const lines = sorted.map(({ id, template, recipientId }) => `${id} ${template} ${recipientId}\n`);
  return {
    count: sorted.length,
    first: sorted[0].id,
    last: sorted[sorted.length - 1].id,
    digest: sha256(lines.join('')),
  };
}

/** What the entries say of mails. */
async function mailNotes(reader: EntityManager, compilationId: string) {
  const notes: MailNote[] = [];
  // Every mail of a chain that names its audited tables has an entry that tells of it.
  let whole = false;
  for await (const { seq, payload } of readChain(reader, compilationId)) {
    const { mails, auditedTables } = payload as { mails?: Json; auditedTables?: Json };
    if (seq === 1) whole = Array.isArray(auditedTables);
    if (typeof (mails as MailNote | undefined)?.first === 'string') notes.push(mails as never);
  }
  return { whole, notes };
}

/** The register of mails: none removed, none added, none turned into another. */
export const mailAudit: RowAudit = {
  covers: '邮件登记',
  async entry(reader, { seq, compilationId, payload }) {
    const noted = (payload as { mails?: Json }).mails as MailNote | undefined;
    if (noted === undefined || typeof noted.first !== 'string') return [];
    const rows = await reader.find(Mail, {
      select: { id: true, template: true, recipientId: true },
      where: { compilationId, id: Between(noted.first, noted.last) },
    });
    if (rows.length !== noted.count)
      return [`第${seq}号台账所记邮件${noted.count}封，登记中有${rows.length}封`];
    return noteMails(rows).digest === noted.digest ? [] : [`第${seq}号台账所记的邮件在登记中被改动`];
  },
  async surplus(reader, compilationId) {
    const { whole, notes } = await mailNotes(reader, compilationId);
    if (!whole) return [];
    const rows = await reader.find(Mail, {
      select: { id: true },
      where: { compilationId },
      order: { id: 'ASC' },
    });
    const told = ({ id }: Pick<Mail, 'id'>) => notes.some(({ first, last }) => id >= first && id <= last);
    const untold = rows.filter((row) => !told(row));
    return untold.length === 0 ? [] : [`邮件登记中有${untold.length}封没有登记的台账`];
  },
};
