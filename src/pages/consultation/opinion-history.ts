import { formatMoment } from '../../calendar/index.js';
import { type OpinionView } from '../../consultation/index.js';
import { type Instant, type PostName } from '../../platform/index.js';

/** What happened to an opinion, from the instants the register keeps with it; the ledger has every act. */
export function historyOf(
  opinion: OpinionView,
  now: Instant,
  postName: PostName,
): { at: string; what: string }[] {
  const { receivedAt, registeredAt, assignedAt, handler, disposedAt, disposedBy, disposition } = opinion;
  const { reviewedAt, reviewedBy, returnReason, erasedAt, late } = opinion;
  const happened: [number | null, string][] = [
    [receivedAt, late ? '收到，已过截止时间，标为逾期' : '收到'],
    [registeredAt === receivedAt ? null : registeredAt, `登记为${opinion.number}`],
    [assignedAt, `分派给${postName(handler, '承办岗位')}`],
    [disposedAt, `${postName(disposedBy, '承办岗位')}办理为“${disposition ?? ''}”`],
    [reviewedAt, `${postName(reviewedBy, '复核岗位')}复核通过`],
    [erasedAt, '应本人要求删除姓名和联系方式'],
  ];
  const lines = happened
    .flatMap(([at, what]) => (at === null ? [] : [{ time: at, what }]))
    .sort((a, b) => a.time - b.time)
    .map(({ time, what }) => ({ at: formatMoment(time, now), what }));
  return returnReason === null ? lines : [...lines, { at: '', what: `退回重办：${returnReason}` }];
}
