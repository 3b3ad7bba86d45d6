// Nothing under src/ knows a plan's words: `npm run check:words` lists every literal that is a definition's name, a
// state path, an event, a deadline key, a draft version or a target year, and every import of a definition.
// `--count` only counts, by kind.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '..');
const { definitions, isPlan, nodesBelow, nodePath } = await import(
  join(root, 'dist', 'workflows', 'index.js')
);
const plans = definitions.filter(isPlan);
const planFolders = readdirSync(join(root, 'workflows'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && plans.some(({ id }) => id.startsWith(`${entry.name}@`)))
  .map(({ name }) => name);

/**
 * Words that other tables use in a meaning of their own. A file may write such a word only where it stands here.
 * @type {[RegExp, string[], string][]}
 */
const allowances = [
  [/./, ['plenary'], 'a kind of meeting and of point, named after the stage'],
  [/./, ['published'], 'of a notice and of feedback'],
  [/./, ['drafting'], 'a state of an obligation, and the drafting group'],
  [
    /^src\/(render\/mail-views|obligations\/announce-course)\.ts$/,
    ['suspended', 'terminated'],
    'names of mail templates',
  ],
  [/^src\/rehearsal\/scenes\//, ['征求意见稿'], 'what people write in the story that is played'],
  [
    /^src\/(materials|packet|pages|cli|rehearsal)\//,
    ['2025', '2035'],
    'the two targets of an indicator are columns of what was handed in',
  ],
  [/./, ['2025年', '2035年'], 'the same in sentences'],
];

const words = new Map();
const add = (kind, list) => {
  for (const word of list) if (word !== '' && !words.has(word)) words.set(word, kind);
};
for (const plan of plans) {
  add('definition', [plan.id, plan.id.split('@')[0]]);
  add(
    'state',
    nodesBelow(plan.machine.root)
      .map((node) => nodePath(plan, node))
      .filter((path) => path.includes('.')),
  );
  add('event', Object.keys(plan.eventTitles));
  add('deadline', Object.keys(plan.timeline.deadlines));
  add('version', plan.versions);
  add('year', plan.targetYears.map(String));
  // Inner states are named by their stage, which rooms may ask for; those of the plan itself are not.
  add(
    'state',
    Object.keys(plan.machine.root.states).concat(
      Object.keys(plan.stateTitles).filter((path) => !path.includes('.')),
    ),
  );
}
const versions = plans.flatMap((plan) => plan.versions);
const years = plans.flatMap((plan) => plan.targetYears);

const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
  .map((name) => join('src', name))
  // The composition puts the house together and may name what it ships.
  .filter((name) => !/^src\/[^/]*\.ts$/.test(name) || name === 'src/main.ts')
  .sort();

/** `answer(stage, 'requirement', …)` and `reactTo(stage, 'intent', …)`: names of a stage, which the compiler checks. */
const isOfStage = ({ parent, pos }) =>
  ts.isCallExpression(parent) &&
  ['answer', 'reactTo'].includes(parent.expression.getText()) &&
  parent.arguments[1]?.pos === pos;

/** `position.is('terminated')`: a tag, which the compiler checks too. */
const isTag = ({ parent }) =>
  ts.isCallExpression(parent) &&
  ts.isPropertyAccessExpression(parent.expression) &&
  parent.expression.name.text === 'is';

function* literalsOf(node) {
  if (ts.isStringLiteralLike(node) && (isOfStage(node) || isTag(node))) return;
  if (ts.isImportDeclaration(node)) {
    const path = node.moduleSpecifier.text;
    if (planFolders.some((folder) => path.includes(`workflows/${folder}/`))) yield [node, 'import', path];
    return;
  }
  if (ts.isStringLiteralLike(node) || ts.isNumericLiteral(node)) yield [node, 'literal', node.text];
  else if (node.kind >= ts.SyntaxKind.TemplateHead && node.kind <= ts.SyntaxKind.TemplateTail)
    yield [node, 'literal', node.text];
  else if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name))
    yield [node.name, 'key', node.name.text];
  for (const child of node.getChildren()) yield* literalsOf(child);
}

/** The word that a text is, or that it bears as a version mark; null when it is none. */
function wordIn(text, how) {
  if (how === 'import') return ['import', text];
  const kind = words.get(text);
  // A property may be called anything English; only what is surely of a chart is a word.
  if (kind !== undefined && (how === 'literal' || ['event', 'deadline', 'version'].includes(kind)))
    return [kind, text];
  for (const plan of plans) {
    const [name] = plan.id.split('@');
    if (text.includes(name)) return ['definition', name];
  }
  const version = versions.find((name) => text.includes(`（${name}）`));
  if (version !== undefined) return ['version', version];
  const year = years.find((one) => new RegExp(`(?<!\\d)${one}(?![\\d-])`).test(text));
  if (year !== undefined) return ['year', text.includes(`${year}年`) ? `${year}年` : String(year)];
  return null;
}

const isAllowed = (file, word) => allowances.some(([place, list]) => place.test(file) && list.includes(word));

const found = [];
let allowed = 0;
for (const name of files) {
  const text = readFileSync(join(root, name), 'utf8');
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  for (const [node, how, literal] of literalsOf(source)) {
    const word = wordIn(literal, how);
    if (word === null) continue;
    if (isAllowed(name, word[1])) {
      allowed += 1;
      continue;
    }
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    found.push({ place: `${relative('.', name)}:${line + 1}`, kind: word[0], word: word[1], how });
  }
}

const kinds = [...new Set(found.map(({ kind }) => kind))];
const sum = kinds.map((kind) => `${kind} ${found.filter((one) => one.kind === kind).length}`).join(', ');
if (process.argv.includes('--count')) {
  process.stdout.write(`${found.length} words of a plan in src/ (${sum}); ${allowed} allowed\n`);
} else if (found.length > 0) {
  for (const { place, kind, word } of found) process.stderr.write(`${place}  ${kind} “${word}”\n`);
  process.stderr.write(
    `${found.length} words of a plan stand in src/ (${sum}); ask the position or the plan instead.\n`,
  );
  process.exitCode = 1;
}
