import { z } from 'zod';
import { Database } from '../platform/index.js';
import { ApiController, inCompilation, type InputOf, read, Route } from '../web/index.js';
import { attendanceShareNames, expertRules } from '../../workflows/index.js';
import { plenaryRule } from './meeting-rules.js';

const routes = {
  rules: read(`${inCompilation}/meeting-rules`, {
    summary: '会议规则：书面论证意见的份数，全体会议的到会家数',
    response: z.object({
      leastOpinions: z.number().int(),
      expertSource: z.string(),
      attendance: z.enum(attendanceShareNames),
      title: z.string(),
      source: z.string(),
      revision: z.number().int(),
    }),
  }),
};

/** The rules by which meetings are counted. */
@ApiController('会议')
export class MeetingRulesController {
  constructor(private readonly database: Database) {}

  @Route(routes.rules)
  async rules({ params }: InputOf<typeof routes.rules>) {
    const rule = await this.database.read((reader) => plenaryRule(reader, params.compilationId));
    return { leastOpinions: expertRules.leastOpinions, expertSource: expertRules.source, ...rule };
  }
}
