import { Chance } from '../../src/rehearsal/chance.js';
import { scenesOf2021 } from '../../src/rehearsal/scenes/index.js';
import { playScenes, Stage } from '../../src/rehearsal/stage.js';
import { exampleId } from '../../src/web/index.js';
import { type ApiDocument, operationsOf, pathWith } from '../support/api-description.js';
import { type HttpHouse, openHttpHouse } from '../support/http-house.js';
import { someOf } from '../support/some-of.js';

interface List {
  items: { id: string }[];
}

/** Lists in which nothing is left when everything ended well, or which a rehearsal does not fill. */
const emptyAtTheEnd = [
  '/held-comments',
  'gates',
  'extension-requests',
  'reminders/preview',
  'opinions/orphans',
];

describe('a house in which the whole year was played', () => {
  let house: HttpHouse;
  let ids: Record<string, string>;

  beforeAll(async () => {
    house = await openHttpHouse('2021-06-25T08:30:00+08:00', 24);
    const stage = new Stage(house.app, house.clock, house.compilationId, new Chance(1), 12, () => undefined);
    await playScenes(stage, scenesOf2021());
    ids = await everyKindOfId();
  }, 300_000);
  afterAll(() => house.close());

  const get = async <T>(path: string) =>
    (await house.call<T>(`/api/v1/compilations/${house.compilationId}/${path}`)).json;
  const first = async (path: string) => (await get<List>(path)).items[0].id;

  async function everyKindOfId(): Promise<Record<string, string>> {
    const obligationId = await first('obligations?kind=material&state=accepted');
    const { frozen } = await get<{ frozen: { submissionId: string }[] }>(
      `obligations/${obligationId}/material`,
    );
    const draftVersionId = await first('drafts');
    const { clauses } = await get<{ clauses: { clauseId: string }[] }>(`drafts/${draftVersionId}`);
    return {
      compilationId: house.compilationId,
      obligationId,
      submissionId: frozen[0].submissionId,
      draftVersionId,
      clauseId: clauses[0].clauseId,
      meetingId: await first('meetings'),
      opinionId: await first('opinions'),
      packetId: await first('packets'),
      basisKey: 'compilation-notice',
    };
  }

  it('answers every read with what it promises, and no list is empty that should not be', async () => {
    const failures: string[] = [];
    const { json: document } = await house.call<ApiDocument>('/api/openapi.json');
    for (const { path, query } of operationsOf(document).filter(({ method }) => method === 'GET')) {
      const required = query
        .filter((field) => field.required)
        .map(({ name }) => `${name}=${ids.draftVersionId}`);
      const answer = await house.call<List>(`${pathWith(path, ids)}?${required.join('&')}`);
      if (answer.status !== 200)
        failures.push(`${path} answered ${answer.status}: ${answer.text.slice(0, 200)}`);
      const mayBeEmpty = emptyAtTheEnd.some((end) => path.endsWith(end));
      if (answer.json.items?.length === 0 && !mayBeEmpty) failures.push(`${path} is empty`);
    }
    expect(failures).toEqual([]);
  });

  it('gives every document in every format it offers', async () => {
    const failures: string[] = [];
    const tables = ['disposition', 'unit-summary', 'feedback', 'submissions', 'indicators'].map(
      (name) => `tables/${name}`,
    );
    for (const path of [...tables, 'units/export', `meetings/${ids.meetingId}/minutes`]) {
      for (const format of ['docx', 'xlsx', 'csv', 'html']) {
        const address = `/api/v1/compilations/${ids.compilationId}/${path}?format=${format}`;
        const { status, text, headers } = await house.call(address);
        const named = headers.get('content-disposition')?.includes(`.${format}`) ?? false;
        if (status !== 400 && (status !== 200 || text.length < 100 || !named))
          failures.push(`${path} as ${format}`);
      }
    }
    expect(failures).toEqual([]);
  });

  it('shows no name and no address of a private person', async () => {
    for (const path of ['opinions?limit=200', `opinions/${ids.opinionId}`, 'ledger?limit=200']) {
      const text = JSON.stringify(await get(path));
      expect(text).not.toMatch(/personName|personContact/);
    }
  });

  it('pages the opinions by number until nothing is left', async () => {
    const { states } = await get<{ states: { total: number } }>('opinions/counts');
    const numbers: string[] = [];
    for (let cursor = ''; ;) {
      const page = await get<{ items: { number: string }[]; next: string | null }>(
        `opinions?limit=7${cursor}`,
      );
      numbers.push(...page.items.map(({ number }) => number));
      if (page.next === null) break;
      cursor = `&cursor=${page.next}`;
    }
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.length).toBe(states.total);
  });

  it('never fails on an id, be it of the right kind or of another', async () => {
    const failures: string[] = [];
    const { json: document } = await house.call<ApiDocument>('/api/openapi.json');
    const acts = operationsOf(document).filter(({ changes }) => changes);
    for (const [turn, { method, path, example }] of acts.entries()) {
      for (const [kind, id] of someOf(Object.entries(ids), turn)) {
        const body: unknown = JSON.parse(JSON.stringify(example ?? {}).replaceAll(exampleId, id));
        const { status, text } = await house.call(pathWith(path, ids, id), { method, body });
        if (status >= 500) failures.push(`${method} ${path} with ${kind} answered ${text.slice(0, 200)}`);
      }
    }
    expect(failures).toEqual([]);
  }, 120_000);
});
