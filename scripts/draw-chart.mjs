// Draws a workflow from its machine (nothing is drawn by hand): `npm run chart` writes docs/chart-*.svg.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { instance } from '@viz-js/viz';

const root = join(import.meta.dirname, '..');
const { definitions, statePath } = await import(join(root, 'dist', 'workflows', 'index.js'));
const ink = '#1b2226';
const quiet = '#7d8a92';
const accent = '#17506b';

const quote = (text) => JSON.stringify(text);
/** An edge's label with its width said, for the same reason as a box's. */
const label = (text) =>
  `<<TABLE BORDER="0" CELLPADDING="0" CELLSPACING="0"><TR><TD WIDTH="${12 * [...text].length + 10}">${text}</TD></TR></TABLE>>`;
/** The dotted path of a state node, as the program shows it. */
const pathOf = (definition, node) =>
  statePath(
    definition,
    node.path.reduceRight((value, key) => (value === null ? key : { [key]: value }), null) ?? '',
  );

function leafOf(node) {
  return node.type === 'compound' ? leafOf(node.initial.target[0]) : node;
}

function* nodesBelow(node) {
  for (const child of Object.values(node.states)) {
    yield child;
    yield* nodesBelow(child);
  }
}

/** Two Chinese characters a line would be too narrow, twelve too wide: Graphviz cannot measure CJK, so we say the size. */
function box(id, title, final) {
  const width = Math.max(1.1, 0.25 * [...title].length + 0.35);
  const shape = final ? 'peripheries=2' : '';
  return `${quote(id)} [label=${quote(title)} width=${width.toFixed(2)} ${shape}]`;
}

function cluster(definition, node) {
  const path = pathOf(definition, node);
  if (node.type === 'history') return '';
  if (node.type !== 'compound') return box(node.id, definition.stateTitles[path], node.type === 'final');
  const inner = Object.values(node.states).map((child) => cluster(definition, child));
  if (path === definition.wrapper) return inner.join('\n');
  return `subgraph ${quote(`cluster ${path}`)} { label=${quote(definition.stateTitles[path])} ${inner.join('\n')} }`;
}

/** One edge a transition; those that every step has (suspend, terminate) are drawn once, from the first step. */
function edges(definition, machine) {
  const lines = [];
  for (const node of nodesBelow(machine.root)) {
    for (const [event, transitions] of node.transitions) {
      const target = transitions[0].target?.[0];
      const from = leafOf(node);
      const back = definition.mainLine.includes(event)
        ? `color="${accent}" penwidth=1.6`
        : `color="${quiet}" style=dashed`;
      const to = target?.type === 'history' ? leafOf(target.parent) : leafOf(target ?? node);
      lines.push(
        `${quote(from.id)} -> ${quote(to.id)} [label=${label(definition.eventTitles[event])} ${back}]`,
      );
    }
  }
  return lines.join('\n');
}

const viz = await instance();
for (const definition of definitions) {
  const { machine } = definition;
  const dot = `digraph { rankdir=TB; nodesep=0.35; ranksep=0.45; fontname="sans-serif";
    graph [fontsize=12 color="${quiet}" fontcolor="${quiet}" style=rounded]
    node [shape=box style="rounded" fontname="sans-serif" fontsize=13 color="${ink}" fontcolor="${ink}" height=0.42 fixedsize=true]
    edge [fontname="sans-serif" fontsize=11 fontcolor="${ink}" arrowsize=0.7]
    ${Object.values(machine.root.states)
      .map((node) => cluster(definition, node))
      .join('\n')}
    ${edges(definition, machine)} }`;
  const name = definition.id.split('@')[0];
  writeFileSync(join(root, 'docs', `chart-${name}.svg`), viz.renderString(dot, { format: 'svg' }));
}
