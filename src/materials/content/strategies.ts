import { z } from 'zod';

/**
 * What the plan has to serve (通知一、二（二）): 三大任务、一大平台, 五个中心, 四大功能, 城市治理现代化. A task names those
 * it serves; the coverage table shows what no task serves yet.
 */
export const strategies = {
  三大任务: ['自贸试验区临港新片区', '科创板注册制', '长三角一体化'],
  一大平台: ['进口博览会'],
  五个中心: ['国际经济中心', '国际金融中心', '国际贸易中心', '国际航运中心', '国际科技创新中心'],
  四大功能: ['全球资源配置', '科技创新策源', '高端产业引领', '开放枢纽门户'],
  城市治理: ['城市治理现代化'],
} as const;

export type Strategy = (typeof strategies)[keyof typeof strategies][number];

export const strategyNames: readonly Strategy[] = Object.values(strategies).flat();

export const strategySchema = z.enum(strategyNames as [Strategy, ...Strategy[]], {
  error: `应为以下之一：${strategyNames.join('、')}`,
});
