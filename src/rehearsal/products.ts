import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type INestApplicationContext } from '@nestjs/common';
import { DispositionTableQuery, OpinionsQuery, UnitSummaryQuery } from '../consultation/index.js';
import { SubmissionTableQuery } from '../materials/index.js';
import { ObligationsQuery } from '../obligations/index.js';
import { PacketQuery } from '../packet/index.js';
import { writeWholeFile } from '../platform/index.js';
import { type Summary } from './summary.js';

export async function countObligations(
  app: INestApplicationContext,
  compilationId: string,
): Promise<Summary['obligations']> {
  const progress = await app.get(ObligationsQuery).progress(compilationId, 'material');
  const { total, accepted, waived, handedInLate } = progress[progress.length - 1];
  return { owed: total, accepted, waived, late: handedInLate };
}

export async function countOpinions(
  app: INestApplicationContext,
  compilationId: string,
): Promise<Summary['opinions']> {
  const { dispositions } = await app.get(OpinionsQuery).counts(compilationId);
  return {
    total: dispositions.total,
    adopted: dispositions.采纳,
    partlyAdopted: dispositions.部分采纳,
    notAdopted: dispositions.不采纳,
    alreadyReflected: dispositions.已有体现,
    keptForStudy: dispositions.留作研究,
  };
}

/** The packet that was submitted last. */
export async function writePacket(
  app: INestApplicationContext,
  compilationId: string,
  file: string,
): Promise<Summary['packet']> {
  const query = app.get(PacketQuery);
  const build = await query.latest(compilationId);
  if (build === null || build.sha256 === null) return null;
  await writeWholeFile(file, await query.stream(compilationId, build.id));
  return { path: 'packet.zip', sha256: build.sha256 };
}

/** The tables of a finished compilation, in the formats that others rely on. */
export async function writeTables(
  app: INestApplicationContext,
  compilationId: string,
  folder: string,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const write = async (file: string, bytes: Promise<AsyncIterable<Buffer>> | AsyncIterable<Buffer>) =>
    writeWholeFile(join(folder, file), await bytes);
  for (const format of ['docx', 'xlsx', 'csv', 'html'] as const) {
    await write(`disposition.${format}`, app.get(DispositionTableQuery).render(compilationId, format));
  }
  await write('submissions.xlsx', app.get(SubmissionTableQuery).render(compilationId, 'xlsx'));
  await write('units.xlsx', app.get(UnitSummaryQuery).render(compilationId, 'xlsx'));
}
