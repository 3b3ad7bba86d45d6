/** How a target bounds its value; '' where it states the value itself. */
export const comparators = ['', '≥', '≤', '>', '<', '≈'] as const;
export type Comparator = (typeof comparators)[number];

/** Words before a figure, by what they say about it. Compared after width and spaces are folded. */
const wordsBefore: Record<Exclude<Comparator, ''>, string> = {
  '≥': '≥|≧|⩾|>=|=>|不低于|不少于|不小于|不短于|大于(?:或)?等于|高于(?:或)?等于|至少|最低|最少|下限',
  '≤': '≤|≦|⩽|<=|=<|不高于|不超过|不多于|不大于|不超出|小于(?:或)?等于|低于(?:或)?等于|至多|最多|最高|上限|控制在(?=.*(?:以内|之内|内)$)',
  '>': '>|超过|超出|突破|大于|高于|多于|超|逾',
  '<': '<|低于|小于|少于|短于|不到|不足|不满',
  '≈': '≈|约为|约|大约|大概|接近|将近|近',
};
const wordsBehind: Record<Exclude<Comparator, ''>, string> = {
  '≥': '(?:\\(含\\)|含)?(?:及|或)?以上|(?:及|或)以上|起',
  '≤': '(?:\\(含\\)|含)?(?:及|或)?以下|以内|之内|内',
  '>': '\\+|多|余',
  '<': '(?!)',
  '≈': '左右|上下|前后',
};

const named = (words: typeof wordsBefore, anchor: (alternatives: string) => string) =>
  (Object.keys(words) as Exclude<Comparator, ''>[]).map(
    (comparator) => [comparator, new RegExp(anchor(words[comparator]), 'u')] as const,
  );
const before = named(wordsBefore, (words) => `^(?:${words})`);
const behind = named(wordsBehind, (words) => `(?:${words})$`);

/** Words that only say that the value is to be reached: 力争达到, 保持在, 提高到. */
const reaching = new RegExp(
  '^(?:力争|争取|努力|确保|计划|预计|目标值?|全部|基本|累计|总数|总量|数量|规模|水平|实现|完成|达标|' +
    '(?:保持|稳定|维持|控制)(?:在|为)?|(?:提高|提升|增加|增长|上升|扩大|发展|下降|降低|减少|压减|压降|缩短|增|降|升)(?:到|至|为)|' +
    '达到|达|建成|建设|培育|形成|拥有|为|是|在|:|=)',
  'u',
);

/** What a figure says of a change rather than of a state. */
export const changeWords =
  /百分点|翻(?:了)?(?:\d+|[一二两三四五几])?番|倍增|(?:年均|平均每年|同比|环比|新增|净增)|(?:增|提高|提升|增长|增加|上升|扩大|下降|降低|降|减少|压减|压降|缩减|缩短|减)(?:幅度?)?(?:约|近|超过?|不低于|不少于|至少)?\d/u;

/** Words that stand for a value that is not given. */
export const withoutValue = /^(?:[-–—―－/／\\*.…]+|无|暂无|待定|未定|空|无数据|缺|n\/?a|null)$/iu;

interface Bounded {
  comparator: Comparator;
  rest: string;
}

/** Takes the words before a figure away, as many as there are: 力争达到不低于95 → ≥, 95. The outermost bound counts. */
export function takeWordsBefore(text: string): Bounded {
  let rest = text;
  let comparator: Comparator = '';
  for (;;) {
    const bound = before.find(([, pattern]) => pattern.test(rest));
    const word = (bound?.[1] ?? reaching).exec(rest)?.[0] ?? '';
    if (word === '' || word === rest) return { comparator, rest };
    if (bound !== undefined && comparator === '') comparator = bound[0];
    rest = rest.slice(word.length);
  }
}

export function takeWordsBehind(text: string): Bounded {
  const bound = behind.find(([, pattern]) => pattern.test(text));
  if (bound === undefined) return { comparator: '', rest: text };
  return { comparator: bound[0], rest: text.replace(bound[1], '') };
}

const factorValues: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 };

/** The multiple that a measure begins with: 万亿元 → 10¹², 亿 → 10⁸, 家 → 1. */
export function splitFactor(measure: string): { factor: number; word: string; unit: string } {
  const word = /^[十百千万亿]*/u.exec(measure)?.[0] ?? '';
  const unit = measure.slice(word.length);
  // 百分点, 千克, 千瓦时 are units of their own.
  if (/^[百千]$/u.test(word) && /^(?:分|克|瓦|米|卡|伏|帕|字节)/u.test(unit))
    return { factor: 1, word: '', unit: measure };
  const factor = Array.from(word).reduce((product, character) => product * factorValues[character], 1);
  return { factor, word, unit };
}
