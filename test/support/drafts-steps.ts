import { Acts, type FactScope, Ports } from '../../src/engine/index.js';
import { importDraft, type ImportedDraft } from '../../src/drafts/index.js';
import { Clock, Database } from '../../src/platform/index.js';
import { assessRequirements } from '../../workflows/index.js';
import { implementationScheme2021 } from '../../workflows/implementation-scheme-2021/index.js';
import { secretary, type TestHouse } from './test-house.js';

const workflow = implementationScheme2021;

/** What a step of the chart would do, without walking the chart to it. */
export async function react(
  house: TestHouse,
  intent: string,
  params: Record<string, unknown> = {},
  context: Record<string, unknown> = {},
): Promise<void> {
  const order = { compilationId: house.compilationId, actor: secretary, type: 'test.stepped' };
  await house.get(Acts).perform(order, async (act) => {
    for (const reaction of house.get(Ports).reactionsTo(workflow, intent)) {
      await reaction.react(act, {
        instanceId: house.compilationId,
        params,
        context,
        event: { type: 'test' },
      });
    }
  });
}

export const reopenDraft = (house: TestHouse, version: string): Promise<void> =>
  react(house, 'reopenDraft', { version });

export const freezeDraft = (house: TestHouse, version: string): Promise<void> =>
  react(house, 'freezeDraft', { version });

export const importText = (house: TestHouse, text: string): Promise<ImportedDraft> =>
  house.perform(importDraft, { format: 'text', text });

/** How a requirement of the drafting chart stands now. */
export async function assess(house: TestHouse, requirement: string, freezes?: string) {
  const facts = await house.get(Database).read((tx) =>
    house
      .get(Ports)
      .factSource(workflow, requirement)
      .gather({
        tx,
        now: house.get(Clock).now(),
        compilationId: house.compilationId,
        instanceId: house.compilationId,
        context: {},
        event: { type: 'test', reason: '' },
        guard: { requirements: [requirement], freezes },
      } as FactScope),
  );
  const [assessment] = assessRequirements(
    implementationScheme2021.requirements,
    [requirement],
    { [requirement]: facts },
    { decisionCatalogued: true },
  );
  return assessment;
}
