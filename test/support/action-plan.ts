import {
  collectStage,
  courseStage,
  draftStage,
  meetingStage,
  planTimeline,
  type PlanDefinition,
  plenaryStage,
  publishStage,
  requirementsNamed,
  take,
} from '../../workflows/index.js';
import {
  atTheStart,
  collecting,
  courseOf,
  deliberating,
  drafting,
  planSetup,
  publishing,
} from '../../workflows/stages/charts.js';

/**
 * A plan of four stages whose every word is its own: no public consultation, no experts, no packet. Rooms that know a
 * word of another plan cannot bring it to its end.
 */
const none = {};
const versions = ['草案', '定稿', '印发稿'];
const course = {
  state: '',
  events: { start: 'kickOff', suspend: 'pause', resume: 'goOn', terminate: 'giveUp' },
  deadlines: none,
  versions: none,
};
const collect = {
  state: 'gathering',
  events: { close: 'endGathering' },
  deadlines: { due: 'tasksIn' },
  versions: { opens: '草案' },
};
const draft = {
  state: 'writing',
  events: { complete: 'finishWriting' },
  deadlines: { due: 'writtenBy' },
  versions: { written: '草案' },
};
const plenary = {
  state: 'council',
  events: {
    convene: 'callCouncil',
    pass: 'councilAgrees',
    sendBack: 'councilObjects',
    completeRework: 'writeAgain',
    complete: 'settleText',
  },
  deadlines: { legality: 'lawyersDone', meeting: 'councilDay' },
  versions: { discussed: '草案', next: '定稿' },
};
const publish = {
  state: 'settled',
  events: { publish: 'issuePlan' },
  deadlines: { due: 'issuedBy' },
  versions: { published: '印发稿' },
};

const machine = planSetup(versions).createMachine({
  id: 'action-plan',
  context: ({ input }) => atTheStart(input),
  ...courseOf(
    course,
    { first: 'gathering', issues: { kind: 'material', deadlineKey: collect.deadlines.due } },
    {
      gathering: collecting(collect, { then: 'writing' }),
      writing: drafting(draft, { then: '#council' }),
      council: deliberating(plenary, { id: 'council', then: '#settled', opens: '印发稿' }),
      settled: { id: 'settled', ...publishing(publish, { then: '#published' }) },
    },
  ),
});

const parts = [
  take(courseStage, course),
  take(collectStage, collect),
  take(draftStage, draft),
  take(meetingStage, { state: '', events: none, deadlines: none, versions: none }),
  take(plenaryStage, plenary),
  take(publishStage, publish),
];

const due = (stage: string, limits: string, title: string) => ({ stage, limits, title });

export const actionPlan: PlanDefinition = {
  id: 'action-plan@1',
  title: '三年行动计划编制',
  machine,
  requirements: requirementsNamed(machine, parts),
  eventTitles: {
    kickOff: '布置任务',
    endGathering: '结束任务报送',
    finishWriting: '形成草案',
    callCouncil: '召集会议',
    councilAgrees: '会议同意',
    councilObjects: '会议退回',
    writeAgain: '重新形成草案',
    settleText: '形成定稿',
    issuePlan: '印发',
    pause: '暂停',
    goOn: '继续',
    giveUp: '不再编制',
  },
  stateTitles: {
    prepared: '待布置',
    gathering: '任务报送中',
    writing: '起草中',
    council: '会议审议',
    'council.preparing': '准备会议',
    'council.convened': '会议已召集',
    'council.reworking': '按会议要求修改',
    'council.revising': '修改定稿',
    settled: '待印发',
    suspended: '已暂停',
    published: '已印发',
    terminated: '已停办',
  },
  mainLine: [
    'kickOff',
    'endGathering',
    'finishWriting',
    'callCouncil',
    'councilAgrees',
    'settleText',
    'issuePlan',
  ],
  wrapper: 'underway',
  parts,
  timeline: planTimeline({
    deadlines: {
      tasksIn: due('gathering', 'endGathering', '任务报送'),
      writtenBy: due('writing', 'finishWriting', '起草完成'),
      lawyersDone: due('council', 'callCouncil', '法制审核'),
      councilDay: due('council', 'councilAgrees', '审议会议'),
      issuedBy: due('settled', 'issuePlan', '印发'),
    },
    order: [['tasksIn', 'writtenBy', 'lawyersDone', 'councilDay', 'issuedBy']],
    onLaterDays: [['writtenBy', 'councilDay']],
    leastPeriods: [],
  }),
  versions,
  sendsBack: [{ event: 'councilObjects', version: '草案', completedBy: 'writeAgain' }],
  targetYears: [2024, 2027],
  meetings: { plenary: { title: '联席会议', agenda: ['审议《行动计划（草案）》'], preparation: [] } },
  documents: [],
  migrateFrom: {},
};
