import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type Act, Acts, correctionReason, withdrawRow, withdrawSchema } from '../engine/index.js';
import {
  type Actor,
  beganInput,
  insertRows,
  lineInput,
  NotFound,
  parseInput,
  requireBegan,
  type Stored,
} from '../platform/index.js';
import { Expert } from './expert.entity.js';
import { LeadingGroupMember } from './leading-group-member.entity.js';
import { Unit } from './unit.entity.js';

const address = z.email({ error: '应为一个电子邮件地址' });
export const seatSchema = z.object({
  organisation: lineInput(),
  post: lineInput(),
  role: z.enum(['chair', 'executiveDeputyChair', 'deputyChair', 'member'], { error: '不认识这一职务' }),
  address,
  /** The unit of the roster that holds the seat: seats of one unit count once in a plenary. */
  unitId: z.string().nullable().default(null),
});
export const correctSeatSchema = seatSchema.extend({ reason: correctionReason, began: beganInput });
export const expertPersonSchema = z.object({
  name: lineInput(100),
  institution: lineInput(),
  field: lineInput(),
  address,
});
export const correctExpertSchema = expertPersonSchema.extend({ reason: correctionReason, began: beganInput });

type WrittenSeat = Pick<LeadingGroupMember, 'organisation' | 'post' | 'role' | 'address' | 'unitId'>;

/** As the forms of a correction have them. */
export const seatContent = ({ organisation, post, role, address, unitId }: WrittenSeat): Stored => ({
  organisation,
  post,
  role,
  address,
  unitId: unitId ?? '',
});
export const expertContent = ({
  name,
  institution,
  field,
  address,
}: Pick<Expert, 'name' | 'institution' | 'field' | 'address'>): Stored => ({
  name,
  institution,
  field,
  address,
});

/**
 * Enters, corrects and takes back seats of the leading group and experts. Who was invited before keeps the invitation
 * as it was sent; meetings arranged from now on read the register as it is.
 */
@Injectable()
export class CorrectPeopleUseCase {
  constructor(private readonly acts: Acts) {}

  enterSeat(compilationId: string, actor: Actor, input: unknown): Promise<{ id: string }> {
    const seat = parseInput(seatSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'seat.entered' }, async (act) => {
      await requireUnit(act, seat.unitId);
      const id = act.ids.next();
      await insertRows(act.tx, LeadingGroupMember, [{ ...seat, id, key: id }]);
      act.note({ id });
      return { id };
    });
  }

  /** @param input a seat with `reason` */
  async correctSeat(compilationId: string, actor: Actor, id: string, input: unknown): Promise<void> {
    const { reason, began, ...seat } = parseInput(correctSeatSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'seat.corrected' }, async (act) => {
      requireBegan(began, seatContent(await findSeat(act, id)), '该席位');
      await requireUnit(act, seat.unitId);
      await act.tx.update(LeadingGroupMember, { id }, seat);
      act.note({ id, reason });
    });
  }

  /** @param input `{reason}` */
  async withdrawSeat(compilationId: string, actor: Actor, id: string, input: unknown): Promise<void> {
    const { reason } = parseInput(withdrawSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'seat.withdrawn' }, async (act) => {
      await withdrawRow(act, LeadingGroupMember, await findSeat(act, id), reason);
    });
  }

  enterExpert(compilationId: string, actor: Actor, input: unknown): Promise<{ id: string }> {
    const expert = parseInput(expertPersonSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'expert.entered' }, async (act) => {
      const id = act.ids.next();
      await insertRows(act.tx, Expert, [{ ...expert, id, key: id }]);
      act.note({ id });
      return { id };
    });
  }

  /** @param input an expert with `reason` */
  async correctExpert(compilationId: string, actor: Actor, id: string, input: unknown): Promise<void> {
    const { reason, began, ...expert } = parseInput(correctExpertSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'expert.corrected' }, async (act) => {
      requireBegan(began, expertContent(await findExpert(act, id)), '该专家的登记');
      await act.tx.update(Expert, { id }, expert);
      act.note({ id, reason });
    });
  }

  /** @param input `{reason}` */
  async withdrawExpert(compilationId: string, actor: Actor, id: string, input: unknown): Promise<void> {
    const { reason } = parseInput(withdrawSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'expert.withdrawn' }, async (act) => {
      const { key } = await findExpert(act, id);
      // A person's name and address are not kept aside.
      await act.tx.delete(Expert, { id });
      act.note({ id, key, reason });
    });
  }
}

async function findSeat({ tx }: Act, id: string): Promise<LeadingGroupMember> {
  const seat = await tx.findOneBy(LeadingGroupMember, { id });
  if (seat === null) throw new NotFound('领导小组席位', id);
  return seat;
}

async function findExpert({ tx }: Act, id: string): Promise<Expert> {
  const expert = await tx.findOneBy(Expert, { id });
  if (expert === null) throw new NotFound('专家', id);
  return expert;
}

async function requireUnit({ tx }: Act, unitId: string | null): Promise<void> {
  if (unitId !== null && !(await tx.existsBy(Unit, { id: unitId }))) throw new NotFound('单位', unitId);
}
