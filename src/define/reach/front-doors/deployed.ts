import { partOfFact } from '../../../catalog/combine-facts.ts';
import { casesOf, given } from '../../../model/fact.ts';
import { always, type Guard } from '../../../model/guard.ts';
import type { Hop } from '../../../model/reach.ts';
import type { Resource } from '../../../model/resource.ts';
import type { ResourceBase } from '../../system/create-system.ts';

/** When it answers; with a doubt, what would tell. */
interface Answering {
  readonly guard: Guard;
  readonly doubt?: string;
}

/** When a resource answers requests at all: an API while one of its stages is there, all else always. */
export function answering(base: ResourceBase, resource: Resource): readonly Answering[] {
  const settings = base.fact(resource.id, 'settings');
  if (settings.kind === 'not-applicable') return [{ guard: always }];
  const deployed = partOfFact(settings, (all) => all.deployed ?? given(true));
  const cases = casesOf(deployed);
  // Where no stage is in the input, one may still be made elsewhere, unless all of the account is in it.
  const isElsewhere =
    !cases.some(({ fact }) => fact.kind === 'known' && fact.value) &&
    base.deploymentOf(resource.id).completeness !== 'complete';
  return cases.flatMap(({ guard, fact }): readonly Answering[] => {
    if (fact.kind === 'unknown') return [{ guard, doubt: fact.settledBy }];
    if (fact.value) return [{ guard }];
    return isElsewhere ? [{ guard, doubt: `a stage of ${resource.address}, which has none in the input` }] : [];
  });
}

/** All of its account is in the input, and nothing that would have it answer. */
export function notDeployed(resource: Resource): Hop {
  const because = `no stage of ${resource.address} is there: nothing is deployed that would answer`;
  return { component: 'front-door', because, resource: resource.id, origin: resource.origin };
}
