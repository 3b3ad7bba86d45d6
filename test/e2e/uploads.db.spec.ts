import { Credentials } from '../support/credentials.js';
import { type HttpHouse, openHttpHouse } from '../support/http-house.js';

interface Problem {
  code: string;
  detail: string;
}

interface Report {
  updated: { name: string; changes: { to: string }[] }[];
  errors: { row: number }[];
}

const form = (...files: [string, string | Uint8Array<ArrayBuffer>][]): FormData => {
  const data = new FormData();
  for (const [name, content] of files) data.append('file', new Blob([content]), name);
  return data;
};

const roster = '单位全称,备注\n上海市市场监督管理局,来函寄办公室\n';

describe('an upload', () => {
  let house: HttpHouse;
  let units: string;
  beforeAll(async () => {
    house = await openHttpHouse();
    units = `/api/v1/compilations/${house.compilationId}/units/import`;
  });
  afterAll(() => house.close());

  const refusal = async (body: FormData) => {
    const { status, json } = await house.call<Problem>(units, { body });
    return [status, json.code];
  };

  it('is read whole and may bear a Chinese name', async () => {
    const { status, json } = await house.call<Report>(`${units}/preview`, {
      body: form(['名册（修订）.csv', roster]),
    });
    expect(status).toBe(200);
    expect(json.updated).toMatchObject([{ name: '上海市市场监督管理局', changes: [{ to: '来函寄办公室' }] }]);
  });

  it('over 20 MB is refused, not cut', async () => {
    const large = new Uint8Array(20 * 1024 * 1024 + 1).fill(0x20);
    expect(await refusal(form(['名册.csv', large]))).toEqual([413, 'file-too-large']);
    expect(await refusal(form(['名册.csv', large.subarray(0, 1024)]))).not.toEqual([413, 'file-too-large']);
  });

  it('brings exactly one file and only fields that are known', async () => {
    expect(await refusal(form(['一.csv', roster], ['二.csv', roster]))).toEqual([413, 'too-many-parts']);
    expect(await refusal(form())).toEqual([400, 'file-missing']);
    const extra = form(['名册.csv', roster]);
    extra.append('note', 'x');
    expect(await refusal(extra)).toEqual([400, 'invalid-input']);
    const long = new FormData();
    long.append('note', 'x'.repeat(400_000));
    expect(await refusal(long)).toEqual([413, 'field-too-long']);
  });

  it('must be multipart, and goes only where a file is asked for', async () => {
    const { json } = await house.call<Problem>(units, { body: { file: 'x' } });
    expect(json.code).toBe('not-multipart');
    const issues = `/api/v1/compilations/${house.compilationId}/issues`;
    const answer = await house.call<Problem>(issues, { body: form(['名册.csv', roster]) });
    expect([answer.status, answer.json.code]).toEqual([415, 'file-not-expected']);
  });

  it('that breaks off is refused', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    const body = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n单位';
    const { status, json } = await house.call<Problem>(units, { method: 'POST', body, headers });
    expect([status, json.code]).toEqual([400, 'malformed-form']);
  });

  it('comes back as it was: an export can be imported and changes nothing', async () => {
    const address = `/api/v1/compilations/${house.compilationId}/units/export?format=xlsx`;
    const credentials = await new Credentials(house).headersFor('secretariat:office-1', address);
    const answer = await fetch(house.url + address, { headers: credentials });
    expect(answer.headers.get('content-disposition')).toContain(
      `filename*=UTF-8''${encodeURIComponent('单位名册')}.xlsx`,
    );
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const { status, json } = await house.call<Report>(`${units}/preview`, {
      body: form(['名册.xlsx', bytes]),
    });
    expect([status, json.updated, json.errors]).toEqual([200, [], []]);
  });
});
