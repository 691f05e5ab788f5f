import { defineMove } from '../../../model/attack.ts';
import { casesOf } from '../../../model/fact.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { type ShownConfiguration, shownConfiguration } from '../../data/shown-configuration.ts';
import { shownSecrets } from '../../shown-secrets.ts';
import { type Finding, findings } from '../findings.ts';
import { instance } from '../instance.ts';
import { type Permission, permissions } from '../permissions.ts';
import { remembered } from '../remembered.ts';

type Setting = Finding['proof'];

export default defineMove({
  title: 'Read secrets in a configuration',
  description: 'Secrets stand in clear in the configuration, and the identity may look at it.',
  technique: 'T1552.001',
  actions: Object.values(shownConfiguration).flatMap(({ actions = [], anywhere = [] }) => [...actions, ...anywhere]),
  references: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html'],
  cost: 1,
  *instances(ask) {
    for (const [type, shown] of Object.entries(shownConfiguration)) {
      const targets = ask.system.ofType(type).filter((resource) => secretsOf(ask, resource).length > 0);
      const done = new Set<string>();
      for (const { principal, target, item } of lookingAt(ask, targets, shown)) {
        const key = `${principal.id} ${target.id}`;
        if (done.has(key)) continue;
        done.add(key);
        yield* instance({
          needs: [{ kind: 'acts-as', principal: principal.id }],
          gives: { kind: 'reads', resource: target.id },
          proof: [item, ...secretsOf(ask, target)],
          guard: target.guard,
        });
      }
    }
  },
});

function* lookingAt(
  ask: Questions,
  targets: readonly Resource[],
  { actions = [], anywhere = [] }: ShownConfiguration,
): Generator<Permission> {
  for (const action of actions) yield* permissions(ask, { action, targets });
  for (const action of anywhere) yield* permissions(ask, { action, targets, arn: () => ['*'] });
}

/** What is worth looking for: secrets in clear, and those that deployment puts in, the ones whose owner is known first. */
function secretsOf(ask: Questions, resource: Resource): readonly Setting[] {
  const inClear = casesOf(ask.system.fact(resource.id, 'secretsInClear')).flatMap(({ fact }) =>
    fact.kind === 'unknown' ? [] : fact.value,
  );
  const note = (name: string, where: string) => `secret ${name} stands in ${where}`;
  const setting = { kind: 'setting', resource: resource.id, property: '' } as const;
  const followed = byHolder(ask).get(resource.id) ?? [];
  const others = [...inClear, ...shownSecrets(resource)].filter(
    ({ origin }) => !followed.some((one) => one.origin === origin),
  );
  return [...followed, ...others.map(({ name, where, origin }) => ({ ...setting, note: note(name, where), origin }))];
}

/** What is found in each resource's own properties. */
const byHolder = remembered((ask) => {
  const held = new Map<string, Setting[]>();
  for (const { holder, place, toReaders, proof } of findings(ask)) {
    if (!toReaders || holder.id !== place.id) continue;
    const there = held.get(holder.id);
    if (there === undefined) held.set(holder.id, [proof]);
    else there.push(proof);
  }
  return held;
});
