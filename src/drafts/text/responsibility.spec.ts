import { describe, expect, test } from '@jest/globals';
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
