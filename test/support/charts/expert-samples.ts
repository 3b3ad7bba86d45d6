import type * as reviewStage from '../../../workflows/stages/expert-review/requirements.js';
import { type SamplesFor } from './chart-walk.js';

const expertMeeting = { heldOn: '2021-10-20', present: 5, conclusion: '通过' };

const opinionsOf = (
  passed: number,
  amended: number,
  repeated: number,
  change: Partial<reviewStage.SignedOpinionsFacts> = {},
): reviewStage.SignedOpinionsFacts => ({
  participants: passed + amended + repeated,
  recommended: { 通过: passed, 修改后通过: amended, 重新论证: repeated },
  contradicting: [],
  explained: false,
  ...change,
});
const concluded = (conclusion: string, opinions: reviewStage.SignedOpinionsFacts) => ({
  ...expertMeeting,
  conclusion,
  opinions,
});

const unheld: [reviewStage.ExpertMeetingHeldFacts, ...reviewStage.ExpertMeetingHeldFacts[]] = [
  { ...expertMeeting, heldOn: null },
  { ...expertMeeting, present: 0 },
  { ...expertMeeting, conclusion: null },
];

/** Facts both ways for the requirements of 专家论证. */
export const experts: SamplesFor<typeof reviewStage> = {
  expertMeetingArranged: {
    met: [
      { heldOn: '2021-10-20', experts: 3, version: '论证稿' },
      { heldOn: '2021-10-20', experts: 9, version: null },
    ],
    unmet: [
      { heldOn: null, experts: 0, version: null },
      { heldOn: '2021-10-20', experts: 2, version: '论证稿' },
    ],
  },
  expertMeetingHeld: { met: [expertMeeting], unmet: unheld },
  expertConclusionPasses: {
    met: [
      expertMeeting,
      { ...expertMeeting, conclusion: '修改后通过' },
      concluded('通过', opinionsOf(3, 0, 0)),
      concluded('修改后通过', opinionsOf(1, 2, 2)),
      concluded('修改后通过', opinionsOf(4, 0, 0, { participants: 7 })),
    ],
    unmet: [
      { ...expertMeeting, conclusion: '重新论证' },
      { ...expertMeeting, conclusion: null },
      concluded('修改后通过', opinionsOf(0, 0, 0, { participants: 4 })),
      concluded('修改后通过', opinionsOf(0, 2, 0)),
      concluded('修改后通过', opinionsOf(0, 3, 0, { participants: 6 })),
      concluded(
        '修改后通过',
        opinionsOf(0, 0, 4, { contradicting: ['专家甲', '专家乙', '专家丙', '专家丁'] }),
      ),
      concluded('修改后通过', opinionsOf(0, 2, 2, { contradicting: ['专家甲', '专家乙'] })),
      concluded('通过', opinionsOf(1, 3, 0, { contradicting: ['专家甲', '专家乙', '专家丙'] })),
    ],
  },
  expertConclusionRepeats: {
    met: [
      { ...expertMeeting, conclusion: '重新论证' },
      concluded('重新论证', opinionsOf(0, 0, 0)),
      concluded('重新论证', opinionsOf(2, 0, 2)),
      concluded('重新论证', opinionsOf(4, 0, 0, { explained: true })),
    ],
    unmet: [
      expertMeeting,
      { ...expertMeeting, conclusion: null },
      concluded('重新论证', opinionsOf(2, 1, 1)),
    ],
  },
  conflictsDeclared: { met: [{ present: 5, missing: [] }], unmet: [{ present: 5, missing: ['专家甲'] }] },
  expertOpinionsSigned: {
    met: [
      { present: 5, missing: [] },
      { present: 4, missing: [], conclusion: '修改后通过', opinions: opinionsOf(1, 3, 0) },
    ],
    unmet: [
      { present: 5, missing: ['专家甲'] },
      { present: 4, missing: [], conclusion: '修改后通过', opinions: opinionsOf(0, 0, 4) },
      { present: 2, missing: [], conclusion: '修改后通过', opinions: opinionsOf(0, 2, 0) },
      { present: 4, missing: [], conclusion: '重新论证', opinions: opinionsOf(0, 0, 4) },
      { present: 4, missing: [], conclusion: null, opinions: opinionsOf(4, 0, 0) },
    ],
  },
  expertPointsAnswered: {
    met: [
      { points: 4, unanswered: [], pointsExpected: true },
      { points: 0, unanswered: [], pointsExpected: false },
    ],
    unmet: [
      { points: 4, unanswered: ['第三条'], pointsExpected: true },
      { points: 4, unanswered: [], pointsExpected: true, unfounded: ['第三条'] },
      { points: 0, unanswered: [], pointsExpected: true },
    ],
  },
};
