import { type UnitCategory } from '../directory/index.js';

interface NoticeContent {
  lengthText: string;
  parts: string[];
}

/** What the notice asks of the four categories that hand in materials (通知四、（一）1). */
const material: NoticeContent = {
  lengthText: '约3000字',
  parts: [
    '质量发展的现状',
    '存在问题和不足',
    '目标（分2025年、2035年两个时间节点设置量化目标）',
    '任务与举措（写明时间表、路线图）',
  ],
};

/** What it asks of research institutes (同上，及附件课题目录). */
const report: NoticeContent = {
  lengthText: '约1万字',
  parts: ['课题研究报告（可从课题目录中选题，也可在目录外自拟题目；经验做法应可复制、可借鉴、可推广）'],
};

export const noticeContent = (category: UnitCategory): NoticeContent =>
  category === 'institute' ? report : material;
