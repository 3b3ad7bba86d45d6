import { taskFaults, linkWarnings } from './examine-tasks.js';
import { indicatorFaults, indicatorWarnings } from './examine-indicators.js';
import { type MaterialContent } from './material-content.js';
import { type MaterialForm, partsOf, partTitles } from './material-form.js';
import { lengthWarning, measureLength } from './material-length.js';
import { normaliseLabel } from './normalise-label.js';

/** The catalogue of research topics by number. */
export type TopicTitles = ReadonlyMap<number, string>;

export interface Examination {
  /** What holds the handing in back; each names one thing to fill in. */
  missing: string[];
  /** What the unit is told and may leave as it is. */
  warnings: string[];
}

/** Whether a material can be handed in, by the four parts or the report that its form asks for. */
export function examineMaterial(
  form: MaterialForm,
  content: MaterialContent,
  topics: TopicTitles,
): Examination {
  const emptyParts = partsOf(form)
    .filter((key) => content.parts[key].trim() === '')
    .map((key) => `“${partTitles[key]}”没有填写`);
  const length = measureLength(form, content);
  const tooShortOrLong = emptyParts.length > 0 ? null : lengthWarning(length);
  const particulars = form === 'research' ? examineReport(content, topics) : examineFourParts(content);
  return {
    missing: [...emptyParts, ...particulars.missing, ...attestation(content)],
    warnings: [...(tooShortOrLong === null ? [] : [tooShortOrLong]), ...particulars.warnings],
  };
}

function attestation({ attested }: MaterialContent): string[] {
  return attested ? [] : ['没有确认数据真实准确，请核对后勾选'];
}

function examineFourParts(content: MaterialContent): Examination {
  return {
    missing: [...indicatorFaults(content.indicators), ...taskFaults(content)],
    warnings: [...linkWarnings(content), ...indicatorWarnings(content.indicators)],
  };
}

const checklistTitles = { replicable: '可复制', referable: '可借鉴', scalable: '可推广' } as const;

/** 通知三、（三）、四、（一）1: a direction of the catalogue or 目录外, one's own title, data with their sources. */
function examineReport(content: MaterialContent, topics: TopicTitles): Examination {
  const { topic, title, checklist, sources } = content;
  const unanswered = (Object.keys(checklistTitles) as (keyof typeof checklistTitles)[])
    .filter((key) => checklist[key] === '')
    .map((key) => `没有说明成果的“${checklistTitles[key]}”情况`);
  const sameTitle = [...topics.values()].some((known) => normaliseLabel(known) === normaliseLabel(title));
  return {
    missing: [
      ...topicFaults(topic, topics),
      ...(title === '' ? ['没有填写自拟题目'] : []),
      ...unanswered,
      ...sourceFaults(sources),
    ],
    warnings: title !== '' && sameTitle ? ['题目与课题目录相同，通知要求参考目录拟定具体题目'] : [],
  };
}

function topicFaults(topic: MaterialContent['topic'], topics: TopicTitles): string[] {
  if (topic === null) return ['没有选定研究方向（课题目录中的一项或者目录外）'];
  return topic === 'outside' || topics.has(topic) ? [] : [`课题目录中没有第${topic}项，请重新选定研究方向`];
}

function sourceFaults(sources: MaterialContent['sources']): string[] {
  if (sources.length === 0) return ['没有列出论证数据的来源'];
  return sources.flatMap(({ item, source }, index) =>
    item === '' || source === '' ? [`第${index + 1}条数据来源没有写明数据或者出处`] : [],
  );
}
