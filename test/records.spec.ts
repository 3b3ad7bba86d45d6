import { actTypes } from '../src/pages/words/act-titles.js';
import { entities } from '../src/entities.js';
import { getMetadataArgsStorage } from 'typeorm';
import { auditedTables } from './support/tampering.js';

/** Acts that correct a record or take it back; or why none does. */
type Correction = readonly string[] | string;

/**
 * Every table, and how a person corrects or takes back what stands there. A table that is missing here is a record
 * that somebody could make and nobody could mend.
 */
const corrections: Record<string, Correction> = {
  // Meetings and what they made.
  meeting: [
    'meeting.arranged',
    'meeting.rescheduled',
    'meeting.attended',
    'meeting.attendanceWithdrawn',
    'meeting.concluded',
    'meeting.conclusionWithdrawn',
  ],
  invitee: [
    'meeting.arranged',
    'meeting.inviteeWithdrawn',
    'meeting.answered',
    'conflict.declared',
    'expertOpinion.written',
  ],
  meeting_rule: ['meetingRule.set'],
  review_point: [
    'reviewPoint.amended',
    'reviewPoint.withdrawn',
    'reviewPoint.answered',
    'reviewPoint.answerWithdrawn',
  ],
  signature: ['expertOpinion.written', 'reviewPoint.filed', 'expertOpinion.signed'],
  issue: ['issue.amended', 'issue.withdrawn', 'issue.decided'],
  procedure_record: ['procedure.recorded', 'procedure.withdrawn'],
  // The plan and who works on it.
  compilation: ['notice.registered'],
  deadline: ['timeline.rescheduled', 'timeline.shifted'],
  drafting_group_member: ['draftingGroup.formed'],
  leading_group_member: ['seat.corrected', 'seat.withdrawn'],
  expert: ['expert.corrected', 'expert.withdrawn'],
  unit: ['directory.unitCorrected', 'directory.unitsImported'],
  contact: ['directory.unitCorrected'],
  holiday_year: ['calendar.yearEntered'],
  reminder_plan: ['ladder.edited'],
  // What units owe and hand in.
  obligation: [
    'obligation.extended',
    'obligation.extendedTogether',
    'obligation.extensionGranted',
    'obligation.returned',
    'obligation.acceptanceRevoked',
    'obligation.waiverRevoked',
  ],
  deadline_change: [
    'obligation.extended',
    'obligation.extendedTogether',
    'obligation.extensionGranted',
    'timeline.rescheduled',
  ],
  extension_request: [
    'obligation.extended',
    'obligation.extendedTogether',
    'obligation.extensionGranted',
    'extension.requested',
  ],
  submission: ['obligation.withdrawn', 'obligation.returned', 'material.saved'],
  submission_file: ['material.uploaded', 'material.coverLetterUploaded'],
  research_topic:
    'the annex of the notice is listed once with it; what a unit chose is chosen anew (topic.chosen)',
  research_visit: ['visit.amended', 'visit.cited', 'visit.withdrawn'],
  // The text and what it rests on.
  draft_version: ['draft.imported', 'draft.confirmed', 'clause.edited'],
  clause: ['clause.edited', 'draft.imported'],
  clause_trace: ['clauses.traced', 'opinion.reopened', 'reviewPoint.answerWithdrawn'],
  basis_document: ['basis.corrected', 'basis.withdrawn', 'basis.status-changed'],
  realignment_task: ['realignment.reopened'],
  // Opinions.
  consultation_notice: ['notice.prepared'],
  opinion: [
    'opinion.corrected',
    'opinion.split',
    'opinions.regrouped',
    'disposition.returned',
    'opinion.reopened',
  ],
  held_comment: 'a comment that was set aside stays with its reason; it is sent again and registered',
  unit_reply: ['reply.submitted'],
  consultation_feedback:
    'published with the step that settles the opinions, and again when they are reopened',
  // The packet.
  explanation_section: ['explanation.written'],
  packet_build: ['packet.requested'],
  packet_pass: ['explanation.takenUp'],
  // Who may what.
  account: ['account.disabled', 'account.enabled', 'account.reset'],
  role_grant: ['roles.changed'],
  personal_token: ['token.revoked'],
  access_link: ['link.renewed', 'link.revoked'],
  one_time_link: ['account.reset'],
  // Written by the house itself, not by a person.
  attempt_window: 'counts tries',
  request_key: 'answers a retry',
  sheet_choice: 'a guess that the next import of such a table makes anew',
  shelved_upload: 'looked at and not taken; gone within the hour',
  mail: 'what was sent is sent; it is resent (mail.resent)',
  outbox: 'effects that wait',
  mailed_code: 'used up or expired',
  signing_code: 'used up or expired',
  session: 'ends by itself or by signing out',
  reminder_register: 'what was sent is sent',
  workflow_instance: 'follows from the ledger',
  withdrawn_record: 'what was taken back, for whoever asks',
  ledger_entry: 'never changed',
  ledger_head: 'never changed',
};

/** Tables whose rows the ledger’s verifier does not compare one by one, and why that is right. */
const notAudited: Record<string, string> = {
  workflow_instance: 'replaying the ledger arrives at each',
  ledger_entry: 'the chain',
  ledger_head: 'the chain',
  mail: 'each entry counts and digests the mails of its act',
  clause: 'the digest of the frozen version covers every word of it',
  submission_file: 'the digest of what was handed in covers its files',
  contact: 'how a unit is reached; nothing printed rests on it',
  holiday_year: 'every date that was counted by it is audited itself',
  reminder_plan: 'when reminders go; nothing printed rests on it',
  reminder_register: 'which mail went for which turn; nothing printed rests on it',
  held_comment: 'waits to be registered, and is an opinion of its own then',
  account: 'who may come in, outside any compilation',
  role_grant: 'who may do what; acts name their actor',
  personal_token: 'who may come in',
  access_link: 'who may come in',
  one_time_link: 'who may come in',
  session: 'who is inside',
  mailed_code: 'used up or expired',
  signing_code: 'used up or expired; the signature is audited',
  attempt_window: 'counts tries',
  request_key: 'answers a retry',
  sheet_choice: 'a guess that the next import of such a table makes anew',
  shelved_upload: 'a file that somebody looks at; taking it is an act',
  outbox: 'effects that wait; what they do is an act, or a mail',
};

describe('every record that a person makes', () => {
  const tables = getMetadataArgsStorage()
    .tables.filter(({ target }) => (entities as readonly unknown[]).includes(target))
    .map(({ name }) => name!)
    .sort();

  it('has an act that corrects it or takes it back, or a reason why none does', () => {
    expect(tables.filter((table) => corrections[table] === undefined)).toEqual([]);
    expect(Object.keys(corrections).filter((table) => !tables.includes(table))).toEqual([]);
  });

  it('is held against the ledger row by row, or there is a reason why not', () => {
    const audited = new Set(auditedTables.map(({ entity }) => entity));
    const rowByRow = getMetadataArgsStorage()
      .tables.filter(({ target }) => audited.has(target as never))
      .map(({ name }) => name!);
    expect([...rowByRow, ...Object.keys(notAudited)].sort()).toEqual(tables);
  });

  it.each(Object.entries(corrections).filter(([, by]) => typeof by !== 'string'))(
    '%s: by acts that the ledger knows by a title',
    (_, by) => {
      const known = new Set(actTypes().map(({ type }) => type));
      expect((by as readonly string[]).filter((type) => !known.has(type))).toEqual([]);
    },
  );
});
