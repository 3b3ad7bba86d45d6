import { type Writable, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { findCompilation, mailHeading } from '../../compilation/index.js';
import { Clock, Database, type Instant, PostNames } from '../../platform/index.js';
import { type DocumentFormat, type DocumentView, renderDocument, TemplateSet } from '../../render/index.js';
import { dispositions } from '../../../workflows/index.js';
import { nameCounts } from '../feedback/feedback-view.js';
import { type OpinionScope } from '../opinions/opinion-counts.js';
import { countByDisposition, type DispositionCounts } from '../opinions/register-counts.js';
import { consultedVersion } from '../notice/draft-title.js';
import { countConsultedUnits } from './consulted-units.js';
import { type DispositionRow, loadRowContext, pageRows, toRow } from './disposition-rows.js';

export interface DispositionTableOptions {
  /** 填写日期 and the date of the file; now when it is left out. */
  asOf?: Instant;
  /** Leaves out what was registered after this position of the ledger. */
  upToSeq?: number;
  /** The version whose wording 修改后条款 shows. */
  draftVersionId?: string;
}

/**
 * 征求意见汇总处理表: header, one row per opinion, the four counts of units, the five dispositions, and the check
 * that what was printed agrees with the register. One read model for all formats; rows are read as they are written.
 */
@Injectable()
export class DispositionTableQuery {
  constructor(
    private readonly database: Database,
    private readonly templates: TemplateSet,
    private readonly clock: Clock,
    private readonly posts: PostNames,
  ) {}

  /** For templates/documents/disposition. Inside an act it reads through the act's transaction. */
  async view(compilationId: string, options: DispositionTableOptions = {}): Promise<DocumentView> {
    const { upToSeq, draftVersionId, asOf = this.clock.now() } = options;
    const scope: OpinionScope = { compilationId, upToSeq };
    const [compilation, draftVersion] = await this.database.read(async (reader) => [
      await findCompilation(reader, compilationId),
      await consultedVersion(reader, compilationId),
    ]);
    const printed = noCounts();
    return {
      properties: { title: '征求意见汇总处理表', createdAt: asOf },
      head: {
        documentTitle: mailHeading(compilation).title,
        draftVersion,
        leadUnit: compilation.issuer,
        handlerRole: compilation.secretariat,
        telephone: compilation.contact.telephone,
        filledOn: asOf,
      },
      rows: this.rows(scope, draftVersionId, printed),
      tail: () => this.tail(scope, printed),
    };
  }

  /** The table as a stream of bytes. */
  async render(
    compilationId: string,
    format: DocumentFormat,
    options?: DispositionTableOptions,
  ): Promise<AsyncIterable<Buffer>> {
    return renderDocument(this.templates, 'disposition', format, await this.view(compilationId, options));
  }

  /** Writes the table to a file or a response and ends it. */
  async write(
    compilationId: string,
    format: DocumentFormat,
    sink: Writable,
    options?: DispositionTableOptions,
  ): Promise<void> {
    await pipeline(Readable.from(await this.render(compilationId, format, options)), sink);
  }

  private async *rows(
    scope: OpinionScope,
    draftVersionId: string | undefined,
    printed: DispositionCounts,
  ): AsyncGenerator<DispositionRow> {
    const context = await this.database.read((reader) =>
      loadRowContext(reader, this.posts, scope.compilationId, draftVersionId),
    );
    for await (const stored of pageRows((fn) => this.database.read(fn), scope)) {
      const row = toRow(stored, ++printed.total, context);
      const disposition = dispositions.find((name) => name === row.disposition);
      if (disposition !== undefined) printed[disposition] += 1;
      yield row;
    }
  }

  /** 核对: the items of the register less the five dispositions that were printed; 0 when everything agrees. */
  private async tail(scope: OpinionScope, printed: DispositionCounts): Promise<object> {
    const register = await this.database.read((reader) => countByDisposition(reader, scope));
    const units = await this.database.read((reader) => countConsultedUnits(reader, scope.compilationId));
    const { open, ...named } = nameCounts(printed);
    const difference = register.total - (printed.total - open);
    return { noOpinions: printed.total === 0, ...units, ...named, difference };
  }
}

const noCounts = (): DispositionCounts => ({
  total: 0,
  采纳: 0,
  部分采纳: 0,
  不采纳: 0,
  已有体现: 0,
  留作研究: 0,
});
