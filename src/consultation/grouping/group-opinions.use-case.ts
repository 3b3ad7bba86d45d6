import { setImmediate as turn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { z } from 'zod';
import { Acts } from '../../engine/index.js';
import { type Actor, Database, parseInput } from '../../platform/index.js';
import { opinionsIn } from '../opinions/opinion-counts.js';
import { Opinion } from '../opinions/opinion.entity.js';
import { findOpinionsOf } from '../opinions/opinions.repository.js';
import { LikeTexts } from './like-texts.js';

export const groupOpinionsSchema = z.object({
  opinionIds: z.array(z.string()).min(1, { error: '请至少选择一条意见' }).max(500),
  /** The opinion whose group they join; null takes them out of theirs. */
  groupId: z.string().nullable(),
});

export interface Grouped {
  groups: number;
  /** Opinions that stand in a group, its first included. */
  members: number;
}

const rowsPerPage = 1000;

/** Brings like opinions together, so that they can be disposed of together. None is ever dropped for being like another. */
@Injectable()
export class GroupOpinionsUseCase {
  constructor(
    private readonly acts: Acts,
    private readonly database: Database,
  ) {}

  /** Finds near duplicates in the whole register; groups made before are made anew. */
  async findLike(compilationId: string, actor: Actor): Promise<Grouped> {
    const groups = await this.readGroups(compilationId);
    const members = [...groups.values()].flat();
    const leaderOf = new Map([...groups].flatMap(([leader, ids]) => ids.map((id) => [id, leader])));
    for (let from = 0; from < members.length; from += rowsPerPage) {
      const chunk = members.slice(from, from + rowsPerPage);
      await this.acts.perform({ compilationId, actor, type: 'opinions.grouped' }, async (act) => {
        for (const id of chunk) await act.tx.update(Opinion, { id }, { groupId: leaderOf.get(id) });
        act.note({ members: chunk.length });
      });
    }
    return { groups: groups.size, members: members.length };
  }

  /** A person's correction. @param input `{opinionIds, groupId}` */
  async correct(compilationId: string, actor: Actor, input: unknown): Promise<void> {
    const { opinionIds, groupId } = parseInput(groupOpinionsSchema, input);
    await this.acts.perform({ compilationId, actor, type: 'opinions.regrouped' }, async (act) => {
      await findOpinionsOf(act.tx, compilationId, groupId === null ? opinionIds : [groupId]);
      await findOpinionsOf(act.tx, compilationId, opinionIds);
      await act.tx.update(Opinion, { id: In(opinionIds) }, { groupId });
      act.note({ opinions: opinionIds.length, groupId });
    });
  }

  /** Groups of two and more by their first opinion; read a page at a time, outside any act. */
  private async readGroups(compilationId: string): Promise<Map<string, string[]>> {
    const like = new LikeTexts();
    const groups = new Map<string, string[]>();
    let after = { sequence: 0, part: -1 };
    for (;;) {
      const page = await this.readPage(compilationId, after);
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

  private readPage(compilationId: string, after: { sequence: number; part: number }): Promise<Opinion[]> {
    return this.database.read((reader) =>
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
  }
}
