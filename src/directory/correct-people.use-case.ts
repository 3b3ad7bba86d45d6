import { z } from 'zod';
import { type Act, correctionReason, defineAct, withdrawRow } from '../engine/index.js';
import {
  beganInput,
  exampleId,
  idSchema,
  insertRows,
  lineInput,
  named,
  NotFound,
  requireBegan,
  secretariat,
  type Stored,
} from '../platform/index.js';
import { Expert } from './expert.entity.js';
import { LeadingGroupMember } from './leading-group-member.entity.js';
import { Unit } from './unit.entity.js';

/*
 * Seats of the leading group and experts are entered, corrected and taken back. Who was invited before keeps the
 * invitation as it was sent; meetings arranged from now on read the register as it is.
 */

const address = named('邮箱', z.email({ error: '应为一个电子邮件地址' }));
const reason = named('事由', correctionReason);

const seat = z.object({
  organisation: named('单位', lineInput()),
  post: named('职务', lineInput()),
  role: named(
    '席位',
    z.enum(['chair', 'executiveDeputyChair', 'deputyChair', 'member'], { error: '不认识这一职务' }),
  ),
  address,
  /** The unit of the roster that holds the seat: seats of one unit count once in a plenary. */
  unitId: z.string().nullable().default(null),
});
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

const exampleSeat = {
  organisation: '市示例局',
  post: '分管负责人',
  role: 'member' as const,
  address: 'seat@example.org',
};

export const enterSeat = defineAct({
  name: 'seat.entered',
  title: '登记领导小组席位',
  summary: '登记领导小组的一个席位',
  afterEnd: 'always',
  may: secretariat,
  path: 'leading-group',
  input: seat,
  example: exampleSeat,
  answer: z.object({ id: z.string() }),
  status: 201,
  async perform(act, given) {
    await requireUnit(act, given.unitId);
    const id = act.ids.next();
    await insertRows(act.tx, LeadingGroupMember, [{ ...given, id, key: id }]);
    act.note({ id });
    return { id };
  },
});

export const correctSeat = defineAct({
  name: 'seat.corrected',
  title: '更正领导小组席位',
  summary: '更正领导小组的一个席位；已发出的邀请不变',
  afterEnd: 'always',
  may: secretariat,
  path: 'leading-group/:seatId/correct',
  input: seat.extend({ seatId: idSchema, reason, began: beganInput }),
  example: { ...exampleSeat, seatId: exampleId, reason: '职务变动' },
  async perform(act, { seatId: id, reason, began, ...given }) {
    requireBegan(began, seatContent(await findSeat(act, id)), '该席位');
    await requireUnit(act, given.unitId);
    await act.tx.update(LeadingGroupMember, { id }, given);
    act.note({ id, reason });
  },
});

export const withdrawSeat = defineAct({
  name: 'seat.withdrawn',
  title: '撤销领导小组席位',
  summary: '撤销领导小组的一个席位；已发出的邀请不变',
  afterEnd: 'always',
  may: secretariat,
  path: 'leading-group/:seatId/withdraw',
  input: z.object({ seatId: idSchema, reason }),
  example: { seatId: exampleId, reason: '登记有误' },
  async perform(act, { seatId, reason }) {
    await withdrawRow(act, LeadingGroupMember, await findSeat(act, seatId), reason);
  },
});

const expert = z.object({
  name: named('专家', lineInput(100)),
  institution: named('单位', lineInput()),
  field: named('专业领域', lineInput()),
  address,
});
const exampleExpert = {
  name: '专家甲',
  institution: '示例研究院',
  field: '质量管理',
  address: 'expert@example.org',
};

export const enterExpert = defineAct({
  name: 'expert.entered',
  title: '登记专家',
  summary: '登记一名专家',
  afterEnd: 'always',
  may: secretariat,
  path: 'experts',
  input: expert,
  example: exampleExpert,
  answer: z.object({ id: z.string() }),
  status: 201,
  async perform(act, given) {
    const id = act.ids.next();
    await insertRows(act.tx, Expert, [{ ...given, id, key: id }]);
    act.note({ id });
    return { id };
  },
});

export const correctExpert = defineAct({
  name: 'expert.corrected',
  title: '更正专家',
  summary: '更正一名专家的登记；已发出的邀请不变',
  afterEnd: 'always',
  may: secretariat,
  path: 'experts/:expertId/correct',
  input: expert.extend({ expertId: idSchema, reason, began: beganInput }),
  example: { ...exampleExpert, expertId: exampleId, reason: '单位变动' },
  async perform(act, { expertId: id, reason, began, ...given }) {
    requireBegan(began, expertContent(await findExpert(act, id)), '该专家的登记');
    await act.tx.update(Expert, { id }, given);
    act.note({ id, reason });
  },
});

export const withdrawExpert = defineAct({
  name: 'expert.withdrawn',
  title: '撤销专家',
  summary: '撤销一名专家的登记；已发出的邀请不变',
  afterEnd: 'always',
  may: secretariat,
  path: 'experts/:expertId/withdraw',
  input: z.object({ expertId: idSchema, reason }),
  example: { expertId: exampleId, reason: '登记有误' },
  async perform(act, { expertId: id, reason }) {
    const { key } = await findExpert(act, id);
    // A person's name and address are not kept aside.
    await act.tx.delete(Expert, { id });
    act.note({ id, key, reason });
  },
});

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
