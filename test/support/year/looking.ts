import { type Desk } from '../clicks.js';

const filters: [area: string, page: string | undefined, button: string][] = [
  ['报送', undefined, '筛选'],
  ['课题与指标', '指标', '筛选'],
  ['征求意见', '意见登记簿', '筛选'],
  ['提醒', '邮件登记', '筛选'],
  ['台账', undefined, '查找'],
];

/** Presses every filter with nothing chosen: it shows everything. */
export async function filterByNothing(desk: Desk): Promise<void> {
  for (const [area, page, button] of filters) {
    await desk.open(area, page);
    await desk.press(button);
  }
}
