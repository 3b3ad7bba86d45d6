import { z } from 'zod';
import { HealthQuery, type Readiness } from './health.query.js';
import { ApiController, read, Route } from './route.js';

const readinessSchema = z.object({
  migrated: z.literal(true),
  ledgers: z.number().int().describe('台账可读的编制项目数'),
  backlogSeconds: z.number().int().describe('最早一项到期而未办的事务已等待的秒数'),
});

const routes = {
  health: read('/healthz', {
    by: 'anyone',
    summary: '进程在运行',
    response: z.object({ ok: z.literal(true) }),
  }),
  readiness: read('/readyz', {
    by: 'anyone',
    summary: '能够办理业务：数据库可用、结构已更新、台账可读，以及待办事务积压多久',
    description: '不能办理业务时以503回答。',
    response: readinessSchema,
  }),
};

@ApiController('运行状况')
export class HealthController {
  constructor(private readonly query: HealthQuery) {}

  @Route(routes.health)
  health(): { ok: true } {
    return { ok: true };
  }

  @Route(routes.readiness)
  readiness(): Promise<Readiness> {
    return this.query.readiness();
  }
}
