import { raiseIssue } from '../../src/compilation/index.js';
import { receiveOpinion, submitReply } from '../../src/consultation/index.js';
import { ObligationsQuery } from '../../src/obligations/index.js';
import { type ConsultationOffice, publicActor } from './consultation-office.js';
import { react } from './drafts-steps.js';

/** What 500 people got for an answer when they acted at the same moment. */
export interface CrowdAnswers {
  received: { id: string; number: string }[];
  replied: { numbers: string[] }[];
  raised: { id: string }[];
  disposed: number;
}

/** 200 opinions of the public, 100 units' replies, 100 issues and 100 dispositions, begun alternately at once. */
export class Crowd {
  private assigned: string[] = [];
  private owed: { id: string; unitId: string }[] = [];

  constructor(private readonly office: ConsultationOffice) {}

  /** One after the other: what there must be before the crowd can act on it. */
  async gather(): Promise<void> {
    const { office } = this;
    await react(office, 'issueObligations', { kind: 'reply', deadlineKey: 'unitRepliesDue' });
    this.owed = await office.get(ObligationsQuery).list(office.compilationId, { kind: 'reply' });
    for (let index = 0; index < 100; index++) {
      this.assigned.push((await office.receive(`先到的意见${index}。`)).id);
    }
    await office.assign(...this.assigned);
  }

  async act(): Promise<CrowdAnswers> {
    const answers: CrowdAnswers = { received: [], replied: [], raised: [], disposed: 0 };
    const acts = Array.from({ length: 100 }, (_, index) => [
      this.receive(2 * index, answers),
      this.reply(index, answers),
      this.raise(index, answers),
      this.receive(2 * index + 1, answers),
      this.dispose(index, answers),
    ]);
    await Promise.all(acts.flat());
    return answers;
  }

  private async receive(index: number, answers: CrowdAnswers): Promise<void> {
    const content = `同时提出的意见${index}。`;
    const opinion = { channel: '网上', proposer: { category: '社会公众' }, content } as const;
    answers.received.push(await this.office.perform(receiveOpinion, opinion, publicActor));
  }

  private async reply(index: number, answers: CrowdAnswers): Promise<void> {
    const { id, unitId } = this.owed[index];
    const actor = { kind: 'unit' as const, id: unitId };
    const reply = { opinions: [{ content: `单位的意见${index}。` }] };
    answers.replied.push(await this.office.perform(submitReply, { obligationId: id, ...reply }, actor));
  }

  private async raise(index: number, answers: CrowdAnswers): Promise<void> {
    const views = [{ holder: '市质量办', view: '请研究', reason: '' }];
    const issue = { kind: '重大问题' as const, title: `同时提出的问题${index}`, views, proposal: '' };
    answers.raised.push(await this.office.perform(raiseIssue, issue));
  }

  private async dispose(index: number, answers: CrowdAnswers): Promise<void> {
    await this.office.dispose(this.assigned[index], '留作研究', { reason: '已研究。' });
    answers.disposed += 1;
  }
}
