import { z } from 'zod';
import { defineAct } from '../engine/index.js';
import {
  beganInput,
  formatActor,
  insertRows,
  lineInput,
  named,
  requireBegan,
  secretariat,
} from '../platform/index.js';
import { attendanceShareNames, attendanceShares } from '../../workflows/index.js';
import { ruleContent } from './edited-content.js';
import { MeetingRule } from './meeting-rule.entity.js';

/** Records how many of the leading group's units its plenary needs; a later rule takes the place of this one. */
export const setMeetingRule = defineAct({
  name: 'meetingRule.set',
  title: '规定会议到会家数',
  summary: '登记领导小组关于全体会议到会家数的规定；以最后登记的为准',
  may: secretariat,
  path: 'meeting-rules',
  input: z.object({
    attendance: named(
      '全体会议到会',
      z.enum(attendanceShareNames, {
        error: '应为 moreThanHalf（过半数）、twoThirds（三分之二以上）或者 all（全部）',
      }),
    ),
    basis: named('规定的依据', lineInput().describe('领导小组在哪里作的规定')),
    began: beganInput,
  }),
  example: { attendance: 'twoThirds', basis: '领导小组工作规则第八条' },
  answer: z.object({ revision: z.int() }),
  async perform(act, { began, ...rule }) {
    const { tx, compilationId } = act;
    const stamp = { setAt: act.now, setBy: formatActor(act.actor) };
    const known = await tx.findOneBy(MeetingRule, { compilationId });
    requireBegan(began, ruleContent(known), '到会规定', wordsOf(known));
    act.note({ ...rule });
    if (known === null) {
      await insertRows(tx, MeetingRule, [{ compilationId, ...rule, ...stamp, revision: 1 }]);
      return { revision: 1 };
    }
    const { revision } = known;
    const change = { ...rule, ...stamp, revision: revision + 1 };
    await tx.update(MeetingRule, { compilationId, revision }, change);
    return { revision: revision + 1 };
  },
});

const wordsOf = (rule: MeetingRule | null): string =>
  rule === null ? '没有登记' : `${attendanceShares[rule.attendance].title}（${rule.basis}）`;
