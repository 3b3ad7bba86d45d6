/** Sentences that reasons often begin with; a person completes them. */
export const reasonSnippets = [
  { title: '属其他规定调整', text: '所提事项由有关专项规划或者管理规定调整，本方案不作重复规定。' },
  { title: '与上位文件一致', text: '有关表述与上位文件保持一致，不作修改。' },
  { title: '已在条款中体现', text: '文稿有关条款已作规定。' },
  { title: '部分吸收', text: '已吸收其中可行的部分，其余待条件成熟后研究。' },
  { title: '留待行动计划', text: '需进一步论证，拟在后续行动计划中研究。' },
];
