import { type RowAudit, WorkflowInstance } from '../../engine/index.js';
import { type Json, sha256 } from '../../platform/index.js';
import { Opinion } from './opinion.entity.js';

/** As {@link storeOpinions} notes it. */
interface Noted {
  count: number;
  first: string;
  last: string;
  digest: string;
}

/** SHA-256 over number and content digest of each opinion in the order of their numbers. */
export const digestOpinions = (opinions: readonly Pick<Opinion, 'number' | 'contentDigest'>[]): string =>
  sha256(opinions.map(({ number, contentDigest }) => `${number} ${contentDigest}\n`).join(''));

/** Every opinion is on the register as it was registered: what it says, and none removed or slipped in. */
export const opinionAudit: RowAudit = {
  covers: '意见',
  async entry(reader, { seq, compilationId, payload }) {
    const { registered, parts } = payload as { registered?: Json; parts?: Json };
    const noted = [registered, parts].filter((note): note is never => isNoted(note)) as Noted[];
    if (noted.length === 0) return [];
    const expected = noted.reduce((sum, { count }) => sum + count, 0);
    const rows = await reader.find(Opinion, {
      select: { number: true, part: true, content: true, contentDigest: true },
      where: { compilationId, registeredSeq: seq },
      order: { sequence: 'ASC', part: 'ASC' },
    });
    if (rows.length !== expected) return [`第${seq}号台账登记意见${expected}条，登记簿中有${rows.length}条`];
    const reworded = rows.filter(({ content, contentDigest }) => sha256(content) !== contentDigest);
    if (reworded.length > 0)
      return reworded.map(({ number }) => `意见${number}的内容与登记时（第${seq}号台账）不符`);
    const digests = [rows.filter(({ part }) => part === 0), rows.filter(({ part }) => part > 0)]
      .filter(({ length }) => length > 0)
      .map(digestOpinions);
    const known = new Set(noted.map(({ digest }) => digest));
    return digests.every((digest) => known.has(digest)) ? [] : [`第${seq}号台账登记的意见在登记簿中被改动`];
  },
  async surplus(reader, compilationId) {
    const rows = await reader
      .createQueryBuilder(Opinion, 'opinion')
      .select(['opinion.id', 'opinion.number'])
      .leftJoin(WorkflowInstance, 'instance', 'instance.id = opinion.id')
      .where('opinion.compilationId = :compilationId AND instance.id IS NULL', { compilationId })
      .getMany();
    return rows.map(({ number }) => `意见${number}没有登记的台账`);
  },
};

const isNoted = (note: Json | undefined): boolean =>
  typeof note === 'object' && note !== null && 'count' in note && 'digest' in note;
