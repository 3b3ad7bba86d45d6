import { districtCodeOf } from './districts.js';
import { type RosterRow } from './roster-row.js';
import { longest, ownAliases, type Unit } from './unit.js';

type Missing = { refused: 'shortName' | 'category' | 'liaison' | 'name'; message: string };

/** The unit as the row would have it: a known unit changed, or a new one; or the column that is still needed. */
export function mergeRow(known: Unit | undefined, row: RosterRow): Omit<Unit, 'key'> | Missing {
  const category = row.category ?? known?.category;
  if (!category) return { refused: 'category', message: '新增单位须填写“类别”。' };
  const liaison = row.liaison ?? known?.contacts.liaison;
  if (!liaison)
    return { refused: 'liaison', message: '新增单位须填写“联络员邮箱”，否则无法发送通知和提醒。' };
  const shortName = row.shortName ?? known?.shortName ?? row.name;
  if (Array.from(shortName).length > longest.shortName) {
    return { refused: 'shortName', message: `全称超过${longest.shortName}字的单位须填写“简称”。` };
  }
  const sameOffice = known?.category === category && known.name === row.name;
  const named = category === 'district' ? districtCodeOf(row.name) : undefined;
  const districtCode = sameOffice ? known.districtCode : named;
  if (category === 'district' && !districtCode) {
    return {
      refused: 'name',
      message: '从名称看不出是本市16个区中的哪一区。请按“上海市黄浦区质量工作领导小组办公室”的样式填写。',
    };
  }
  const leader = row.leader === undefined ? known?.contacts.leader : (row.leader ?? undefined);
  const unit = {
    name: row.name,
    shortName,
    category,
    ...(districtCode && { districtCode }),
    contacts: { liaison, ...(leader && { leader }) },
    remark: row.remark ?? known?.remark ?? '',
    demonstration: known?.demonstration ?? false,
  };
  return { ...unit, aliases: ownAliases({ ...unit, aliases: row.aliases ?? known?.aliases ?? [] }) };
}
