import { Worker } from '../../src/worker/index.js';
import { type ApiDocument, type Operation, operationsOf, pathWith } from '../support/api-description.js';
import { badCalls } from '../support/bad-input.js';
import { type Answer, type HttpHouse, openHttpHouse } from '../support/http-house.js';
import { someOf } from '../support/some-of.js';

interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  code: string;
}

const chinese = /[\u4e00-\u9fff]/;

/** Why an answer is no Chinese problem document, or null when it is one. */
function faultOf(answer: Answer): string | null {
  const { status, headers, json, text } = answer as Answer<Problem>;
  if (status >= 500) return `answered ${status}: ${text.slice(0, 200)}`;
  if (headers.get('content-type') !== 'application/problem+json; charset=utf-8')
    return `is ${status}, no problem`;
  if (json.status !== status) return `says ${json.status} but is ${status}`;
  if (!chinese.test(json.detail) || !chinese.test(json.title)) return `is not Chinese: ${text.slice(0, 200)}`;
  return /\n\s+at |SQLITE|pg_|src\//.test(text) ? `shows the inside: ${text.slice(0, 200)}` : null;
}

describe('every route of the API', () => {
  let house: HttpHouse;
  let operations: Operation[];
  let ids: Record<string, string>;

  beforeAll(async () => {
    house = await openHttpHouse();
    operations = operationsOf((await house.call<ApiDocument>('/api/openapi.json')).json);
    const all = `/api/v1/compilations/${house.compilationId}`;
    await house.call(`${all}/advance`, { body: { event: 'startCompilation' } });
    const { json } = await house.call<{ items: { id: string; unitId: string }[] }>(
      `${all}/obligations?limit=1`,
    );
    ids = {
      compilationId: house.compilationId,
      obligationId: json.items[0].id,
      unitId: json.items[0].unitId,
    };
  });
  afterAll(() => house.close());

  const known = ({ path }: Operation) => [...path.matchAll(/\{(\w+)\}/g)].every((match) => match[1] in ids);
  const addressOf = ({ path, query }: Operation) =>
    `${pathWith(path, ids)}?${query
      .filter((field) => field.required)
      .map((field) => `${field.name}=x`)
      .join('&')}`;

  // What is published after the consultation is not there yet; everything else is, if only empty.
  it('answers a read with what its description promises', async () => {
    const failures: string[] = [];
    for (const operation of operations.filter(({ method }) => method === 'GET').filter(known)) {
      const { status, text } = await house.call(addressOf(operation));
      if (status !== (operation.path.endsWith('/feedback') ? 404 : 200))
        failures.push(`${operation.path} answered ${status}: ${text.slice(0, 200)}`);
    }
    expect(failures).toEqual([]);
  });

  it('takes its own example: it is refused for how things stand, never for its form', async () => {
    const failures: string[] = [];
    for (const { method, path, example } of operations.filter(
      (operation) => operation.example !== undefined,
    )) {
      const answer = await house.call<Problem>(pathWith(path, ids), { method, body: example });
      if (answer.status >= 300 && (faultOf(answer) !== null || answer.json.code === 'invalid-input'))
        failures.push(`${method} ${path} answered ${answer.status}: ${answer.text.slice(0, 300)}`);
    }
    expect(failures).toEqual([]);
  });

  it('asks strangers to sign in before it reads or changes anything of a compilation', async () => {
    const failures: string[] = [];
    for (const { method, path, example } of operations.filter((operation) =>
      operation.path.includes('/v1/'),
    )) {
      const body = method === 'GET' ? undefined : example;
      const answer = await house.call(pathWith(path, ids), { method, body, actor: null });
      if (answer.status !== 401 || faultOf(answer) !== null) failures.push(`${method} ${path}`);
    }
    expect(failures).toEqual([]);
  });

  it('refuses a change by somebody who may only look', async () => {
    const failures: string[] = [];
    // Tokens of one's own an auditor may have too.
    const ofOthers = operations.filter(({ changes, roles }) => changes && !roles.includes('auditor'));
    for (const { method, path, example } of ofOthers) {
      const answer = await house.call(pathWith(path, ids), {
        method,
        body: example,
        actor: 'auditor:audit-1',
      });
      if (answer.status !== 403 || faultOf(answer) !== null) failures.push(`${method} ${path}`);
    }
    expect(failures).toEqual([]);
  });

  it('answers bad input with a Chinese problem, and never fails', async () => {
    const failures: string[] = [];
    for (const [turn, operation] of operations.entries()) {
      for (const { what, path, options } of someOf(badCalls(operation, ids), turn)) {
        const answer = await house.call(path, options);
        const fault = answer.status < 300 ? null : faultOf(answer);
        if (fault !== null) failures.push(`${what} ${fault}`);
      }
    }
    expect(failures).toEqual([]);
  }, 600_000);

  it('refuses a field that it does not know, so that nothing misspelt vanishes', async () => {
    const failures: string[] = [];
    for (const { method, path, example, takesFile, roles } of operations) {
      const role = (['secretariat', 'administrator'] as const).find((one) => roles.includes(one));
      const actor = role === undefined ? 'expert:somebody' : `${role}:office-1`;
      const unknown = { unknownField: 1 };
      const answer =
        method === 'GET'
          ? await house.call(`${pathWith(path, ids)}?unknownField=1`)
          : await house.call(pathWith(path, ids), {
              method,
              actor,
              body: { ...(example as object), ...unknown },
            });
      if (answer.status !== (takesFile ? 415 : 400))
        failures.push(`${method} ${path} answered ${answer.status}`);
    }
    expect(failures).toEqual([]);
  });

  it('has left the ledger whole and every due job done', async () => {
    const { json } = await house.call(`/api/v1/compilations/${ids.compilationId}/ledger/verification`);
    expect(json).toMatchObject({ ok: true, firstBad: null });
    await house.get(Worker).runDue();
  });
});
