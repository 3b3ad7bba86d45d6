import { type Config, roleTitles } from '../platform/index.js';
import { describeType, type JsonSchema, jsonSchemaOf } from './json-schema.js';
import { type AnyRoute } from './route.js';
import { paramNames } from './route-input.js';
import { type ListedRoute } from './route-table.js';

interface FieldLine {
  name: string;
  place: string;
  required: boolean;
  type: string;
  description: string;
}

/** The list of routes as `templates/pages/api.hbs` shows it. */
export function apiPageView(listed: readonly ListedRoute[], { publicUrl }: Config): object {
  const groups = [...new Set(listed.map(({ group }) => group))];
  return {
    publicUrl,
    count: listed.length,
    groups: groups.map((title, index) => ({
      title,
      anchor: `group-${index + 1}`,
      routes: listed
        .filter(({ group }) => group === title)
        .map(({ route, handler }) => routeLine(route, handler, publicUrl)),
    })),
  };
}

function routeLine(route: AnyRoute, handler: string, publicUrl: string): object {
  return {
    anchor: handler.replace('Controller.', '-'),
    method: route.method,
    path: route.path.replace(/:([A-Za-z]+)/g, '{$1}'),
    summary: route.summary,
    description: route.description ?? '',
    by: typeof route.by === 'string' ? '任何人' : route.by.map((role) => roleTitles[role]).join('、'),
    fields: fieldLines(route),
    example: exampleCall(route, publicUrl),
  };
}

function fieldLines(route: AnyRoute): FieldLine[] {
  const inPath = paramNames(route.path).map((name) => ({
    ...{ name, place: '路径', required: true, type: '编号', description: '' },
  }));
  if (route.method === 'GET') return [...inPath, ...linesOf(jsonSchemaOf(route.query, 'input'), '查询')];
  const body = linesOf(jsonSchemaOf(route.body, 'input'), route.file === undefined ? '内容' : '表单');
  const file = { name: 'file', place: '表单', required: true, type: '文件', description: route.file ?? '' };
  return [...inPath, ...body, ...(route.file === undefined ? [] : [file])];
}

function linesOf(schema: JsonSchema, place: string): FieldLine[] {
  return Object.entries(schema.properties ?? {}).map(([name, field]) => ({
    name,
    place,
    required: schema.required?.includes(name) ?? false,
    type: describeType(field),
    description: field.description ?? '',
  }));
}

/** One command that a reader may paste into a shell after putting ids in place. */
function exampleCall(route: AnyRoute, publicUrl: string): string {
  const address = `${publicUrl}${route.path.replace(/:([A-Za-z]+)/g, '{$1}')}`;
  const token = route.by === 'anyone' ? '' : ` -H 'Authorization: Bearer <令牌>'`;
  if (route.method === 'GET') return `curl '${address}'${token}`;
  const method = route.method === 'POST' ? '' : ` -X ${route.method}`;
  const call = `curl${method} '${address}'${token}`;
  if (route.file !== undefined) return `${call}${formFields(route.example)} -F 'file=@文件'`;
  if (route.example === undefined) return `${call}${method === '' ? ' -X POST' : ''}`;
  return `${call} -H 'Content-Type: application/json' \\\n  -d '${JSON.stringify(route.example)}'`;
}

const formFields = (example: unknown): string =>
  Object.entries((example ?? {}) as Record<string, unknown>)
    .map(([name, value]) => ` -F '${name}=${String(value)}'`)
    .join('');
