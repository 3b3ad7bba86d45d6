import { Injectable } from '@nestjs/common';
import { dateOf, formatDateTime } from '../../calendar/index.js';
import { OpinionsQuery } from '../../consultation/index.js';
import { DirectoryQuery, contactRoleTitles } from '../../directory/index.js';
import { type MaterialView, SubmissionsQuery } from '../../materials/index.js';
import {
  isOutstanding,
  isSettled,
  type ObligationRow,
  type ObligationStory,
  ObligationStoryQuery,
} from '../../obligations/index.js';
import { Clock, type Instant } from '../../platform/index.js';
import { areaPath } from '../frame/navigation.js';
import { PartyNames } from '../words/party-names.js';
import { courseView } from './course-view.js';
import { documentView } from './document-view.js';
import { materialsPath, storyPath } from './register-fields.js';
import { arrivedText, statusView } from './status-view.js';

const largestReply = 500;

/** One unit's whole story with one obligation, ready to print. */
@Injectable()
export class StoryPage {
  constructor(
    private readonly stories: ObligationStoryQuery,
    private readonly submissions: SubmissionsQuery,
    private readonly opinions: OpinionsQuery,
    private readonly directory: DirectoryQuery,
    private readonly clock: Clock,
    private readonly parties: PartyNames,
  ) {}

  async view(compilationId: string, obligationId: string, mayAct: boolean) {
    const story = await this.stories.story(compilationId, obligationId);
    const row = story.obligation;
    const path = storyPath(compilationId, obligationId);
    const isMaterial = row.kind === 'material';
    const material = isMaterial ? await this.submissions.material(compilationId, obligationId) : null;
    const state = material === null ? null : materialView(path, material);
    return {
      title: `${row.unitName}　${row.title}`,
      unitName: row.unitName,
      what: row.title,
      status: statusView(row),
      sentence: sentenceOf(row),
      facts: factsOf(row, this.clock.now()),
      waiver: row.waiver,
      returned: row.state === 'returned' ? row.returnComments : [],
      material: state,
      reply: isMaterial ? null : await this.replyView(compilationId, row),
      course: courseView(story, `${areaPath(compilationId, 'reminders')}/mails`, {
        now: this.clock.now(),
        titleOf: await this.parties.titles(),
      }),
      requests: requestsView(compilationId, story),
      contacts: await this.contactsOf(row),
      acts: mayAct ? actsOf(path, row, dateOf(this.clock.now())) : null,
      back: materialsPath(compilationId),
    };
  }

  /** A frozen version as it was handed in. */
  async version(compilationId: string, obligationId: string, submissionId: string) {
    const story = await this.stories.story(compilationId, obligationId);
    const { submission, intact } = await this.submissions.frozenVersion(compilationId, submissionId);
    const { form, content, number, frozenAt, sha256, sm3, characters } = submission;
    return {
      title: `${story.obligation.unitName}　第${number}稿`,
      unitName: story.obligation.unitName,
      number,
      at: frozenAt === null ? '' : formatDateTime(frozenAt),
      ...{ sha256, sm3, intact, characters },
      document: documentView(form, content, []),
      back: storyPath(compilationId, obligationId),
    };
  }

  private async replyView(compilationId: string, { id, unitId, state }: ObligationRow) {
    const { opinions } = await this.opinions.page(compilationId, { unitId }, null, largestReply);
    const own = opinions.filter(({ obligationId }) => obligationId === id);
    return {
      answered: !isOutstanding(state) && state !== 'unanswered' && state !== 'waived',
      opinions: own.map(({ number, clauseLabel, content, stateTitle }) => ({
        ...{ number, content, stateTitle },
        clauseLabel: clauseLabel ?? null,
      })),
      path: areaPath(compilationId, 'consultation'),
    };
  }

  private async contactsOf({ unitId }: ObligationRow) {
    const unit = (await this.directory.units()).find(({ id }) => id === unitId);
    return (unit?.contacts ?? []).map(({ role, name, address }) => ({
      role: contactRoleTitles[role],
      name: name === contactRoleTitles[role] ? null : name,
      address,
    }));
  }
}

function sentenceOf(row: ObligationRow): string {
  const { word, note } = statusView(row);
  return `${row.unitName}的${row.title}：${word}${note === null ? '' : `，${note}`}。`;
}

const factsOf = (row: ObligationRow, now: Instant) => [
  { title: '单位类别', text: row.categoryTitle },
  { title: '期限', text: row.deadlineText },
  { title: '计法', text: row.rule },
  { title: '报送', text: row.handedInAt === null ? '尚未报送' : arrivedText(row, now) },
  {
    title: '签收通知',
    text: row.acknowledgedAt === null ? '尚未签收' : formatDateTime(Date.parse(row.acknowledgedAt)),
  },
  ...(row.round > 1 ? [{ title: '轮次', text: `第${row.round}轮` }] : []),
];

function materialView(path: string, material: MaterialView) {
  const { form, content, returnComments, length, frozen, files } = material;
  return {
    formTitle: material.formTitle,
    empty: material.revision === 0,
    revision: material.revision,
    characters: length.characters,
    expected: length.expected,
    document: documentView(form, content, returnComments),
    missing: [...material.missing],
    warnings: [...material.warnings],
    frozen: frozen.map(({ submissionId, number, frozenAt, sha256, sm3 }) => ({
      ...{ number, sha256, sm3 },
      at: formatDateTime(frozenAt),
      href: `${path}/versions/${submissionId}`,
    })),
    files: files.map(({ id, kind, name, size, sha256 }) => ({
      name,
      kind: kind === 'material' ? '报送材料' : '盖章报送函',
      size: `${Math.ceil(size / 1024)} KB`,
      sha256,
      href: `${path}/files/${id}`,
    })),
  };
}

const requestsView = (compilationId: string, { requests }: ObligationStory) =>
  requests.map(({ id, until, reason, requestedAt, answer, answerReason }) => ({
    ...{ until, reason, answerReason },
    asked: formatDateTime(Date.parse(requestedAt)),
    answer: answer === null ? null : { granted: '已同意', declined: '不予延期' }[answer],
    grant: `${materialsPath(compilationId)}/requests/${id}/grant`,
    decline: `${materialsPath(compilationId)}/requests/${id}/decline`,
  }));

/** Which acts the state offers; the use cases decide again. */
const actsOf = (path: string, { state, deadlineText }: ObligationRow, today: string) => ({
  path,
  today,
  deadlineText,
  review: state === 'submitted',
  extend: !isSettled(state),
  waive: isOutstanding(state),
  renew: !isSettled(state),
  revokeAcceptance: state === 'accepted',
  revokeWaiver: state === 'waived',
  any: state !== 'unanswered',
});
