import {
  collectStage,
  definitions,
  type MaterialsFacts,
  type Stage,
  type WorkflowDefinition,
} from '../../workflows/index.js';
import { answer, reactTo } from './answer.js';
import { Ports } from './ports.js';

const chart = { id: 'chart@1' } as WorkflowDefinition;
const nothing = () => Promise.resolve();

/** Ports at which everything is registered that the charts ask, but what is left out. */
function portsWithout(left: string): Ports {
  const ports = new Ports();
  for (const fault of new Ports().faults(definitions)) {
    const name = fault.split(' ').at(-1)!;
    if (name === left) continue;
    if (fault.startsWith('nobody answers')) {
      ports.addFactSources({ answers: name, gather: () => Promise.resolve({}) });
    } else ports.addReactions({ reactsTo: name, react: nothing });
  }
  return ports;
}

describe('the ports of the engine', () => {
  it('refuse two answers to one requirement', () => {
    const ports = new Ports();
    const source = { answers: 'chart/question', gather: async () => ({}) };
    ports.addFactSources(source);
    expect(() => ports.addFactSources(source)).toThrow('chart/question is answered twice');
    expect(ports.factSource(chart, 'question')).toBe(source);
  });

  it('refuse the same reaction twice: its mail would go out twice', () => {
    const ports = new Ports();
    const reaction = { reactsTo: 'chart/act', react: nothing };
    ports.addReactions(reaction, { reactsTo: 'chart/act', react: () => Promise.resolve() });
    expect(() => ports.addReactions({ ...reaction })).toThrow('chart/act is reacted to twice');
  });

  it('stop at a question or an intent that nobody knows', () => {
    const ports = new Ports();
    expect(() => ports.factSource(chart, 'other')).toThrow('nobody answers chart/other');
    expect(() => ports.reactionsTo(chart, 'act')).toThrow('nobody reacts to chart/act');
  });

  it('have no fault when every chart is answered and heard', () => {
    expect(portsWithout('').faults(definitions)).toEqual([]);
  });

  it.each([
    ['collect/materialsSettled', 'nobody answers collect/materialsSettled'],
    ['opinion/registerOpen', 'nobody answers opinion/registerOpen'],
    ['draft/freezeDraft', 'nobody reacts to draft/freezeDraft'],
    ['obligation/sendReceipt', 'nobody reacts to obligation/sendReceipt'],
  ])('name what is missing: %s', (left, fault) => {
    expect(portsWithout(left).faults(definitions)).toEqual([fault]);
  });

  it('name an answer and a reaction that no chart asks for', () => {
    const ports = portsWithout('');
    ports.addFactSources({ answers: 'collect/materialSettled', gather: async () => ({}) });
    ports.addReactions({ reactsTo: 'draft/thawDraft', react: nothing });
    expect(ports.faults(definitions)).toEqual([
      'no chart asks collect/materialSettled',
      'no chart intends draft/thawDraft',
    ]);
  });

  it('are typed by stage: a wrong name or wrong facts do not compile', async () => {
    const facts: MaterialsFacts = {
      owed: 0,
      accepted: 0,
      waived: 0,
      notHandedIn: 0,
      toReview: 0,
      returned: 0,
      units: [],
    };
    const source = answer(collectStage, 'materialsSettled', () => Promise.resolve(facts));
    expect(source.answers).toBe('collect/materialsSettled');
    // @ts-expect-error no such requirement
    answer(collectStage, 'materialSettled', () => Promise.resolve(facts));
    // @ts-expect-error facts of another requirement
    answer(collectStage, 'materialsSettled', () => Promise.resolve({ published: true }));
    // @ts-expect-error the stage has no such intent
    reactTo(collectStage, 'freezeDraft', nothing);
  });
});

describe('a stage', () => {
  it('owns its names: no requirement and no intent is the name of two', () => {
    const stages = definitions.flatMap((one) => ('parts' in one ? (one.parts as { stage: Stage }[]) : []));
    const names = stages.flatMap(({ stage }) => [...Object.keys(stage.requirements), ...stage.intents]);
    expect([...new Set(names)]).toEqual(names);
  });
});
