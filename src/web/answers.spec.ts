import { HttpException, NotFoundException } from '@nestjs/common';
import { GateRefusal } from '../engine/index.js';
import { StaleRevision } from '../platform/index.js';
import { download } from './download.js';
import { instant } from '../platform/index.js';
import { pageFrom } from './page.js';
import { problemOf } from './problem.js';

describe('a problem', () => {
  it('says what a refusal says', () => {
    expect(problemOf(new StaleRevision('该期限'), '/x')).toEqual({
      type: 'urn:bianzhi:problem:stale-revision',
      title: '与当前情况冲突',
      status: 409,
      detail: '该期限在您打开之后已被修改，您的修改没有保存。请对照现在保存的内容，合并后再提交。',
      instance: '/x',
      code: 'stale-revision',
    });
  });

  it('lists each unmet requirement of a gate', () => {
    const line = {
      requirement: 'materialsSettled',
      title: '材料',
      sentence: '还有7家。',
      facts: { open: 7 },
      met: false,
      blocking: true,
    };
    expect(problemOf(new GateRefusal('closeMaterials', '结束材料收集', [line]), '/x')).toMatchObject({
      event: 'closeMaterials',
      unmet: [{ requirement: 'materialsSettled', sentence: '还有7家。', facts: { open: 7 } }],
    });
  });

  it('translates what the server below complains of, however it is wrapped', () => {
    const fault = Object.assign(new Error('Body is too large'), {
      code: 'FST_ERR_CTP_BODY_TOO_LARGE',
      statusCode: 413,
    });
    expect(problemOf(fault, '/x')?.code).toBe('body-too-large');
    expect(problemOf(new HttpException('x', 413, { cause: fault }), '/x')?.code).toBe('body-too-large');
    expect(problemOf(new NotFoundException('Cannot GET /x'), '/x')?.code).toBe('unknown-address');
  });

  it('is not made of an unexpected error: that has inside what nobody else may see', () => {
    expect(problemOf(new Error('SQLITE_CORRUPT'), '/x')).toBeUndefined();
    expect(problemOf(new HttpException('x', 502), '/x')).toBeUndefined();
    expect(problemOf('thrown text', '/x')).toBeUndefined();
  });
});

describe('a page', () => {
  const all = ['a', 'b', 'c', 'd', 'e'];
  const page = (limit: number, cursor?: string) => pageFrom(all, { limit, cursor }, (item) => item);

  it('goes on where the one before it ended', () => {
    expect(page(2)).toEqual({ items: ['a', 'b'], next: 'b' });
    expect(page(2, 'b')).toEqual({ items: ['c', 'd'], next: 'd' });
    expect(page(2, 'd')).toEqual({ items: ['e'], next: null });
  });

  it('is the last when it ends with the list', () => {
    expect(page(5)).toEqual({ items: all, next: null });
    expect(page(2, 'e')).toEqual({ items: [], next: null });
  });

  it('does not begin again when the row it should follow is gone', () => {
    expect(page(2, 'x')).toEqual({ items: [], next: null });
  });
});

describe('an answer', () => {
  it('writes instants as ISO 8601 in UTC', () => {
    expect(instant.parse(Date.UTC(2021, 6, 26, 15, 59, 59, 999))).toBe('2021-07-26T15:59:59.999Z');
  });

  it('names a downloaded file in Chinese, with a name for those who cannot read it', () => {
    const { options } = download(Buffer.from('x'), 'text/csv', "名册（终'稿'）.csv");
    expect(options).toMatchObject({
      disposition: `attachment; filename="________.csv"; filename*=UTF-8''%E5%90%8D%E5%86%8C%EF%BC%88%E7%BB%88%27%E7%A8%BF%27%EF%BC%89.csv`,
      length: 1,
    });
  });
});
