import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type Act, Acts } from '../engine/index.js';
import { type Actor, insertRows, lineInput, parseInput } from '../platform/index.js';
import { findExperts, findLeadingGroup, findUnits } from './directory.repository.js';
import { Expert } from './expert.entity.js';
import { LeadingGroupMember } from './leading-group-member.entity.js';
import { expertSchema, unitSchema } from './roster/index.js';
import { insertUnits } from './roster-writer.js';

const seatSchema = z.object({
  key: lineInput(64),
  organisation: lineInput(),
  /** Key of the unit that holds the seat. */
  unit: lineInput(64).optional(),
  post: lineInput(),
  role: z.enum(['chair', 'executiveDeputyChair', 'deputyChair', 'member'], { error: '不认识这一职务' }),
  address: z.email({ error: '应为一个电子邮件地址' }),
});
export const directorySchema = z.object({
  units: z.array(unitSchema).default([]),
  experts: z.array(expertSchema).default([]),
  leadingGroup: z.array(seatSchema).default([]),
});
type Directory = z.output<typeof directorySchema>;

/** Puts prepared units, experts and the leading group into the directory; whatever is there already stays. */
@Injectable()
export class LoadDirectoryUseCase {
  constructor(private readonly acts: Acts) {}

  async execute(compilationId: string, actor: Actor, input: unknown): Promise<void> {
    const directory = parseInput(directorySchema, input);
    return this.acts.perform({ compilationId, actor, type: 'directory.imported' }, async (act) => {
      const units = await this.addUnits(act, directory);
      const experts = await this.addExperts(act, directory);
      const leadingGroup = await this.addLeadingGroup(act, directory);
      act.note({ units, experts, leadingGroup });
    });
  }

  private async addUnits(act: Act, { units }: Directory): Promise<number> {
    const known = new Set((await findUnits(act.tx)).map((unit) => unit.key));
    const fresh = units.filter((unit) => !known.has(unit.key));
    await insertUnits(act.tx, act.ids, fresh);
    return fresh.length;
  }

  private async addExperts(act: Act, { experts }: Directory): Promise<number> {
    const known = new Set((await findExperts(act.tx)).map((expert) => expert.key));
    const fresh = experts.filter((expert) => !known.has(expert.key));
    await insertRows(
      act.tx,
      Expert,
      fresh.map((expert) => ({ ...expert, id: act.ids.next() })),
    );
    return fresh.length;
  }

  private async addLeadingGroup(act: Act, { leadingGroup }: Directory): Promise<number> {
    const unitIds = new Map((await findUnits(act.tx)).map((unit) => [unit.key, unit.id]));
    const known = new Set((await findLeadingGroup(act.tx)).map((member) => member.key));
    const fresh = leadingGroup.filter((seat) => !known.has(seat.key));
    const rows = fresh.map(({ unit, ...seat }) => {
      const unitId = unit === undefined ? null : (unitIds.get(unit) ?? null);
      return { ...seat, unitId, id: act.ids.next() };
    });
    await insertRows(act.tx, LeadingGroupMember, rows);
    return fresh.length;
  }
}
