import { cleanLine, cleanText, InvalidInput } from '../../platform/index.js';
import { longestOpinion } from '../opinions/opinion.dto.js';
import { proposerCategories, type ProposerCategory } from '../opinions/opinion-kinds.js';

/** Units are written to and answer in writing; on the public page everybody else speaks. */
export const publicCategories = proposerCategories.filter((category) => category !== '征求意见单位');

/** What stands in the fields of the public form, as typed. */
export interface CommentFields {
  ticket: string;
  clauseId: string;
  category: string;
  name: string;
  contact: string;
  consent: boolean;
  content: string;
  /** Hidden from people; programs fill it in. */
  trap: string;
  /** The answer to the proof of work; empty from a browser without JavaScript. */
  proof: string;
}

export interface Comment {
  category: ProposerCategory;
  organisation: string | null;
  personName: string | null;
  personContact: string | null;
  content: string;
}

const longestName = 100;
const longestContact = 200;

/** @throws InvalidInput with a sentence for the person at the form */
export function readComment({ category, name, contact, consent, content }: CommentFields): Comment {
  const text = cleanText(content, '意见内容');
  if (text.trim() === '') throw new InvalidInput('还没有填写意见内容。请写明改哪里、怎么改、为什么。');
  if (text.length > longestOpinion)
    throw new InvalidInput(
      `意见内容有${text.length}字，一次最多${longestOpinion}字。请精简，或者分几次提交。`,
    );
  const known = publicCategories.find((candidate) => candidate === category);
  if (known === undefined) throw new InvalidInput('请选择您以什么身份提出意见。');
  const who = lineOf(name, '姓名或者单位', longestName);
  const personContact = lineOf(contact, '联系方式', longestContact);
  if (personContact !== null && !consent)
    throw new InvalidInput('填写了联系方式，请勾选同意处理个人信息；不同意的，请删去联系方式后提交。');
  const isPerson = known === '社会公众' || known === '专家';
  return {
    category: known,
    organisation: isPerson ? null : who,
    personName: isPerson ? who : null,
    personContact,
    content: text,
  };
}

function lineOf(typed: string, label: string, longest: number): string | null {
  const line = cleanLine(typed, label);
  if (line.length > longest) throw new InvalidInput(`${label}最多${longest}个字，请精简后再提交。`);
  return line === '' ? null : line;
}

/** As the register takes it. */
export const opinionInput = ({ content, category, organisation, personName, personContact }: Comment) => ({
  channel: '网上' as const,
  content,
  proposer: { category, organisation, personName, personContact },
});
