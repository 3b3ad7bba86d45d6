import { type MaterialContent, materialContentSchema } from '../content/index.js';

type Tree = Record<string, unknown>;

/**
 * Brings what was read into the shape of a material. A cell that is longer than its field, or a list longer than
 * is kept, must not lose the rest of the document: only that is left out, and said.
 */
export function fitContent(read: Tree): { content: MaterialContent; notes: string[] } {
  const parsed = materialContentSchema.safeParse(read);
  if (parsed.success) return { content: parsed.data, notes: [] };
  const copy = structuredClone(read);
  const notes = parsed.error.issues.map(({ path, message }) => {
    leaveOut(copy, path.map(String));
    return `文档中有一处内容${message}，未能全部读入，请核对`;
  });
  return { content: materialContentSchema.parse(copy), notes: [...new Set(notes)] };
}

const longestList = 100;

function leaveOut(tree: Tree, path: string[]): void {
  const last = path[path.length - 1];
  const parent = path.slice(0, -1).reduce<Tree>((node, key) => node[key] as Tree, tree);
  const value = parent[last];
  parent[last] = Array.isArray(value) ? value.slice(0, longestList) : undefined;
}
