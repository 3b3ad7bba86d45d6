import type * as approve from '../../../workflows/stages/approve/requirements.js';
import type * as collect from '../../../workflows/stages/collect/requirements.js';
import type * as consult from '../../../workflows/stages/consult/requirements.js';
import type * as course from '../../../workflows/stages/course/requirements.js';
import type * as draftStage from '../../../workflows/stages/draft/requirements.js';
import type * as plenaryStage from '../../../workflows/stages/plenary/requirements.js';
import { type ChangesFacts } from '../../../workflows/stages/points.js';
import type * as visit from '../../../workflows/stages/visit/requirements.js';
import { type BothWays, type FactSamples, type SamplesFor } from './chart-walk.js';
import { experts } from './expert-samples.js';

const opinions = { total: 8, unassigned: 0, undisposed: 0, unreviewed: 0, late: 0, samples: [] };
const adoptions = { adopted: 3, reasoned: 0, unchanged: 0, samples: [] };
const plenaryMeeting = { heldOn: '2021-11-24', present: 30, resolution: '通过' };
const quorum = { units: 39, least: 20, rule: '过半数到会' };
const materials = {
  owed: 3,
  accepted: 2,
  waived: 1,
  notHandedIn: 0,
  toReview: 0,
  returned: 0,
  units: [],
};
const roster = { units: 160, emptyCategories: [], withoutContact: 0, unitsWithoutContact: [] };
const draft = { version: '初稿', revision: 1, clauses: 33, doubts: 0, unchanged: false };
const period = {
  opensOn: '8月31日',
  closesOn: '9月30日',
  calendarDays: 30,
  earliestClosing: '9月30日',
  longEnough: true,
  shortReason: '',
};
const shortPeriod = { ...period, closesOn: '9月10日', calendarDays: 10, longEnough: false };
const legality = { sentOn: '2021-11-01', conclusion: '合法', workingDaysBeforePlenary: 7 };
const packet = { version: '报批稿', missing: [], stale: [], builtAt: '2021-12-08' };
const finished = { unwritten: [], contradictions: [], passed: 0 };
const decision: approve.MunicipalDecisionFacts = {
  decision: '批准',
  approvalNumber: '沪府〔2021〕1号',
  decidedOn: '2021-12-20',
};

type Reasons = 'reasonGiven' | 'deadlinesRenewed' | 'draftReady';
const reasons: SamplesFor<Pick<typeof course & typeof draftStage, Reasons>> = {
  reasonGiven: { met: [{ reason: '上位文件调整' }], unmet: [{ reason: '' }, { reason: ' ' }] },
  deadlinesRenewed: {
    met: [{ waiting: [] }],
    unmet: [
      { waiting: ['材料报送'] },
      { waiting: [], passed: ['材料报送'] },
      { waiting: [], contradictions: ['甲早于乙。'] },
    ],
  },
  draftReady: {
    met: [draft],
    unmet: [
      { ...draft, revision: 0, clauses: 0 },
      { ...draft, clauses: 0 },
      { ...draft, doubts: 2 },
      { ...draft, unchanged: true },
    ],
  },
};

const drafting: SamplesFor<Omit<typeof course & typeof collect & typeof draftStage & typeof visit, Reasons>> =
  {
    noticeRegistered: { met: [{ documentNumber: '沪质办〔2021〕4号' }], unmet: [{ documentNumber: null }] },
    rosterReady: {
      met: [roster],
      unmet: [
        { ...roster, units: 0, emptyCategories: ['科研院所'] },
        { ...roster, withoutContact: 1, unitsWithoutContact: ['市水务局'] },
      ],
    },
    draftingGroupFormed: {
      met: [{ missingRoles: [], members: 12 }],
      unmet: [{ missingRoles: ['组长'], members: 11 }],
    },
    timelineComplete: {
      met: [{ undated: [], missingYears: [], startsOn: '2021-06-25' }],
      unmet: [
        { undated: ['材料报送'], missingYears: [], startsOn: null },
        { undated: [], missingYears: [2027], startsOn: '2027-01-04' },
        { undated: [], missingYears: [], startsOn: '2021-06-25', passed: ['“材料报送”2021年7月26日'] },
        { undated: [], missingYears: [], startsOn: '2021-06-25', contradictions: ['甲早于乙。'] },
      ],
    },
    materialsSettled: {
      met: [materials],
      unmet: [
        { ...materials, owed: 0 },
        { ...materials, notHandedIn: 1, units: ['市水务局'] },
        { ...materials, toReview: 1, units: ['市水务局'] },
        { ...materials, returned: 1, units: ['市水务局'] },
      ],
    },
    evaluationOnFile: {
      met: [{ title: '实施成效评估报告' }],
      unmet: [{ title: null }, { title: '实施成效评估报告', filed: false }],
    },
    materialsTraced: {
      met: [{ clauses: 33, untraced: 0, samples: [], unusedSubmissions: 0 }],
      unmet: [
        { clauses: 33, untraced: 1, samples: ['第三条'], unusedSubmissions: 4 },
        { clauses: 0, untraced: 0, samples: [], unusedSubmissions: 4 },
      ],
    },
    visitsLogged: {
      met: [{ industry: 1, district: 1, enterprise: 1 }],
      unmet: [
        { industry: 0, district: 1, enterprise: 1 },
        { industry: 1, district: 0, enterprise: 1 },
        { industry: 1, district: 1, enterprise: 0 },
      ],
    },
    basisAligned: { met: [{ openTasks: [] }], unmet: [{ openTasks: ['对照国家纲要'] }] },
  };

const openOpinions: [consult.OpinionFacts, ...consult.OpinionFacts[]] = [
  { ...opinions, unassigned: 1, samples: ['2021-0001'] },
  { ...opinions, undisposed: 1, samples: ['2021-0001'] },
  { ...opinions, unreviewed: 1, late: 2, samples: ['2021-0001'] },
];

const consulting: SamplesFor<typeof consult> = {
  consultationNoticeReady: { met: [{ missing: [] }], unmet: [{ missing: ['编制说明'] }] },
  consultationPeriodLongEnough: {
    met: [period, { ...shortPeriod, shortReason: '国家纲要即将发布。' }],
    unmet: [
      shortPeriod,
      { ...shortPeriod, shortReason: ' ' },
      { ...period, undated: ['“书面征求意见回函”'] },
      { ...period, unextended: '2021年9月30日 24:00' },
    ],
  },
  consultationPeriodOver: {
    met: [{ closesAt: '9月30日24:00', over: true }],
    unmet: [
      { closesAt: '9月30日24:00', over: false },
      { closesAt: null, over: false },
    ],
  },
  opinionsSettled: { met: [opinions, { ...opinions, total: 0 }], unmet: openOpinions },
  adoptionsInText: {
    met: [adoptions, { ...adoptions, reasoned: 1 }, { ...adoptions, adopted: 0 }],
    unmet: [{ ...adoptions, unchanged: 2, samples: ['2021-0003（二、（一））'] }],
  },
  lateOpinionsSettled: { met: [opinions], unmet: openOpinions },
  unitRepliesIn: {
    met: [{ sent: 160, replied: 159, waived: 1, outstanding: 0, units: [] }],
    unmet: [
      { sent: 160, replied: 159, waived: 0, outstanding: 1, units: ['市水务局'] },
      { sent: 0, replied: 0, waived: 0, outstanding: 0, units: [] },
    ],
  },
  feedbackPublished: { met: [{ published: true }], unmet: [{ published: false }] },
};

const changes: BothWays<ChangesFacts> = {
  met: [
    { points: 4, untraced: [], pointsExpected: true },
    { points: 0, untraced: [], pointsExpected: false },
  ],
  unmet: [
    { points: 4, untraced: ['第三条'], pointsExpected: false },
    { points: 4, untraced: [], pointsExpected: true, unfounded: ['第三条'] },
    { points: 0, untraced: [], pointsExpected: true },
  ],
};

const plenary: SamplesFor<typeof plenaryStage & Pick<typeof approve, 'municipalChangesTraced'>> = {
  plenaryArranged: {
    met: [{ heldOn: '2021-11-24', invited: 39 }],
    unmet: [
      { heldOn: null, invited: 0 },
      { heldOn: '2021-11-24', invited: 0 },
    ],
  },
  legalityReviewed: {
    met: [legality],
    unmet: [
      { ...legality, sentOn: null },
      { ...legality, workingDaysBeforePlenary: 6 },
      { ...legality, conclusion: null },
      { ...legality, conclusion: '须修改' },
    ],
  },
  riskAssessed: {
    met: [{ conclusion: '可控' }, { conclusion: '不需评估' }],
    unmet: [{ conclusion: null }, { conclusion: '不可控' }],
  },
  fairCompetitionReviewed: {
    met: [{ conclusion: '符合' }, { conclusion: '不适用' }],
    unmet: [{ conclusion: null }, { conclusion: '不符合' }],
  },
  disagreementsHandled: {
    met: [{ open: ['指标口径'], unescalated: [] }],
    unmet: [{ open: ['指标口径'], unescalated: ['指标口径'] }],
  },
  disagreementsClosed: {
    met: [{ open: [], unescalated: [] }],
    unmet: [{ open: ['指标口径'], unescalated: [] }],
  },
  plenaryHeld: {
    met: [plenaryMeeting, { ...plenaryMeeting, quorum }],
    unmet: [
      { ...plenaryMeeting, present: 2, quorum },
      { ...plenaryMeeting, heldOn: null },
      { ...plenaryMeeting, present: 0 },
      { ...plenaryMeeting, resolution: null },
    ],
  },
  plenaryResolutionPasses: {
    met: [plenaryMeeting, { ...plenaryMeeting, resolution: '修改后通过', quorum }],
    unmet: [
      { ...plenaryMeeting, present: 19, quorum },
      { ...plenaryMeeting, resolution: '退回' },
      { ...plenaryMeeting, resolution: null },
    ],
  },
  plenaryResolutionReturns: {
    met: [{ ...plenaryMeeting, resolution: '退回' }],
    unmet: [plenaryMeeting, { ...plenaryMeeting, resolution: null }],
  },
  plenaryChangesTraced: changes,
  municipalChangesTraced: changes,
};

const packetSamples: SamplesFor<Omit<typeof approve, 'municipalChangesTraced'>> = {
  packetFinished: {
    met: [finished, { ...finished, passed: 2 }],
    unmet: [
      { ...finished, unwritten: ['编制背景和必要性'] },
      { ...finished, contradictions: ['“产品合格率”2025年目标值不一致：95（甲局）、96（乙局）'] },
    ],
  },
  packetComplete: {
    met: [packet],
    unmet: [
      { ...packet, missing: ['编制说明'] },
      { ...packet, builtAt: null },
      { ...packet, stale: ['编制说明'] },
    ],
  },
  partyCommitteeReported: { met: [{ reportedOn: '2021-12-01' }], unmet: [{ reportedOn: null }] },
  municipalApprovalRecorded: {
    met: [decision],
    unmet: [
      { ...decision, decision: null },
      { ...decision, decision: '退回' },
      { ...decision, approvalNumber: null },
      { ...decision, decidedOn: null },
    ],
  },
  municipalReturnRecorded: {
    met: [{ decision: '退回', approvalNumber: null, decidedOn: '2021-12-15' }],
    unmet: [decision, { decision: '退回', approvalNumber: null, decidedOn: null }],
  },
};

/** Facts both ways for every requirement of the drafting chart. */
export const schemeSamples: FactSamples = {
  ...reasons,
  ...drafting,
  ...consulting,
  ...experts,
  ...plenary,
  ...packetSamples,
};
