import { type Stored } from '../platform/index.js';
import { type Deadline, type DraftingGroupMember } from './compilation.entity.js';
import { type Issue } from './issue.entity.js';
import { type ProcedureRecord } from './procedure-record.entity.js';

/**
 * What edits begin from, by the names that the fields of their forms bear: the page marks it, the act holds the mark
 * against what is stored.
 */

type DatedLine = Pick<Deadline, 'key' | 'ruleText' | 'nominal'>;

/** The dates of these keys; one that was never entered is empty. */
export const deadlinesContent = (deadlines: readonly DatedLine[], keys: readonly string[]): Stored =>
  Object.fromEntries(
    keys.map((key) => {
      const found = deadlines.find((deadline) => deadline.key === key);
      return [key, found === undefined ? '' : `${found.ruleText} ${found.nominal}`];
    }),
  );

/** All dates, which a shift moves together. */
export const timelineContent = (deadlines: readonly DatedLine[]): Stored =>
  deadlinesContent(
    deadlines,
    deadlines.map(({ key }) => key),
  );

/** The record of its kind that counts; another one takes its place. */
export function procedureContent(record: Pick<ProcedureRecord, 'id' | 'content'> | null): Stored {
  if (record === null) return { record: '' };
  const texts = Object.entries(record.content).filter((entry): entry is [string, string] => {
    return typeof entry[1] === 'string';
  });
  return { ...Object.fromEntries(texts), record: record.id };
}

export const noticeNumberContent = (documentNumber: string | null): Stored => ({
  documentNumber: documentNumber ?? '',
});

type WrittenIssue = Pick<Issue, 'kind' | 'title' | 'views' | 'proposal'>;

export const issueContent = ({ kind, title, views, proposal }: WrittenIssue): Stored => ({
  kind,
  title,
  holder: views.map(({ holder }) => holder),
  view: views.map(({ view }) => view),
  reason: views.map(({ reason }) => reason),
  proposal,
});

/** A decision is taken on what was written down. */
export const decisionContent = (issue: WrittenIssue & Pick<Issue, 'decision'>): Stored => ({
  decision: issue.decision ?? '',
  issue: Object.values(issueContent(issue)).flat(),
});

type Seat = Pick<DraftingGroupMember, 'role' | 'organisation' | 'post' | 'address'>;

export const draftingGroupContent = (members: readonly Seat[]): Stored => ({
  role: members.map(({ role }) => role),
  organisation: members.map(({ organisation }) => organisation),
  post: members.map(({ post }) => post),
  address: members.map(({ address }) => address),
});
