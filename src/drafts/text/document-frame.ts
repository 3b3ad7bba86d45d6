import type { DraftFrame } from './clause.js';
import { inBothScripts } from './both-scripts.js';
import { endsSentence, joinBrokenLines, type JoinRules } from './join-broken-lines.js';
import { readClauseMark, readItemMark } from './numbering.js';
import { takeOffShell } from './page-shell.js';
import type { SourceLine } from './source-line.js';

/** A source taken apart: the title, what stands before and after the clauses, and the lines of the clauses. */
export interface FramedLines extends DraftFrame {
  clauseLines: SourceLine[];
  /** The paragraph of a .docx with which the foot begins. */
  footFrom?: number;
  doubts: FrameDoubt[];
  /** Lines of the web page around the document. */
  shell: string[];
}

export interface FrameDoubt {
  kind: 'annex-content';
  message: string;
}

const date =
  /^(?:\d{4}|[〇○零一二三四五六七八九]{4})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月(?:\s*[\d一二三四五六七八九十]{1,3}\s*日)?$/u;
const documentNumber = /^\S{1,12}[〔［[(（]\d{4}[〕］\])）]\s*\d+\s*号$/u;
const bareAnnex = /^附\s*[件表录錄]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})?\s*[:：]?$/u;
const annex = /^附\s*[件表录錄]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})?\s*(?:[:：].*)?$/u;
const note = inBothScripts(
  '^[（(](?:此件|联系人|联\\S人)|^(?:抄送|抄报|抄告|主送|分送|印发|主题词|联系人|联系电话)[:：]|' +
    '(?:办公厅|办公室|秘书处|委员会|局|委|处)?\\d{4}年\\d{1,2}月\\d{1,2}日印发?$|^[（(]?共印\\d+份[）)]?$',
);
const organ = inBothScripts('^\\S{2,30}(?:小组|办公室|办公厅|政府|委员会|局|厅|部|委|院|协会|处)$');
const closing = inBothScripts(
  '^(?:各(?:区|地|部门|单位|级|有关)|市有关|有关部门).*本(?:市)?(?:实施)?(?:方案|意见|规划|纲要|计划|办法|通知)' +
    '|^本(?:实施)?(?:方案|意见|规划|纲要|计划|办法|通知)(?:自|由|有效期)',
);
const documentKind = inBothScripts(
  '(?:方案|纲要|规划|计划|意见|通知|办法|规定|决定|报告)[》”]?(?:[（(][^（()）]*[）)])?$',
);
const notTitle = inBothScripts('^[（(【［[].*[）)】］\\]]$|文件$|^特急|^机密|^密级|推演用');
/** （征求意见稿） below a title names the version and belongs to it. */
const versionMark = /^[（(][^（()）]{1,8}(?:稿|草案)[）)]$/u;
const longestTitleLine = 40;

/**
 * Finds where the clauses begin and end. They begin at 一、, or in a text without chapters at its first numbered
 * line; they end before the annexes, the date and signature, and the paragraph that sends the document on its
 * way (各区、各部门、各单位要根据本实施方案……).
 */
export function frameLines(all: readonly SourceLine[], acrossBreaks: boolean): FramedLines {
  const { lines, shell } = takeOffShell(all, isSingleLine);
  const start = findFirstClause(lines);
  const signatures = findSignatures(lines);
  const end = findAfterword(lines, start, signatures);
  const rules: JoinRules = {
    acrossBreaks,
    standsAlone: (line) => signatures.has(line) || isSingleLine(line),
  };
  const { title, head } = readHead(lines.slice(0, start), rules);
  const { clauseLines, closingLines } = cutClosing(joinBrokenLines(lines.slice(start, end), rules), rules);
  const foot = [...closingLines, ...joinBrokenLines(lines.slice(end), rules)].filter((line) => !line.isRule);
  const footFrom = foot.find(({ paragraph }) => paragraph !== undefined)?.paragraph;
  const doubts = doubtOfAnnex(foot);
  return { title, head, foot: foot.map((line) => line.text), clauseLines, footFrom, doubts, shell };
}

const beginsClause = (line: SourceLine): boolean =>
  !line.isBoxed && (readClauseMark(line.text) !== undefined || (line.headingDepth ?? 0) > 0);

/** The chapters and articles of a document; a list of copies below its signature has figures. */
const beginsArticle = (line: SourceLine): boolean => {
  const kind = line.isBoxed ? undefined : readClauseMark(line.text)?.kind;
  return kind === 'chapter' || kind === 'article' || (line.headingDepth ?? 0) > 0;
};

function findFirstClause(lines: readonly SourceLine[]): number {
  const first = lines.findIndex(beginsClause);
  if (first < 0) return lines.length;
  const firstAnnex = lines.findIndex((line, index) => index > first && isAnnex(line));
  const chapter = lines.findIndex(({ text, isBoxed }) => {
    const mark = isBoxed ? undefined : readClauseMark(text);
    return mark?.kind === 'chapter' && mark.number === 1;
  });
  return chapter >= 0 && (firstAnnex < 0 || chapter < firstAnnex) ? chapter : first;
}

/** At a rule or the annexes, or where the document was signed or sent and no chapter or article follows. */
function findAfterword(
  lines: readonly SourceLine[],
  start: number,
  signatures: ReadonlySet<SourceLine>,
): number {
  const last = lines.findLastIndex(beginsArticle);
  const end = lines.findIndex((line, index) => {
    if (index <= start) return false;
    if (line.isRule || isAnnex(line)) return true;
    return index > last && last >= 0 && (signatures.has(line) || note.test(condensed(line)));
  });
  return end < 0 ? lines.length : end;
}

/**
 * The organs above a date sign the document, and below 附件 stands the title of the annex: they end no sentence, yet
 * nothing joins them.
 */
function findSignatures(lines: readonly SourceLine[]): Set<SourceLine> {
  const signatures = new Set<SourceLine>();
  lines.forEach((line, index) => {
    if (bareAnnex.test(line.text) && index + 1 < lines.length) signatures.add(lines[index + 1]);
    if (!date.test(condensed(line))) return;
    for (let above = index - 1; above >= 0 && isOrgans(lines[above]); above--) signatures.add(lines[above]);
  });
  return signatures;
}

/** Spaces inside a line at the foot only set it out: 抄　送：, 2021 年 8 月 1 日. */
const condensed = ({ text }: SourceLine): string => text.replace(/\s+/gu, '');

const isAnnex = (line: SourceLine): boolean => !line.isBoxed && annex.test(line.text);

const isOrgans = ({ text, isTable }: SourceLine): boolean =>
  !isTable && text.split(/\s+/u).every((part) => organ.test(part)) && readClauseMark(text) === undefined;

const isSingleLine = (line: SourceLine): boolean =>
  line.isTable !== true &&
  (date.test(condensed(line)) ||
    documentNumber.test(line.text) ||
    annex.test(line.text) ||
    note.test(condensed(line)));

/** The title is the run of short lines that names the kind of document, the last of several; a mark beside it is not. */
function readHead(lines: readonly SourceLine[], rules: JoinRules): { title: string; head: string[] } {
  const runs = titleRuns(lines);
  const named = lines.filter((line) => line.headingDepth === 0);
  const titled = named.length > 0 ? named : (runs.filter(namesDocument).at(-1) ?? runs[0] ?? []);
  const isTitle = new Set(titled);
  const before = lines.slice(0, titled.length > 0 ? lines.indexOf(titled[0]) : 0);
  const after = lines.slice(before.length).filter((line) => !isTitle.has(line));
  const standsAlone = (line: SourceLine): boolean => rules.standsAlone(line) || notTitle.test(line.text);
  const head = [...before, ...joinBrokenLines(after, { ...rules, standsAlone })];
  return { title: textOf(titled), head: head.map((line) => line.text) };
}

function titleRuns(lines: readonly SourceLine[]): SourceLine[][] {
  const runs: SourceLine[][] = [];
  let inRun = false;
  for (const line of lines) {
    const fits: boolean = mayBeTitle(line) || (inRun && versionMark.test(line.text));
    if (fits && inRun) runs.at(-1)?.push(line);
    else if (fits) runs.push([line]);
    inRun = fits;
  }
  return runs;
}

const mayBeTitle = (line: SourceLine): boolean =>
  Array.from(line.text).length <= longestTitleLine &&
  !/[。，、；：:;,.]$/u.test(line.text) &&
  !line.isTable &&
  !line.isBoxed &&
  !notTitle.test(line.text) &&
  !isSingleLine(line);

const textOf = (lines: readonly SourceLine[]): string => lines.map((line) => line.text).join('');
const namesDocument = (lines: readonly SourceLine[]): boolean => documentKind.test(textOf(lines));

/** Takes the closing lines from the end, as long as the last clause keeps a sentence of its own. */
function cutClosing(
  lines: readonly SourceLine[],
  rules: JoinRules,
): { clauseLines: SourceLine[]; closingLines: SourceLine[] } {
  let end = lines.length;
  while (end > 1 && isClosing(lines[end - 1], lines[end - 2], rules)) end -= 1;
  return { clauseLines: lines.slice(0, end), closingLines: lines.slice(end) };
}

function isClosing(line: SourceLine, before: SourceLine, rules: JoinRules): boolean {
  if (beginsClause(line) || readItemMark(line.text) || line.isTable || line.isBoxed) return false;
  if (rules.standsAlone(line)) return true;
  return closing.test(line.text) && (!beginsClause(before) || hasSentence(before.text));
}

/** A heading needs a body below it; a paragraph or subparagraph may be one sentence. */
function hasSentence(text: string): boolean {
  const kind = readClauseMark(text)?.kind;
  const isShort = kind === 'paragraph' || kind === 'subparagraph';
  return endsSentence(text) && (isShort || /[。｡]./u.test(text));
}

/** Below the heading of an annex stands more than the list of annexes: only a person can say if it is of the plan. */
function doubtOfAnnex(foot: readonly SourceLine[]): FrameDoubt[] {
  const from = foot.findIndex(isAnnex);
  const content = from < 0 ? [] : foot.slice(from + 1);
  const tables = content.filter(({ isTable }) => isTable).length;
  const passages = content.filter((line) => !line.isTable && !isListed(line)).length;
  if (tables === 0 && passages === 0) return [];
  const parts = [...(passages > 0 ? [`${passages}段`] : []), ...(tables > 0 ? [`表格${tables}张`] : [])];
  const message = `“${foot[from].text.slice(0, 20)}”之后的${parts.join('、')}列在文末，不作为条款，请核对。`;
  return [{ kind: 'annex-content', message }];
}

/** A title in a list of annexes, or a line that ends the document. */
const isListed = (line: SourceLine): boolean =>
  isSingleLine(line) || /^(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s*[.．、]\s*[^。]{1,60}$/u.test(line.text);
