import { z } from 'zod';
import { type JsonSchema, jsonSchemaOf } from './json-schema.js';
import { type AnyRoute } from './route.js';
import { idSchema } from '../platform/index.js';
import { paramNames } from './route-input.js';
import { type ListedRoute } from './route-table.js';

/** RFC 9457, as schema; the answers themselves are made in problem.ts. */
const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().describe('给人看的中文说明：缺什么、怎么办'),
  instance: z.string(),
  code: z.string(),
  current: z
    .object({
      fields: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
      revision: z.number().int().optional(),
      mark: z.string().optional(),
    })
    .optional()
    .describe('修改所依据的内容已变时：现在保存的内容'),
  event: z.string().optional().describe('未能办理的步骤'),
  unmet: z
    .array(z.object({ requirement: z.string(), sentence: z.string(), facts: z.unknown() }))
    .optional()
    .describe('未满足的条件，逐条'),
  id: z.string().optional().describe('系统出错时的记录编号'),
});

/** The OpenAPI document of all routes, made from the schemas that validate. */
export function openApiDocument(listed: readonly ListedRoute[]): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const entry of listed) {
    const path = entry.route.path.replace(/:([A-Za-z]+)/g, '{$1}');
    paths[path] = { ...paths[path], [entry.route.method.toLowerCase()]: operation(entry) };
  }
  return {
    openapi: '3.1.0',
    info: { title: '编制台接口', version: '1', description: '规划编制全流程的接口。错误以 RFC 9457 回答。' },
    tags: [...new Set(listed.map(({ group }) => group))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: '个人令牌，在“设置—令牌”中签发' },
      },
      schemas: { Problem: jsonSchemaOf(problemSchema, 'output') },
      responses: {
        Problem: {
          description: '未能办理',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  };
}

function operation({ route, group, handler }: ListedRoute): object {
  const { summary, description } = route;
  return {
    operationId: handler.replace('Controller.', '_'),
    tags: [group],
    summary,
    ...(description === undefined ? {} : { description }),
    ...(route.by === 'anyone' ? {} : { security: [{ token: [] }], 'x-roles': route.by }),
    parameters: parameters(route),
    ...(route.method === 'GET' ? {} : requestBody(route)),
    responses: {
      [successStatus(route)]: success(route),
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}

const keyParameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    '幂等键，例如UUID：同一办理人的同一个键只办理一次，再次发送得到第一次的答复（答复头 Idempotency-Replayed: true）；内容不同的，以422拒绝。未办成的不占用键。保留14天。公众须不少于16个字符。',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};

const dryRunParameter = {
  name: 'dryRun',
  in: 'query',
  required: false,
  description: '为 true 时只试办：办一遍再撤回，答复将有的变化、邮件和定时事项，什么都不留下。',
  schema: { type: 'string', enum: ['true', 'false'] },
};

function parameters(route: AnyRoute): object[] {
  const schema = jsonSchemaOf(idSchema, 'input');
  const inPath = paramNames(route.path).map((name) => ({ name, in: 'path', required: true, schema }));
  if (route.method !== 'GET')
    return [...inPath, keyParameter, ...(route.act === undefined ? [] : [dryRunParameter])];
  const query = jsonSchemaOf(route.query, 'input');
  const inQuery = Object.entries(query.properties ?? {}).map(([name, { description, ...rest }]) => ({
    name,
    in: 'query',
    required: query.required?.includes(name) ?? false,
    ...(description === undefined ? {} : { description }),
    schema: rest,
  }));
  return [...inPath, ...inQuery];
}

function requestBody(route: AnyRoute & { method: 'POST' | 'PUT' | 'DELETE' }): object {
  const schema = jsonSchemaOf(route.body, 'input');
  if (route.file !== undefined) {
    const content = { 'multipart/form-data': { schema: withFile(schema, route.file) } };
    return { requestBody: { required: true, content } };
  }
  if (schema.type !== 'object' && route.example === undefined) return {};
  const { example } = route;
  const content = { 'application/json': { schema, ...(example === undefined ? {} : { example }) } };
  return { requestBody: { required: true, content } };
}

function withFile(fields: JsonSchema, description: string): JsonSchema {
  const file = { type: 'string', format: 'binary', description };
  return {
    type: 'object',
    properties: { ...fields.properties, file },
    required: [...(fields.required ?? []), 'file'],
  };
}

const successStatus = (route: AnyRoute): number => {
  if (route.method === 'GET') return 200;
  return route.response === undefined && route.produces === undefined ? 204 : route.status;
};

function success(route: AnyRoute): object {
  const { response, produces } = route;
  if (produces !== undefined) return { description: '文件', content: { [produces]: {} } };
  if (response === undefined) return { description: '已办理' };
  const schema = jsonSchemaOf(response, 'output');
  return { description: '已办理', content: { 'application/json': { schema } } };
}
