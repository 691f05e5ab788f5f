import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { actionsThatMatter } from '../../bench/access/actions.ts';
import { organizationOf } from '../../bench/organization/organization.ts';
import { services } from '../../src/catalog/catalog.generated.ts';
import { createAccess } from '../../src/define/access/create-access.ts';
import { createBase } from '../../src/define/system/create-system.ts';

const seed = 7;
const size = Number(process.env['BARTIZAN_ORGANIZATION'] ?? 24);
/** Every how manieth of the actions is asked about. */
const every = Number(process.env['BARTIZAN_ACTIONS_EVERY'] ?? 12);

test('in a connected organization, asking for everybody at once is asking for each pair', async () => {
  console.log(`seed ${seed}, ${size} principals`);
  const { resources, deployments, policies } = organizationOf(size, seed, size / 4);
  const base = createBase(
    { resources, deployments, asOf: '2026-11-28' },
    new Map(services.map((service) => [service.type, service])),
  );
  const access = createAccess(base, () => undefined, { organization: policies });
  const principals = access.principals();
  let allowed = 0;
  const actions = (await actionsThatMatter(400)).filter((_, at) => at % every === 0);
  for (const { action, type } of actions) {
    const on = base.ofType(type);
    const found = new Map<number, object>();
    for (const { principals: who, resources: what, verdict, conditions, guard } of access.whoMay({ action, on }))
      for (const one of who)
        for (const position of what) {
          expect(found.has(one * on.length + position)).toBe(false);
          found.set(one * on.length + position, { verdict, conditions, guard });
        }
    principals.forEach((principal, one) => {
      on.forEach((resource, position) => {
        const decision = access.decide({
          caller: { kind: 'resource', resource: principal.id },
          action,
          resource: resource.arn ?? resource.name,
          on: resource.id,
        });
        const { verdict, conditions, guard } = decision;
        const expected = verdict === 'deny' ? undefined : { verdict, conditions, guard };
        const is = found.get(one * on.length + position);
        if (expected !== undefined) allowed += 1;
        if (!isDeepStrictEqual(is, expected))
          expect({ action, principal: principal.id, resource: resource.id, is }).toEqual({
            action,
            principal: principal.id,
            resource: resource.id,
            is: expected,
          });
      });
    });
  }
  expect(allowed).toBeGreaterThan(size);
});
