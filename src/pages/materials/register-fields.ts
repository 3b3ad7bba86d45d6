import { z } from 'zod';
import { districts, unitCategories } from '../../directory/index.js';
import { type RegisterFilter, type RegisterOrder, registerOrders } from '../../obligations/index.js';
import { obligationWorkflow } from '../../../workflows/index.js';
import { areaPath } from '../frame/navigation.js';
import { chosen, pageNumber, ticked } from '../words/form-fields.js';

export const pageSize = 50;

const states = ['owed', 'drafting', 'submitted', 'returned', 'accepted', 'waived', 'unanswered'] as const;
const codes = districts.map(({ code }) => code);

/** The filters of the register, as its address holds them. */
export const filterFields = {
  kind: chosen(z.enum(['material', 'reply'])),
  category: chosen(z.enum(unitCategories)),
  state: chosen(z.enum(states)),
  district: chosen(z.enum(codes)),
  late: ticked,
  unit: z.string().trim().max(100).default(''),
};

export const registerFields = {
  ...filterFields,
  order: chosen(z.enum(registerOrders)),
  page: pageNumber,
};

export type FilterFields = z.output<z.ZodObject<typeof filterFields>>;
export type RegisterFields = FilterFields & { order?: RegisterOrder; page: number };

export const filterOf = ({ kind, category, state, district, late, unit }: FilterFields): RegisterFilter => ({
  ...{ kind, category, state },
  districtCode: district,
  late: late || undefined,
  unit: unit === '' ? undefined : unit,
});

export const stateOptions = states.map((value) => ({ value, title: obligationWorkflow.stateTitles[value] }));
export const kindTitles = { material: '材料报送', reply: '书面征求意见回函' } as const;
export const orderTitles: Record<RegisterOrder, string> = {
  attention: '须办理的在前',
  roster: '名册次序',
  deadline: '期限先后',
  handedIn: '报送时间，新的在前',
};

export const materialsPath = (compilationId: string): string => areaPath(compilationId, 'materials');
export const storyPath = (compilationId: string, obligationId: string): string =>
  `${materialsPath(compilationId)}/${obligationId}`;
