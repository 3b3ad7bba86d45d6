import {
  assignOpinions,
  changesText,
  disposeOpinions,
  type OpinionPage,
  OpinionsQuery,
  type OpinionView,
  prepareNotice,
  receiveOpinion,
  approveDispositions,
  splitOpinion,
  submitReply,
} from '../../consultation/index.js';
import { type Sent } from '../../engine/index.js';
import { ObligationsQuery } from '../../obligations/index.js';
import { type Actor, slicesOf } from '../../platform/index.js';
import { amendClause, clauseIds, importText } from '../drafting-desk.js';
import { decisions, drawDecision, publicPoint, unitPoint } from '../opinion-samples.js';
import { office, reviewOffice, type Scene, scene, secondOffice, type Stage } from '../stage.js';

const publicDays = [
  '2021-09-01',
  '2021-09-06',
  '2021-09-10',
  '2021-09-15',
  '2021-09-22',
  '2021-09-27',
  '2021-09-29',
];
const replyDays = ['2021-09-08', '2021-09-14', '2021-09-17', '2021-09-22'];
const somebody: Actor = { kind: 'public', id: 'visitor' };

/** 征求意见阶段: the public and the units are asked, the timer closes, every opinion is disposed of and reviewed. */
export function consultingScenes(): Scene[] {
  return [
    scene('2021-08-31', '08:50', writeNotice),
    scene('2021-08-31', '09:00', (stage) => stage.stepForward().then(() => undefined)),
    ...publicDays.map((day, index) => scene(day, '11:00', (stage) => receivePublic(stage, index))),
    ...replyDays.map((day, index) => scene(day, '15:00', (stage) => receiveReplies(stage, index))),
    scene('2021-09-16', '10:00', splitLetter),
    scene('2021-09-28', '10:00', (stage) => stage.stepTooEarly()),
    scene('2021-10-08', '09:30', (stage) => assignAll(stage)),
    scene('2021-10-09', '09:00', (stage) => importText(stage, '03-lunzhenggao.md').then(() => undefined)),
    scene('2021-10-09', '10:00', (stage) => disposeAll(stage)),
    scene('2021-10-09', '16:00', (stage) => receiveOne(stage, '逾期')),
    scene('2021-10-11', '09:00', (stage) => stage.stepTooEarly()),
    scene('2021-10-11', '10:00', approveAll),
    scene('2021-10-11', '16:00', (stage) => stage.stepForward().then(() => undefined)),
  ];
}

async function writeNotice(stage: Stage): Promise<void> {
  await stage.perform(prepareNotice, office, {
    title: '关于公开征求《质量强国建设纲要上海实施方案（征求意见稿）》意见的公告',
    explanation: '为贯彻落实质量强国建设的决策部署，市质量办组织起草了征求意见稿，现向社会公开征求意见。',
    howToSubmit: '可以在网上逐条提出意见，也可以来信，信封上注明“实施方案征求意见”。',
  });
}

const receive = (stage: Stage, opinion: Sent<typeof receiveOpinion>) =>
  stage.perform(receiveOpinion, somebody, opinion);

/** Somebody with a name and an address, so that the play shows that neither leaves the register. */
const citizen = (number: number) => ({
  category: '社会公众' as const,
  personName: `推演市民${number}`,
  personContact: `citizen-${number}@example.org`,
});

async function receivePublic(stage: Stage, index: number): Promise<void> {
  const share = Math.ceil(stage.opinions / publicDays.length);
  const count = Math.min(share, stage.opinions - share * index);
  const clauses = await clauseIds(stage);
  for (let number = 0; number < count; number++) {
    await receive(stage, {
      channel: stage.chance.happens(0.85) ? '网上' : '电子邮件',
      content: publicPoint(stage.chance),
      proposer: stage.chance.happens(0.7)
        ? citizen(share * index + number + 1)
        : { category: '企业' as const },
      clauseId: stage.chance.happens(0.8) ? stage.chance.pick(clauses) : null,
    });
  }
  if (count > 0) stage.tell(`收到公众意见${count}条`);
}

async function receiveOne(stage: Stage, why: string): Promise<void> {
  if (stage.opinions === 0) return;
  await receive(stage, {
    channel: '信函',
    content: publicPoint(stage.chance),
    proposer: { category: '社会公众' },
  });
  stage.tell(`收到${why}意见1条`);
}

/** A letter with two points becomes two opinions that keep where they came from. */
async function splitLetter(stage: Stage): Promise<void> {
  if (stage.opinions === 0) return;
  const content = '一、建议完善质量激励政策。二、建议加强质量人才培养。';
  const letter = await receive(stage, { channel: '信函', content, proposer: { category: '社会组织' } });
  const parts = [{ content: '建议完善质量激励政策。' }, { content: '建议加强质量人才培养。' }];
  const split = { opinionId: letter.id, revision: 1, parts };
  await stage.perform(splitOpinion, office, split);
}

async function receiveReplies(stage: Stage, index: number): Promise<void> {
  const filter = { kind: 'reply' as const, states: ['owed', 'drafting'] };
  const owed = await stage.get(ObligationsQuery).list(stage.compilationId, filter);
  const clauses = await clauseIds(stage);
  const replying = owed.filter(() => stage.chance.happens(index === replyDays.length - 1 ? 0.7 : 0.4));
  for (const { id, unitId } of replying) {
    const noOpinion = stage.chance.happens(0.6);
    const opinions = noOpinion
      ? []
      : [{ content: unitPoint(stage.chance), clauseId: stage.chance.pick(clauses) }];
    const actor: Actor = { kind: 'unit', id: unitId };
    await stage.perform(submitReply, actor, { obligationId: id, noOpinion, opinions });
  }
  stage.tell(`${replying.length}家单位回函`);
}

/** Every opinion in a state, a page at a time. */
async function opinionsIn(stage: Stage, state: string, late?: boolean): Promise<OpinionView[]> {
  const all: OpinionView[] = [];
  let after: OpinionPage['next'] = null;
  do {
    const filter = late === undefined ? { state } : { state, late };
    const page: OpinionPage = await stage.get(OpinionsQuery).page(stage.compilationId, filter, after, 500);
    all.push(...page.opinions);
    after = page.next;
  } while (after !== null);
  return all;
}

const idsOf = (opinions: OpinionView[]): string[] => opinions.map(({ id }) => id);

/** As many as one act takes. */
const mostTogether = 500;

export async function assignAll(stage: Stage): Promise<void> {
  const received = idsOf(await opinionsIn(stage, 'received'));
  for (const [index, opinionIds] of slicesOf(received, 100).entries()) {
    const handler = (index % 2 === 0 ? office : secondOffice).id;
    await stage.perform(assignOpinions, office, { opinionIds, handler });
  }
  stage.tell(`分派意见${received.length}条`);
}

const amendment = '细化本条任务的责任单位、完成时限和评价办法，吸收各方面提出的合理意见。';

/** Like opinions are disposed of together: one decision and, where it changes the text, one clause that is changed. */
export async function disposeAll(stage: Stage, choose = drawDecision): Promise<void> {
  const assigned = await opinionsIn(stage, 'assigned');
  const clauses = await clauseIds(stage);
  const bins = new Map(decisions.map((decision) => [decision, [] as OpinionView[]]));
  for (const opinion of assigned) bins.get(choose(stage.chance))?.push(opinion);
  for (const [{ disposition, reason }, opinions] of bins) {
    for (const handler of [office, secondOffice]) {
      const own = idsOf(opinions.filter((opinion) => opinion.handler === handler.id));
      for (const opinionIds of slicesOf(own, mostTogether)) {
        const changedClauseId = stage.chance.pick(clauses);
        if (changesText(disposition)) await amendClause(stage, changedClauseId, amendment);
        const order = { opinionIds, disposition, reason, changedClauseId };
        await stage.perform(disposeOpinions, handler, order);
      }
    }
  }
  stage.tell(`办理意见${assigned.length}条`);
}

export async function approveAll(stage: Stage): Promise<void> {
  const disposed = idsOf(await opinionsIn(stage, 'disposed'));
  for (const opinionIds of slicesOf(disposed, mostTogether)) {
    await stage.perform(approveDispositions, reviewOffice, { opinionIds });
  }
  stage.tell(`复核意见${disposed.length}条`);
}
