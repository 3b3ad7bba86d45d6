import { type EntityManager } from 'typeorm';
import { type Disposition, dispositions } from '../../../workflows/index.js';
import { opinionsIn, type OpinionScope } from './opinion-counts.js';
import { type Channel, channels } from './opinion-kinds.js';

export interface ChannelCount {
  channel: Channel;
  count: number;
}

/**
 * Every number that is printed of a register, from one query: pages, mails and documents take theirs from here, so that
 * a count of one thing is the same wherever it stands. Late opinions are in all of them; split letters count as parts.
 */
export interface RegisterCounts {
  total: number;
  byDisposition: Record<Disposition, number>;
  /** With a disposition; `settled + open = total`. */
  settled: number;
  /** Without one: not disposed of yet, or sent back. */
  open: number;
  late: number;
  lateOpen: number;
  channels: ChannelCount[];
  /** What came in the written replies of units that were asked; `fromUnits + fromPublic = total`. */
  fromUnits: number;
  fromPublic: number;
  publicChannels: ChannelCount[];
}

interface Group {
  channel: Channel;
  ofUnit: boolean;
  late: boolean;
  disposition: Disposition | null;
  count: number;
}

/** @param reviewedOnly counts a disposition once somebody reviewed it: what the public is told */
export async function countRegister(
  reader: EntityManager,
  scope: OpinionScope,
  { reviewedOnly = false }: { reviewedOnly?: boolean } = {},
): Promise<RegisterCounts> {
  const groups = await groupsOf(reader, scope, reviewedOnly ? `('reviewed')` : `('disposed', 'reviewed')`);
  const sum = (holds: (group: Group) => boolean): number =>
    groups.filter(holds).reduce((total, { count }) => total + count, 0);
  const byChannel = (holds: (group: Group) => boolean): ChannelCount[] =>
    channels
      .map((channel) => ({ channel, count: sum((group) => group.channel === channel && holds(group)) }))
      .filter(({ count }) => count > 0);
  const byDisposition = Object.fromEntries(
    dispositions.map((name) => [name, sum(({ disposition }) => disposition === name)]),
  ) as Record<Disposition, number>;
  return {
    total: sum(() => true),
    byDisposition,
    settled: sum(({ disposition }) => disposition !== null),
    open: sum(({ disposition }) => disposition === null),
    late: sum(({ late }) => late),
    lateOpen: sum(({ late, disposition }) => late && disposition === null),
    channels: byChannel(() => true),
    fromUnits: sum(({ ofUnit }) => ofUnit),
    fromPublic: sum(({ ofUnit }) => !ofUnit),
    publicChannels: byChannel(({ ofUnit }) => !ofUnit),
  };
}

async function groupsOf(reader: EntityManager, scope: OpinionScope, settledStates: string): Promise<Group[]> {
  const rows = await opinionsIn(reader, scope)
    .select('opinion.channel', 'channel')
    .addSelect(`CASE WHEN opinion.category = '征求意见单位' THEN 1 ELSE 0 END`, 'ofUnit')
    .addSelect('CASE WHEN opinion.late THEN 1 ELSE 0 END', 'late')
    .addSelect(`CASE WHEN instance.state IN ${settledStates} THEN opinion.disposition END`, 'disposition')
    .addSelect('COUNT(*)', 'count')
    // PostgreSQL knows an alias in GROUP BY only as a position.
    .groupBy('1')
    .addGroupBy('2')
    .addGroupBy('3')
    .addGroupBy('4')
    .getRawMany<Record<keyof Group, string | number> & Pick<Group, 'channel' | 'disposition'>>();
  return rows.map(({ channel, ofUnit, late, disposition, count }) => ({
    channel,
    ofUnit: Number(ofUnit) === 1,
    late: Number(late) === 1,
    disposition,
    count: Number(count),
  }));
}

export type DispositionCounts = Record<Disposition, number> & { total: number };

/** 条数 = the five dispositions together, once everything is disposed of; what was returned counts in the total only. */
export async function countByDisposition(
  reader: EntityManager,
  scope: OpinionScope,
): Promise<DispositionCounts> {
  const { byDisposition, total } = await countRegister(reader, scope);
  return { ...byDisposition, total };
}
