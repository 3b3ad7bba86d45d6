/** What the tests read of an OpenAPI document. */
export interface Operation {
  method: string;
  /** With `{name}` where an id stands. */
  path: string;
  query: { name: string; required: boolean }[];
  changes: boolean;
  /** Who may use it; empty when anyone may. */
  roles: string[];
  /** A JSON body that the route's schema accepts. */
  example?: unknown;
  takesFile: boolean;
}

interface Described {
  'x-roles'?: string[];
  parameters: { name?: string; in?: string; required?: boolean; $ref?: string }[];
  requestBody?: { content: Record<string, { example?: unknown }> };
}

export interface ApiDocument {
  openapi: string;
  paths: Record<string, Record<string, Described>>;
}

export function operationsOf(document: ApiDocument): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => operationOf(path, method, described)),
  );
}

function operationOf(
  path: string,
  method: string,
  { parameters, requestBody, 'x-roles': roles = [] }: Described,
): Operation {
  const content = requestBody?.content ?? {};
  return {
    method: method.toUpperCase(),
    path,
    query: parameters
      .filter((parameter) => parameter.in === 'query')
      .map(({ name, required }) => ({ name: name ?? '', required: required ?? false })),
    changes: method !== 'get',
    roles,
    example: content['application/json']?.example,
    takesFile: 'multipart/form-data' in content,
  };
}

/** Puts ids where the path names them; a name without an id gets `unknown`. */
export const pathWith = (path: string, ids: Record<string, string>, unknown = 'no-such-id'): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? unknown);
