import { Injectable } from '@nestjs/common';
import { AdoptionsQuery, type ConsultedUnits, UnitSummaryQuery } from '../../consultation/index.js';
import { excerpt, type PostName } from '../../platform/index.js';
import { workbenchPath } from './opinion-filter.js';
import { RegisterNames } from './register-names.js';

/** As many as the list names; the rest follow when these are settled. */
const mostUnchanged = 100;

/** What stands beside the counts of 征求意见: adoptions that hold the next draft, the units' replies, names of posts. */
@Injectable()
export class LandingAside {
  constructor(
    private readonly adopted: AdoptionsQuery,
    private readonly units: UnitSummaryQuery,
    private readonly names: RegisterNames,
  ) {}

  postName(): Promise<PostName> {
    return this.names.postName();
  }

  async replies(compilationId: string) {
    return repliesView(await this.units.units(compilationId));
  }

  /** What was adopted without its clause being changed holds the next draft; it is listed to be looked at. */
  async adoptions(compilationId: string) {
    const { unchanged, samples } = await this.adopted.unchanged(compilationId, mostUnchanged);
    if (unchanged === 0) return null;
    return {
      unchanged,
      shown: samples.length,
      list: samples.map(({ id, number, disposition, outcome, content }) => ({
        number,
        disposition,
        clause: (outcome.after ?? outcome.before)?.label ?? '',
        content: excerpt(content, 36),
        href: workbenchPath(compilationId, id, { state: 'reviewed' }),
      })),
    };
  }
}

/** ①–④ as every table prints them. */
export const repliesView = (counts: ConsultedUnits) => ({
  units: counts.consultedUnits,
  outspoken: counts.unitsWithOpinions,
  agreed: counts.repliedUnits - counts.unitsWithOpinions,
  silent: counts.silentUnits,
});
