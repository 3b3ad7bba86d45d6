import { type EntityManager } from 'typeorm';
import { findUnit } from '../../directory/index.js';
import { type Obligation } from '../../obligations/index.js';
import { emptyContent, examineMaterial, type Examination, formOf } from '../content/index.js';
import { topicTitles } from '../topics/topics.repository.js';
import { filesOf, latestSubmission } from './submission.repository.js';

/** What the latest version of an obligation's material lacks, and what the unit is told about it. */
export async function examineSubmission(
  reader: EntityManager,
  obligation: Pick<Obligation, 'id' | 'unitId' | 'compilationId'>,
): Promise<Examination> {
  const topics = await topicTitles(reader, obligation.compilationId);
  const latest = await latestSubmission(reader, obligation.id);
  if (latest === null) {
    const { category } = await findUnit(reader, obligation.unitId);
    return examineMaterial(formOf(category), emptyContent(), topics);
  }
  const { missing, warnings } = examineMaterial(latest.form, latest.content, topics);
  const files = await filesOf(reader, latest.id);
  const sealed = files.some((file) => file.kind === 'coverLetter');
  const unsealed = '尚未上传盖章的报送函扫描件，请与材料一并报送或者随后补送纸质件';
  return { missing, warnings: sealed ? warnings : [...warnings, unsealed] };
}
