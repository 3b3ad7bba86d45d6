import { type Disposition } from '../../workflows/index.js';
import { type Chance } from './chance.js';

const publicPoints = [
  '建议进一步明确中小企业质量服务的具体措施和责任单位。',
  '建议增加消费者投诉与质量改进联动的内容，让群众能够参与。',
  '目标中的指标建议列出基期数值，便于比较。',
  '建议补充老旧小区电梯等特种设备的质量安全措施。',
  '文字表述较长，建议精简，突出重点任务。',
  '建议把养老服务质量纳入重点提升领域。',
  '希望公布检验检测机构的服务目录和收费标准。',
  '建议明确长三角质量合作的时间表和路线图。',
];
const unitPoints = [
  '本条所列任务建议由牵头单位会同本单位共同推进，责任单位顺序请予调整。',
  '指标口径与本系统统计制度不一致，建议采用统计部门公布的口径。',
  '建议与本单位“十四五”规划的有关表述保持一致。',
];

export const publicPoint = (chance: Chance): string => chance.pick(publicPoints);
export const unitPoint = (chance: Chance): string => chance.pick(unitPoints);

export const alreadyReflected = {
  disposition: '已有体现' as Disposition,
  reason: '文稿有关条款已作规定。',
  share: 0.15,
};

/** How opinions fare in this play, with the reason the handler writes. */
export const decisions: { disposition: Disposition; reason: string; share: number }[] = [
  { disposition: '采纳', reason: '', share: 0.35 },
  { disposition: '部分采纳', reason: '已吸收其中可行的部分，其余待条件成熟后研究。', share: 0.25 },
  { disposition: '不采纳', reason: '所提事项超出本实施方案的范围，由有关专项规划规定。', share: 0.15 },
  alreadyReflected,
  { disposition: '留作研究', reason: '需进一步论证，留作后续研究。', share: 0.1 },
];

export function drawDecision(chance: Chance): (typeof decisions)[number] {
  let drawn = chance.next();
  return decisions.find(({ share }) => (drawn -= share) < 0) ?? decisions[0];
}
