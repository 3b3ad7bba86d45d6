import { type PlannedMeetings } from '../kit/plan.js';

export const schemeMeetings: PlannedMeetings = {
  expertReview: {
    title: '专家论证会',
    agenda: ['起草工作组汇报《实施方案（论证稿）》', '专家逐条发表意见', '形成论证结论，签署书面意见'],
    preparation: [
      '会前阅读论证稿和编制说明',
      '会前声明与所论证事项有无直接利害关系；有直接利害关系的，应当回避',
      '会后签署书面论证意见',
    ],
  },
  plenary: {
    title: '市质量工作领导小组全体会议',
    agenda: ['汇报《实施方案（送审稿）》', '成员单位发表意见', '主要负责同志最后发表意见，形成决议'],
    preparation: ['会前阅读送审稿和编制说明'],
  },
};
