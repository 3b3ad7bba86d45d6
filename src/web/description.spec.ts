import { z } from 'zod';
import { apiPageView } from './api-page.js';
import { describeType, jsonSchemaOf } from './json-schema.js';
import { openApiDocument } from './openapi.js';
import { pageQuery } from './page.js';
import { read, write } from './route.js';
import { type ListedRoute } from './route-table.js';

const listed = (route: ListedRoute['route'], handler: string): ListedRoute => ({
  route,
  group: '事物',
  handler,
});
const routes = [
  listed(
    read('/things', {
      summary: '全部',
      query: pageQuery,
      response: z.object({ items: z.array(z.string()) }),
    }),
    'ThingsController.list',
  ),
  listed(
    write('/things/:thingId/name', {
      summary: '命名',
      body: z.object({ name: z.string().max(20).describe('新名') }),
      example: { name: '甲' },
    }),
    'ThingsController.name',
  ),
  listed(write('/things/import', { summary: '导入', file: '表' }), 'ThingsController.import'),
  listed(read('/things/export', { summary: '导出', produces: 'text/csv' }), 'ThingsController.export'),
];

interface Operation {
  operationId: string;
  parameters: object[];
  requestBody?: { content: Record<string, { schema: object; example?: object }> };
  responses: Record<string, object>;
}
const { paths, components } = openApiDocument(routes) as {
  paths: Record<string, Record<string, Operation>>;
  components: Record<string, Record<string, object>>;
};

describe('the OpenAPI document', () => {
  it('has every route under its path and method', () => {
    expect(Object.keys(paths)).toEqual([
      '/things',
      '/things/{thingId}/name',
      '/things/import',
      '/things/export',
    ]);
    expect(paths['/things'].get.operationId).toBe('Things_list');
  });

  it('describes the query by the schema that checks it', () => {
    expect(paths['/things'].get.parameters).toMatchObject([
      {
        name: 'limit',
        in: 'query',
        required: false,
        schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
      },
      { name: 'cursor', in: 'query', required: false },
    ]);
  });

  it('asks for a token unless everybody may', () => {
    expect(paths['/things/{thingId}/name'].post).toMatchObject({ security: [{ token: [] }] });
    expect(paths['/things'].get).toMatchObject({ security: [{ token: [] }] });
  });

  it('describes bodies, files and answers', () => {
    const body = paths['/things/{thingId}/name'].post.requestBody?.content['application/json'];
    expect(body).toMatchObject({
      schema: { properties: { name: { type: 'string', maxLength: 20 } }, additionalProperties: false },
      example: { name: '甲' },
    });
    const upload = paths['/things/import'].post.requestBody?.content['multipart/form-data'];
    expect(upload).toMatchObject({ schema: { required: ['file'] } });
    expect(paths['/things/{thingId}/name'].post.responses).toHaveProperty('204');
    expect(paths['/things/export'].get.responses['200']).toMatchObject({ content: { 'text/csv': {} } });
  });

  it('refers only to what it holds', () => {
    const text = JSON.stringify({ paths, components });
    for (const [, section, name] of text.matchAll(/#\/components\/(\w+)\/(\w+)/g))
      expect(components[section]).toHaveProperty(name);
  });
});

describe('the page of routes', () => {
  const view = apiPageView(routes, { publicUrl: 'http://127.0.0.1:3000' } as never) as {
    groups: { title: string; routes: { fields: { name: string; required: boolean }[]; example: string }[] }[];
  };
  const [list, name, upload] = view.groups[0].routes;

  it('says what may stand in each field', () => {
    expect(list.fields).toMatchObject([
      { name: 'limit', place: '查询', required: false, type: '整数，1至200' },
      { name: 'cursor', place: '查询' },
    ]);
    expect(name.fields).toMatchObject([
      { name: 'thingId', place: '路径', required: true },
      { name: 'name', place: '内容', required: true, type: '文字，不超过20个字符', description: '新名' },
    ]);
  });

  it('gives a command to try', () => {
    expect(list.example).toBe("curl 'http://127.0.0.1:3000/things' -H 'Authorization: Bearer <令牌>'");
    expect(name.example).toContain(`-d '{"name":"甲"}'`);
    expect(upload.example).toContain("-F 'file=@文件'");
  });
});

describe('what may stand in a field', () => {
  it.each([
    [z.literal('x'), '固定为 x'],
    [z.enum(['a', 'b']), 'a、b 之一'],
    [z.boolean(), 'true 或者 false'],
    [z.int(), '整数'],
    [z.int().min(1), '整数，不小于1'],
    [z.number().max(9), '数字，不大于9'],
    [z.array(z.string()), '数组，每项为文字'],
    [z.string().nullable(), '文字，或者 null'],
    [z.email(), '电子邮件地址'],
    [z.object({}), '对象'],
    [z.unknown(), '任意内容'],
  ])('is said in Chinese', (schema, text) => {
    expect(describeType(jsonSchemaOf(schema, 'input'))).toBe(text);
  });
});
