import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Acts } from '../engine/index.js';
import {
  type Actor,
  beganInput,
  formatActor,
  insertRows,
  lineInput,
  parseInput,
  requireBegan,
} from '../platform/index.js';
import { attendanceShareNames, attendanceShares } from '../../workflows/index.js';
import { ruleContent } from './edited-content.js';
import { MeetingRule } from './meeting-rule.entity.js';

export const setMeetingRuleSchema = z.object({
  attendance: z.enum(attendanceShareNames, {
    error: '应为 moreThanHalf（过半数）、twoThirds（三分之二以上）或者 all（全部）',
  }),
  basis: lineInput().describe('领导小组在哪里作的规定'),
  began: beganInput,
});

/** Records how many of the leading group's units its plenary needs; a later rule takes the place of this one. */
@Injectable()
export class SetMeetingRuleUseCase {
  constructor(private readonly acts: Acts) {}

  /** @param input `{attendance, basis}` */
  async execute(compilationId: string, actor: Actor, input: unknown): Promise<{ revision: number }> {
    const { began, ...rule } = parseInput(setMeetingRuleSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'meetingRule.set' }, async (act) => {
      const stamp = { setAt: act.now, setBy: formatActor(actor) };
      const known = await act.tx.findOneBy(MeetingRule, { compilationId });
      requireBegan(began, ruleContent(known), '到会规定', wordsOf(known));
      act.note({ ...rule });
      if (known === null) {
        await insertRows(act.tx, MeetingRule, [{ compilationId, ...rule, ...stamp, revision: 1 }]);
        return { revision: 1 };
      }
      const { revision } = known;
      const change = { ...rule, ...stamp, revision: revision + 1 };
      await act.tx.update(MeetingRule, { compilationId, revision }, change);
      return { revision: revision + 1 };
    });
  }
}

const wordsOf = (rule: MeetingRule | null): string =>
  rule === null ? '没有登记' : `${attendanceShares[rule.attendance].title}（${rule.basis}）`;
