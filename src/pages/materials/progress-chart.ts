import * as echarts from 'echarts';
import { type ProgressLine, parts } from './progress-view.js';

/** As in the style sheet; hatched or hollow where black and white must tell them apart. */
const colours: Record<string, object> = {
  accepted: { color: '#17506b' },
  submitted: { color: '#5b8aa1' },
  returned: {
    color: '#5b8aa1',
    decal: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 2], rotation: 0.7, color: '#fff' },
  },
  extended: { color: '#a9c4d0' },
  open: { color: '#e8f0f4', borderColor: '#7d8a92', borderWidth: 1 },
  late: { color: '#a4241c' },
  waived: { color: '#fff', borderColor: '#7d8a92', borderWidth: 1 },
  unanswered: { color: '#dde2e4', borderColor: '#7d8a92', borderWidth: 1 },
};

const rowHeight = 34;
const frameHeight = 64;

/** A bar for each category, its pieces in the order of the table. */
export function progressChart(lines: readonly ProgressLine[]): string {
  const shown = lines.filter(({ total }) => total > 0).reverse();
  const size = { width: 1376, height: frameHeight + rowHeight * Math.max(1, shown.length) };
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, ...size });
  const text = { color: '#1b2226', fontSize: 13 };
  chart.setOption({
    animation: false,
    grid: { left: 230, right: 24, top: 40, bottom: 24 },
    legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 12, textStyle: text },
    xAxis: {
      type: 'value',
      minInterval: 1,
      axisLabel: { color: '#47525a' },
      splitLine: { lineStyle: { color: '#dde2e4' } },
    },
    yAxis: {
      type: 'category',
      data: shown.map(({ title }) => title),
      axisLabel: { ...text, width: 215, overflow: 'truncate' },
      axisTick: { show: false },
    },
    series: parts.map(({ key, title }, index) => ({
      name: title,
      type: 'bar',
      stack: 'all',
      barWidth: 16,
      itemStyle: colours[key],
      data: shown.map((line) => line.counts[index].count),
    })),
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}
