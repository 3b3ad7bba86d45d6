import { z } from 'zod';
import { normaliseLabel } from './normalise-label.js';

/**
 * What the plan has to serve (通知一、二（二）): 三大任务、一大平台, 五个中心, 全球卓越城市, 四大功能, 城市治理现代化.
 * A task names those it serves; the coverage table shows what no task serves yet.
 */
export const strategies = {
  三大任务: ['自贸试验区临港新片区', '科创板注册制', '长三角一体化'],
  一大平台: ['进口博览会'],
  五个中心: ['国际经济中心', '国际金融中心', '国际贸易中心', '国际航运中心', '国际科技创新中心'],
  城市目标: ['卓越的全球城市'],
  四大功能: ['全球资源配置', '科技创新策源', '高端产业引领', '开放枢纽门户'],
  城市治理: ['城市治理现代化'],
} as const;

export type Strategy = (typeof strategies)[keyof typeof strategies][number];

export const strategyNames: readonly Strategy[] = Object.values(strategies).flat();

/** Other ways in which documents write them; the notice itself has 全球卓越城市. */
const variants: Partial<Record<Strategy, string[]>> = {
  自贸试验区临港新片区: ['临港新片区', '上海自贸试验区新片区', '自由贸易试验区临港新片区'],
  科创板注册制: ['科创板', '设立科创板并试点注册制', '科创板并试点注册制'],
  长三角一体化: ['长三角一体化发展', '长江三角洲区域一体化', '长三角更高质量一体化'],
  进口博览会: ['进博会', '中国国际进口博览会', '国际进口博览会'],
  国际科技创新中心: ['国际科创中心', '科创中心', '科技创新中心', '全球科技创新中心'],
  卓越的全球城市: ['全球卓越城市', '卓越全球城市'],
  城市治理现代化: ['提升城市治理现代化水平', '超大城市治理现代化'],
};

const byKey = new Map(
  strategyNames.flatMap((name) =>
    [name, ...(variants[name] ?? [])].map((spelling) => [keyOf(spelling), name] as const),
  ),
);

/** 上海, 功能 and 建设 around a name say nothing more: “四大功能” are written with and without 功能. */
function keyOf(spelling: string): string {
  return normaliseLabel(spelling)
    .replace(/^上海/, '')
    .replace(/(?:建设|功能)$/, '');
}

/** The strategy that is meant, however it is written; null when none is. */
export const strategyNamed = (text: string): Strategy | null => byKey.get(keyOf(text)) ?? null;

export const strategySchema = z
  .string({ error: '应为文字' })
  .transform((text) => strategyNamed(text) ?? text)
  .pipe(
    z.enum(strategyNames as [Strategy, ...Strategy[]], {
      error: `应为以下之一：${strategyNames.join('、')}`,
    }),
  );
