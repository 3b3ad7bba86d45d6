import { type DatabaseFault, faultOf, leavesCommitUnknown } from './faults.js';

const coded = (code: string) => Object.assign(new Error('in English'), { code });
const wrapped = (code: string) => Object.assign(new Error('QueryFailedError'), { driverError: coded(code) });
const sentence = (error: unknown, outcome: DatabaseFault['outcome'] = 'unsaved') =>
  faultOf(error, outcome)?.userMessage;

describe('a fault of the database', () => {
  it('is told by its cause, what became of the act, and what to do', () => {
    expect(sentence(wrapped('SQLITE_FULL'))).toBe('磁盘已满，没有保存；请稍候再试，或者告诉管理员。');
    expect(sentence(wrapped('53100'))).toBe('磁盘已满，没有保存；请稍候再试，或者告诉管理员。');
    expect(sentence(coded('SQLITE_CORRUPT_VTAB'), 'read')).toBe(
      '数据库文件已损坏，暂时不能查看；请稍候再试，或者告诉管理员。',
    );
    expect(sentence(coded('ECONNRESET'), 'unknown')).toContain('不能确定是否已经保存');
    expect(sentence(coded('EACCES'), 'start')).toContain('请检查数据文件夹是否存在、是否有读写权限后再启动');
  });

  it.each([
    ['SQLITE_FULL', 'disk-full'],
    ['SQLITE_IOERR_WRITE', 'disk-error'],
    ['SQLITE_IOERR_SHMSIZE', 'disk-error'],
    ['SQLITE_CANTOPEN', 'database-missing'],
    ['SQLITE_CORRUPT', 'database-corrupt'],
    ['SQLITE_NOTADB', 'database-corrupt'],
    ['SQLITE_READONLY_DBMOVED', 'database-read-only'],
    ['SQLITE_BUSY', 'database-busy'],
    ['SQLITE_BUSY_RECOVERY', 'database-busy'],
    ['53100', 'disk-full'],
    ['25006', 'database-read-only'],
    ['53300', 'database-overloaded'],
    ['57P01', 'database-unreachable'],
    ['57P03', 'database-unreachable'],
    ['08006', 'database-unreachable'],
    ['55P03', 'database-busy'],
    ['40P01', 'database-busy'],
    ['3D000', 'database-closed-to-us'],
    ['28P01', 'database-closed-to-us'],
    ['ECONNREFUSED', 'database-unreachable'],
  ])('of code %s is %s', (code, why) => {
    expect(faultOf(wrapped(code), 'unsaved')?.why).toBe(why);
  });

  it('is known without a code, and behind several addresses of one host', () => {
    const silent = new Error('Connection terminated unexpectedly');
    expect(faultOf(silent, 'unsaved')?.why).toBe('database-unreachable');
    const both = new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')]);
    expect(faultOf(both, 'start')?.why).toBe('database-unreachable');
  });

  it('is not what a statement or the program did wrong', () => {
    expect(faultOf(wrapped('SQLITE_CONSTRAINT_UNIQUE'), 'unsaved')).toBeUndefined();
    expect(faultOf(wrapped('23505'), 'unsaved')).toBeUndefined();
    expect(faultOf(new Error('boom'), 'unsaved')).toBeUndefined();
    expect(faultOf(coded('ENOENT'), 'read')).toBeUndefined();
  });

  it('leaves a COMMIT unknown only when its answer was lost or the disk failed under it', () => {
    const unknown = (code: string) => leavesCommitUnknown(faultOf(wrapped(code), 'unsaved')!);
    expect(['ECONNRESET', '57P01', 'SQLITE_IOERR_FSYNC'].map(unknown)).toEqual([true, true, true]);
    expect(['SQLITE_FULL', '53100', '25006', 'SQLITE_BUSY'].map(unknown)).toEqual(Array(4).fill(false));
  });
});
