import { OperatingFailure } from '../operating-failure.js';

/** What keeps the database from doing its work, as people are told. */
export type FaultCause =
  | 'disk-full'
  | 'disk-error'
  | 'database-corrupt'
  | 'database-read-only'
  | 'database-missing'
  | 'database-busy'
  | 'database-overloaded'
  | 'database-unreachable'
  | 'database-closed-to-us';

const said: Record<FaultCause, string> = {
  'disk-full': '磁盘已满',
  'disk-error': '读写磁盘出错',
  'database-corrupt': '数据库文件已损坏',
  'database-read-only': '数据库目前只能读取，不能写入',
  'database-missing': '打不开数据库文件',
  'database-busy': '数据库正被另一个程序占用',
  'database-overloaded': '数据库过于繁忙，连接数或者内存已用尽',
  'database-unreachable': '与数据库的连接已中断',
  'database-closed-to-us': '数据库拒绝登录，或者没有这个数据库',
};

const beforeStart: Record<FaultCause, string> = {
  'disk-full': '请清理磁盘后再启动',
  'disk-error': '请检查磁盘后再启动',
  'database-corrupt': '请停止使用该文件，以最近的备份恢复后再启动',
  'database-read-only': '请检查数据库文件及其所在文件夹的写入权限（或者所连的是否为只读的备库）后再启动',
  'database-missing': '请检查数据文件夹是否存在、是否有读写权限后再启动',
  'database-busy': '请停止占用它的程序后再启动',
  'database-overloaded': '请稍候再启动，或者告诉数据库管理员',
  'database-unreachable': '请检查数据库是否在运行、DATABASE_URL 中的主机和端口是否正确，然后再启动',
  'database-closed-to-us': '请核对 DATABASE_URL 中的用户、口令和库名后再启动',
};

/**
 * unsaved: it was a write, and nothing of it was kept; unknown: the answer to its COMMIT was lost; read: nothing was to
 * be kept; start: the process cannot begin.
 */
export type FaultOutcome = 'unsaved' | 'unknown' | 'read' | 'start';

const sentences: Record<FaultOutcome, (cause: FaultCause) => string> = {
  unsaved: (cause) => `${said[cause]}，没有保存；请稍候再试，或者告诉管理员。`,
  unknown: (cause) =>
    `保存时${said[cause]}，不能确定是否已经保存。请先刷新页面查看；确实没有保存的，再办理一次，或者告诉管理员。`,
  read: (cause) => `${said[cause]}，暂时不能查看；请稍候再试，或者告诉管理员。`,
  start: (cause) => `${said[cause]}，未启动。${beforeStart[cause]}。`,
};

/** A fault of the database, as opposed to one of the statement it was given. */
export class DatabaseFault extends OperatingFailure {
  constructor(
    readonly why: FaultCause,
    readonly outcome: FaultOutcome,
    cause: unknown,
  ) {
    super(why, sentences[outcome](why), { cause });
  }

  /** Without what became of the act: for whoever watches the process. */
  get reason(): string {
    return said[this.why];
  }

  /** Whether the connection is as good as before: another one held a lock, nothing broke. */
  get leavesConnectionWhole(): boolean {
    return this.why === 'database-busy';
  }
}

/** Extended codes of SQLite begin with the code they refine. */
const sqliteCauses: [RegExp, FaultCause][] = [
  [/^SQLITE_FULL/, 'disk-full'],
  [/^SQLITE_(BUSY|LOCKED|PROTOCOL)/, 'database-busy'],
  [/^SQLITE_IOERR_NOMEM|^SQLITE_NOMEM/, 'database-overloaded'],
  [/^SQLITE_(IOERR|INTERRUPT)/, 'disk-error'],
  [/^SQLITE_(CORRUPT|NOTADB)/, 'database-corrupt'],
  [/^SQLITE_(READONLY|PERM)/, 'database-read-only'],
  [/^SQLITE_CANTOPEN/, 'database-missing'],
];

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const postgresCauses: [RegExp, FaultCause][] = [
  [/^53100$/, 'disk-full'],
  [/^(58030|58P01|58P02)$/, 'disk-error'],
  [/^(XX001|XX002)$/, 'database-corrupt'],
  [/^25006$/, 'database-read-only'],
  // A lock not given in time, a deadlock, a serialisation failure, a statement that took too long.
  [/^(55P03|40P01|40001|57014)$/, 'database-busy'],
  [/^(53000|53200|53300|53400)$/, 'database-overloaded'],
  [/^(08...|57P0.|57000)$/, 'database-unreachable'],
  [/^(28...|3D000)$/, 'database-closed-to-us'],
];

/** Of Node's files and sockets. */
const systemCauses: [RegExp, FaultCause][] = [
  [/^(ENOSPC|EDQUOT)$/, 'disk-full'],
  [/^EIO$/, 'disk-error'],
  [/^EROFS$/, 'database-read-only'],
  [
    /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/,
    'database-unreachable',
  ],
];
/** Before the start nothing but the database is opened; later a missing file may be any other. */
const causesAtStart: [RegExp, FaultCause][] = [
  [/^(EACCES|EPERM|ENOTDIR|ENOENT|EEXIST|EISDIR)$/, 'database-missing'],
];
const causesByCode = [...sqliteCauses, ...postgresCauses, ...systemCauses];

/** What the drivers say without a code. */
const causesByMessage: [RegExp, FaultCause][] = [
  [/timeout exceeded when trying to connect/i, 'database-overloaded'],
  [/Connection terminated|connection error and is not queryable|Query read timeout/i, 'database-unreachable'],
  [
    /Client was closed|query runner is already released|Query ?Runner already released/i,
    'database-unreachable',
  ],
  [/database connection is not open/i, 'database-missing'],
];

/** The fault of the database behind an error, or undefined when the error is a refusal or the program's own. */
export function faultOf(error: unknown, outcome: FaultOutcome): DatabaseFault | undefined {
  if (error instanceof DatabaseFault)
    return error.outcome === outcome ? error : new DatabaseFault(error.why, outcome, error.cause);
  for (const link of chainOf(error)) {
    const why = causeOf(link, outcome);
    if (why !== undefined) return new DatabaseFault(why, outcome, error);
  }
  return undefined;
}

/** An error by its members, not its class: drivers bring classes of their own, and a test's realm has another Error. */
interface Link {
  code?: unknown;
  message?: unknown;
  cause?: unknown;
  driverError?: unknown;
  errors?: unknown;
}

function causeOf({ code, message }: Link, outcome: FaultOutcome): FaultCause | undefined {
  const known = outcome === 'start' ? [...causesByCode, ...causesAtStart] : causesByCode;
  if (typeof code === 'string') return known.find(([pattern]) => pattern.test(code))?.[1];
  return causesByMessage.find(([pattern]) => pattern.test(String(message)))?.[1];
}

/** TypeORM wraps the driver's errors, Node wraps those of several addresses. */
function chainOf(error: unknown): Link[] {
  if (typeof error !== 'object' || error === null) return [];
  const link = error as Link;
  const inner = [
    link.driverError,
    link.cause,
    ...(Array.isArray(link.errors) ? (link.errors as unknown[]) : []),
  ];
  return [link, ...inner.filter((next) => next !== error).flatMap(chainOf)];
}

/**
 * Whether a COMMIT that ended in this error may have been carried out all the same: its answer was lost, or the disk
 * failed after the last page was written. A full disk and a refused lock are known to have kept nothing.
 */
export function leavesCommitUnknown({ why }: DatabaseFault): boolean {
  return why === 'database-unreachable' || why === 'disk-error';
}
