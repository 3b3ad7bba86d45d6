import { type Desk } from '../clicks.js';

const paragraph = (words: string, times: number) => words.repeat(times);

/** Types a material of the four-part form with nothing missing. */
export async function fillMaterial(desk: Desk): Promise<void> {
  await desk.fill({
    '一、': paragraph('本行业质量基础总体扎实。', 65),
    '二、': paragraph('计量测试能力尚有差距。', 70),
    '三、': paragraph('质量竞争力进入前列。', 75),
    '四、': paragraph('建设公共计量测试平台。', 65),
    目标1: '质量基础设施能力达到国际先进水平',
    问题1: '计量测试能力不足',
    原因: '高端仪器依赖进口',
    任务1: '建设公共计量测试平台',
    对应的目标或者指标: '质量基础设施能力达到国际先进水平',
    对应的问题: '计量测试能力不足',
    路线图: '2022年：完成立项\n2025年12月：建成并投入使用',
  });
  await desk.group('任务表').fill({ 时间表: '2022年启动，2025年建成' });
  await fillIndicator(desk.group('指标表'));
  await desk.tick('已经核对');
  await desk.press('保存');
}

function fillIndicator(desk: Desk): Promise<void> {
  return desk.fill({
    指标1: '制造业产品质量合格率',
    单位: '%',
    '2020年基期': '93.6',
    '2025年目标': '95',
    '2035年目标': '97',
    数据来源: '市统计年鉴2020',
  });
}

/** Hands in what is saved, with the code that is mailed for it. */
export async function submitMaterial(desk: Desk, mailedCode: () => Promise<string>): Promise<void> {
  await desk.press(/^报送$/);
  await desk.reads('以下是报送后的全部效果');
  await desk.fill({ 验证码: await mailedCode() });
  await desk.press('正式报送');
  await desk.reads('报送回执');
}
