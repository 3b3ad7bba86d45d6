import { setImmediate as turn } from 'node:timers/promises';
import { In } from 'typeorm';
import { z } from 'zod';
import { defineAct } from '../../engine/index.js';
import { Database, exampleId, named, secretariat, slicesOf } from '../../platform/index.js';
import { opinionsIn } from '../opinions/opinion-counts.js';
import { Opinion } from '../opinions/opinion.entity.js';
import { findOpinionsOf } from '../opinions/opinions.repository.js';
import { LikeTexts } from './like-texts.js';

export interface Grouped {
  groups: number;
  /** Opinions that stand in a group, its first included. */
  members: number;
}

const rowsPerPage = 1000;

/** Finds near duplicates in the whole register; groups made before are made anew. None is ever dropped for being like another. */
export const groupLikeOpinions = defineAct({
  name: 'opinions.grouped',
  title: '归并相同意见',
  summary: '找出相同或者相近的意见并归组；意见本身一条不少',
  may: secretariat,
  path: 'opinion-groups',
  input: z.object({}),
  example: {},
  answer: z.object({ groups: z.int(), members: z.int() }),
  uses: { database: Database },
  async prepare(_, { database }, { compilationId }) {
    const groups = await readGroups(database, compilationId);
    const grouped = [...groups].flatMap(([groupId, ids]) => ids.map((id) => ({ id, groupId })));
    return { groups: groups.size, grouped };
  },
  async perform(act, _, __, { groups, grouped }): Promise<Grouped> {
    for (const { id, groupId } of grouped) await act.tx.update(Opinion, { id }, { groupId });
    act.note({ members: grouped.length });
    return { groups, members: grouped.length };
  },
  portions: {
    of: ({ groups, grouped }) => slicesOf(grouped, rowsPerPage).map((slice) => ({ groups, grouped: slice })),
    sum: (_, { groups, grouped }) => ({ groups, members: grouped.length }),
  },
});

/** A person's correction. */
export const regroupOpinions = defineAct({
  name: 'opinions.regrouped',
  title: '调整归并',
  summary: '更正归组：并入一组，或者移出（groupId 为 null）',
  may: secretariat,
  path: 'opinion-groups/correct',
  input: z.object({
    opinionIds: named('意见', z.array(z.string()).min(1, { error: '请至少选择一条意见' }).max(500)),
    /** The opinion whose group they join; null takes them out of theirs. */
    groupId: named('并入的组', z.string().nullable()),
  }),
  example: { opinionIds: [exampleId], groupId: null },
  async perform(act, { opinionIds, groupId }) {
    const { tx, compilationId } = act;
    await findOpinionsOf(tx, compilationId, groupId === null ? opinionIds : [groupId]);
    await findOpinionsOf(tx, compilationId, opinionIds);
    await tx.update(Opinion, { id: In(opinionIds) }, { groupId });
    act.note({ opinions: opinionIds.length, groupId });
  },
});

/** Groups of two and more by their first opinion; read a page at a time, outside any act. */
async function readGroups(database: Database, compilationId: string): Promise<Map<string, string[]>> {
  const like = new LikeTexts();
  const groups = new Map<string, string[]>();
  let after = { sequence: 0, part: -1 };
  for (;;) {
    const page = await readPage(database, compilationId, after);
    for (const { id, content } of page) {
      const leader = like.add(id, content);
      groups.set(leader, [...(groups.get(leader) ?? []), id]);
    }
    const last = page.at(-1);
    if (last === undefined || page.length < rowsPerPage) break;
    after = { sequence: last.sequence, part: last.part };
    await turn();
  }
  for (const [leader, ids] of groups) if (ids.length === 1) groups.delete(leader);
  return groups;
}

const readPage = (
  database: Database,
  compilationId: string,
  after: { sequence: number; part: number },
): Promise<Opinion[]> =>
  database.read((reader) =>
    opinionsIn(reader, { compilationId })
      .select(['opinion.id', 'opinion.sequence', 'opinion.part', 'opinion.content'])
      .andWhere(
        '(opinion.sequence > :sequence OR (opinion.sequence = :sequence AND opinion.part > :part))',
        after,
      )
      .orderBy('opinion.sequence')
      .addOrderBy('opinion.part')
      .limit(rowsPerPage)
      .getMany(),
  );
