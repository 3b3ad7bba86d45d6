import { readFileSync } from 'node:fs';
import { flattenClauses } from './clause.js';
import { previewSplit } from './preview-split.js';
import { readResponsibilities } from './responsibility.js';

const rolesIn = (passage: string): { lead: string[]; participate: string[] }[] =>
  readResponsibilities(passage).map(({ lead, participate }) => ({ lead, participate }));

describe('a responsibility bracket', () => {
  test.each([
    ['（责任单位：市市场监管局、市经济信息化委）', ['市市场监管局', '市经济信息化委'], []],
    ['(责任单位:市市场监管局,市经济信息化委)', ['市市场监管局', '市经济信息化委'], []],
    ['（責任單位：市市場監管局、上海海關）', ['市市場監管局', '上海海關'], []],
    ['（市市场监管局、市商务委牵头负责）', ['市市场监管局', '市商务委'], []],
    ['（市市場監管局牽頭負責）', ['市市場監管局'], []],
    ['（市通信管理局负责）', ['市通信管理局'], []],
    ['（市科委、各区人民政府按职责分工负责）', [], ['市科委', '各区人民政府']],
    ['（市科委、市财政局按照各自职责分工分别负责）', [], ['市科委', '市财政局']],
    ['（市發展改革委、市財政局按職責分工負責）', [], ['市發展改革委', '市財政局']],
    ['（市发展改革委牵头，市科委、市财政局按职责分工负责）', ['市发展改革委'], ['市科委', '市财政局']],
    ['（牵头单位：市市场监管局；配合单位：市商务委、各区）', ['市市场监管局'], ['市商务委', '各区']],
    ['（牵头单位：市市场监管局；责任单位：市商务委）', ['市市场监管局'], ['市商务委']],
    ['（责任部门：市商务委、市通信管理局等；各区政府）', ['市商务委', '市通信管理局', '各区政府'], []],
    ['（责任单位：市市场监管局牵头，市商务委配合）', ['市市场监管局'], ['市商务委']],
    ['（市质量办会同市发展改革委、市财政局负责）', ['市质量办'], ['市发展改革委', '市财政局']],
    ['（由市市场监管局和市商务委牵头）', ['市市场监管局', '市商务委'], []],
    ['（责任单位：市商务委、市住房城乡建设管理委等部门）', ['市商务委', '市住房城乡建设管理委'], []],
  ])('%s names who leads and who takes part, without the role', (bracket, lead, participate) => {
    expect(rolesIn(`加快标准研制。${bracket}`)).toEqual([{ lead, participate }]);
  });

  test('is read with the brackets and conjunctions inside a unit’s name left whole', () => {
    expect(rolesIn('推进落实。（责任单位：市人力资源和社会保障局、各控股（集团）公司）')).toEqual([
      { lead: ['市人力资源和社会保障局', '各控股（集团）公司'], participate: [] },
    ]);
  });

  test('covers the sentences since the one before it in its passage', () => {
    const passage =
      '完善标准体系。扩大试点。（责任单位：市市场监管局）推进监管改革。（市商务委牵头负责）加强宣传。';
    expect(readResponsibilities(passage).map(({ covers, text }) => [covers, text])).toEqual([
      ['完善标准体系。扩大试点。', '（责任单位：市市场监管局）'],
      ['推进监管改革。', '（市商务委牵头负责）'],
    ]);
  });

  test('may stand before the full stop', () => {
    expect(rolesIn('加强行业监管（市通信管理局负责）。')).toEqual([
      { lead: ['市通信管理局'], participate: [] },
    ]);
  });
});

describe('a bracket that only looks like one', () => {
  test.each([
    '坚持“三管三必须”。（谁主管、谁负责）',
    '健全责任体系（谁生产、谁负责）。',
    '构建工作格局。（党委领导、政府负责、社会参与）',
    '落实主体责任。（企业对产品质量负责）',
    '成立工作小组。（组长负责）',
    '落实。（责任单位另行明确）',
    '落实。（责任单位：详见附件）',
    '落实。（按职责分工负责）',
    '设立办公室（以下简称“市质量办”，负责日常工作）。',
    '建设服务平台（中心）。',
    '按照“三全四化”（全覆盖、全过程、全天候）的要求，加强管理。',
    '建立（市市场监管局牵头负责）工作机制。',
    '负责人签字（盖章）。',
  ])('names nobody: %s', (passage) => {
    expect(readResponsibilities(passage)).toEqual([]);
  });

  test('neither ends nor begins what a true one covers', () => {
    const passage = '坚持（谁主管、谁负责）。建设平台（中心）。（责任单位：市经济信息化委）';
    expect(readResponsibilities(passage)).toEqual([
      expect.objectContaining({
        covers: '坚持（谁主管、谁负责）。建设平台（中心）。',
        lead: ['市经济信息化委'],
      }),
    ]);
  });
});

/** “*A” leads, “A” answers for it, “+A” takes part; “@” until when. */
function said(line: string): string {
  const text = ['示例方案', '一、任务', '（一）某项任务', ...line.split(String.raw`\n`)].join('\n\n');
  const { draft, doubts } = previewSplit({ kind: 'text', text });
  const roles = flattenClauses(draft.clauses)
    .flatMap(({ clause }) => clause.responsibilities)
    .map(({ lead, participate, answering = [], due }) => {
      const marked = (units: string[], mark: string) =>
        units.map((unit) => (answering.includes(unit) ? unit : `${mark}${unit}`));
      return [...marked(lead, '*'), ...marked(participate, '+'), ...(due ? [`@${due}`] : [])].join(' ');
    });
  const unsure = doubts.some(({ kind }) => kind === 'bare-units') ? ['?'] : [];
  return [...roles, ...unsure].join(' / ');
}

test('sentences after which units stand are read in the ways in which offices write them', () => {
  const file = new URL('../../../test/fixtures/text/responsibilities.txt', import.meta.url);
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  const [market, economy, science, commerce] = ['市市场监管局', '市经济信息化委', '市科委', '市商务委'];
  expect(lines.map(said)).toEqual([
    `*${market} +${economy} +${science}`,
    '*市发展改革委 +市财政局 +各区政府',
    `${market} @2022年6月`,
    `${market} ${economy}`,
    `${market} ${economy}`,
    '?',
    `+${market} +${economy}`,
    `${market} 中国（上海）自由贸易试验区临港新片区管委会`,
    '*市场监管局 +经信委 +科委',
    `${market} ${economy} ${science}`,
    `${market} ${economy}`,
    '?',
    `${market} 16个区`,
    `*${market} ${science} ${commerce}`,
    `${market} 上海自贸试验区管委会 张江高新区管委会 虹桥商务区管委会`,
    '市一网统管办',
    `${market} ${science}`,
    `*${market} +${science} +${commerce}`,
    `${market} ${science}`,
    '各有关部门 各区政府',
    // Who interprets the text is nobody’s task in it, but a unit is named with 负责: a person looks at it.
    '?',
    '',
    '',
    `${market} ${science} @2023年`,
  ]);
});

test.each([
  ['推进。（牵头单位：市科委；参加单位：市教委；完成时间：2023年底前）', '*市科委 +市教委 @2023年底前'],
  ['推进。（主责单位：市科委；协办单位：市教委）', '*市科委 +市教委'],
  ['推进。（市科委会同市教委、市财政局负责）', '*市科委 +市教委 +市财政局'],
  ['推进。（市科委、市教委分别负责）', '+市科委 +市教委'],
  ['推进。（市科委牵头，市教委、市财政局参与，2023年底前完成）', '*市科委 +市教委 +市财政局 @2023年底前'],
  ['推进。（责任单位：市科委，长期坚持）', '市科委 @长期坚持'],
  ['推进。（市科委牵头负责，持续推进）', '*市科委 @持续推进'],
  ['推进。（市科委牵头；市教委及各区政府配合）', '*市科委 +市教委 +各区政府'],
  ['推进。（责任单位：市委宣传部与市科委）', '市委宣传部 市科委'],
  ['推进。（责任单位：市粮食和物资储备局、市文化和旅游局等5个部门）', '市粮食和物资储备局 市文化和旅游局'],
  ['推进。（牵头：市科委；配合：市教委）', '*市科委 +市教委'],
  ['推进。（由市科委牵头，会同市教委组织实施）', '*市科委 +市教委'],
  ['推进。（市科委负责）（2025年底前完成）', '市科委 @2025年底前'],
  ['推进。（完成时限：2022年6月；责任单位：市科委）', '市科委 @2022年6月'],
  ['推进。责任单位：市科委、市教委；完成时限：2023年底。', '市科委 市教委 @2023年底'],
  ['推进。（责任单位为市科委、市教委）', '市科委 市教委'],
  ['推进。（市科委（市外专局）牵头，市教委配合）', '*市科委（市外专局） +市教委'],
  ['推进。（市科委负责，其他单位视情参加）', '?'],
  ['推进。（市科委）', '?'],
  ['推进。（详见附件2，市科委牵头的除外）', '?'],
  ['推进。（详见附件2）', ''],
  ['推进。（以下简称市质量办）', ''],
  ['推进。（来源：市统计局）', ''],
  ['落实责任单位：明确分工，压实责任。', ''],
  ['推进。（企业负责）', ''],
])('%s', (line, roles) => {
  expect(said(line)).toBe(roles);
});
