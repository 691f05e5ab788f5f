import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { casesOf } from '../../src/model/fact.ts';
import { deployExamples, knownTypes } from './example-file.ts';

/** Controls are named by id; a name that the catalogue does not know would be credited by nobody. */
test('every protection that a resource type tells of is a control of the catalogue', async () => {
  const folder = fileURLToPath(new URL('../../src/catalog/controls', import.meta.url));
  const controls = new Set(readdirSync(folder).map((file) => file.replace(/\.ts$/, '')));
  const types = await knownTypes();
  const services = new Map(types.map(({ service }) => [service.type, service]));
  const named = types.flatMap(({ examples }) => {
    if (examples === undefined) return [];
    const { base } = deployExamples(examples, services);
    return base.resources.flatMap(({ id }) =>
      casesOf(base.fact(id, 'protections')).flatMap(({ fact }) =>
        fact.kind === 'known' ? fact.value.map(({ control }) => control) : [],
      ),
    );
  });
  expect(named.length).toBeGreaterThan(0);
  expect([...new Set(named)].filter((control) => !controls.has(control))).toEqual([]);
});
