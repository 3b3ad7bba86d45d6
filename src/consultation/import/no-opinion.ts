const blank = /^[\s/／\\\-—－–~～.。…、,，_＿*×]+$/u;
const quoted = /《[^》]{0,80}》|[（(][^（）()]{0,60}[)）]|“[^”]{0,60}”/gu;
const words = new RegExp(
  '^(?:经|认真|研究|讨论|审阅|后|我|本|贵|你|该|局|委|办|院|所|区|会|处|厅|部|校|公司|集团|单位|部门|对|于|就|关于|此|文稿|文本|征求|意见稿|实施|方案|草案|内容|上述|以上|送审|表述|原则上?|总体|基本|完全|均|全部|一致|表示|回复|答复|如下|无|没有|没|暂无|暂|尚|未|提出|不提|其他|其它|别的|任何|不同|修改|修订|补充|完善|调整|反馈|具体|新的|进一步|更多|意见|建议|和|及|与|或|的|了|异议|反对|同意|赞同|认可|支持|已阅|知悉|None|N/?A|nil|no)+$',
  'iu',
);
const says = /无|没|未提出|不提|同意|赞同|认可|已阅|知悉|none|n\/?a|nil|^no$/iu;

/** 无, /, 没有意见, 同意, “经研究，我局对《…》无修改意见”: an answer, and no opinion. */
export function saysNoOpinion(text: string): boolean {
  const folded = text.normalize('NFKC').trim();
  if (folded === '') return false;
  if (blank.test(folded)) return true;
  if (folded.length > 120) return false;
  const bare = folded.replace(quoted, '').replace(/[\s,，.。;；:：!！、/*]/gu, '');
  if (/^[<>]|\d/.test(bare) || /不(?:太|尽|完全|予|能)?(?:同意(?!见)|赞同|认可)|未(?:同意|认可)/u.test(bare))
    return false;
  return words.test(bare) && says.test(bare);
}
