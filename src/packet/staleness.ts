import { type EntityManager, MoreThan } from 'typeorm';
import { LedgerEntry } from '../ledger/index.js';
import { type DocumentSourceName, type PlannedDocument } from '../../workflows/index.js';
import { type PacketBuild } from './packet-build.entity.js';

type Source = DocumentSourceName;

const explanation: Source[] = ['explanation'];
const register: Source[] = ['explanation', 'dispositions'];
const submissions: Source[] = ['explanation', 'submissions'];

/** In which parts of a packet an act of the ledger shows, by the word its type begins with. */
export const shownIn: Record<string, Source[]> = {
  opinion: register,
  opinions: register,
  disposition: register,
  dispositions: register,
  letter: register,
  reply: register,
  proposer: register,
  obligation: submissions,
  directory: ['dispositions', 'submissions'],
  visit: explanation,
  issue: explanation,
  basis: explanation,
  realignment: explanation,
  meeting: explanation,
  conflict: explanation,
  expertOpinion: explanation,
  reviewPoint: explanation,
  draftingGroup: explanation,
  explanation,
};

/**
 * Acts that show in no part: mails, reminders and digests, what is still being prepared or edited, who may enter
 * and how, the rosters of experts and of the leading group (a packet names who was invited), and the steps of the compilation, of which submitting the packet is one. `procedure` is looked at more
 * closely below.
 */
export const shownNowhere = [
  'accessCode',
  'account',
  'calendar',
  'clause',
  'clauses',
  'comment',
  'compilation',
  'digest',
  'draft',
  'expert',
  'extension',
  'ladder',
  'link',
  'mail',
  'material',
  'meetingRule',
  'notice',
  'packet',
  'procedure',
  'reminders',
  'roles',
  'seat',
  'signingCode',
  'timeline',
  'token',
  'topic',
];

/** The formalities that the 编制说明 names; the report to the Party committee follows the packet it is about. */
const formalities = [
  'evaluation',
  'riskAssessment',
  'fairCompetitionReview',
  'legalityReview',
  'municipalDecision',
];

/** Titles of the parts of a build that no longer show what is on record, in the packet's order. */
export async function staleParts(
  reader: EntityManager,
  build: PacketBuild,
  currentDraftId: string | undefined,
  documents: readonly PlannedDocument[],
): Promise<string[]> {
  const stale = new Set<Source>();
  if (build.draftVersionId !== currentDraftId)
    for (const part of ['draft', 'explanation', 'dispositions'] as const) stale.add(part);
  const { compilationId, ledgerSeq } = build;
  for (const type of await typesSince(reader, compilationId, ledgerSeq)) {
    for (const part of shownIn[type.split('.')[0]] ?? []) stale.add(part);
  }
  if (await formalitySince(reader, compilationId, ledgerSeq)) stale.add('explanation');
  return documents.filter(({ source }) => stale.has(source)).map(({ title }) => title);
}

async function typesSince(reader: EntityManager, compilationId: string, seq: number): Promise<string[]> {
  const rows = await reader
    .createQueryBuilder(LedgerEntry, 'entry')
    .select('DISTINCT entry.type', 'type')
    .where('entry.compilationId = :compilationId AND entry.seq > :seq', { compilationId, seq })
    .getRawMany<{ type: string }>();
  return rows.map(({ type }) => type);
}

async function formalitySince(reader: EntityManager, compilationId: string, seq: number): Promise<boolean> {
  const where = { compilationId, seq: MoreThan(seq), type: 'procedure.recorded' };
  const entries = await reader.find(LedgerEntry, { where });
  return entries.some(({ payload }) =>
    formalities.includes((JSON.parse(payload) as { kind?: string }).kind ?? ''),
  );
}
