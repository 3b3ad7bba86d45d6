import { type Doubt } from './findings.js';
import { longestList, type MaterialContent, materialContentSchema } from '../content/index.js';

type Tree = Record<string, unknown>;

/**
 * Brings what was read into the shape of a material. A cell that is longer than its field, or a list longer than
 * is kept, must not lose the rest of the document: only that is left out, and said.
 */
export function fitContent(read: Tree): { content: MaterialContent; doubts: Doubt[] } {
  const notes = new Set<string>();
  const cut = cutLists(read, notes) as Tree;
  const parsed = materialContentSchema.safeParse(cut);
  if (parsed.success) return { content: parsed.data, doubts: asDoubts(notes) };
  for (const { path, message } of parsed.error.issues) {
    leaveOut(cut, path.map(String));
    notes.add(`文档中有一处内容${message}，未能读入，请核对`);
  }
  return { content: materialContentSchema.parse(cut), doubts: asDoubts(notes) };
}

const asDoubts = (notes: ReadonlySet<string>): Doubt[] =>
  [...notes].map((message) => ({ place: '全文', message }));

function cutLists(value: unknown, notes: Set<string>): unknown {
  if (Array.isArray(value)) {
    if (value.length > longestList)
      notes.add(`文档中有一个列表超过${longestList}项，只读入前${longestList}项，请核对`);
    return value.slice(0, longestList).map((item) => cutLists(item, notes));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cutLists(item, notes)]));
}

function leaveOut(tree: Tree, path: string[]): void {
  const parent = path.slice(0, -1).reduce<Tree>((node, key) => node[key] as Tree, tree);
  parent[path[path.length - 1]] = undefined;
}
