import type { Authentication, Endpoint } from '../../model/dimension.ts';
import { casesOf } from '../../model/fact.ts';
import type { ResourceId } from '../../model/id.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import type { Match } from '../../model/text.ts';
import { dataActions } from '../data-actions.ts';
import { arnOf } from './permission.ts';

/** Ways in that let callers send requests before they have shown who they are. */
const open: ReadonlySet<Authentication> = new Set<Authentication>(['none', 'network', 'password']);

/** Does the resource take requests of strangers? `maybe` where an API key, which is no proof of who calls, is asked for. */
export function admitsStrangers(ask: Questions, resource: Resource): Match {
  const ways = authenticationsOf(ask, resource.id);
  if (ways === undefined) return 'yes';
  const policy = publicUrl(ask, resource);
  if (policy === 'no') return 'no';
  if (ways.has('open')) return 'yes';
  return ways.has('api-key') ? 'maybe' : 'no';
}

type Door = Authentication | 'open';

/** How the endpoints that the network or internet reaches let callers in; undefined when the software inside decides. */
export function authenticationsOf(ask: Questions, resource: ResourceId): ReadonlySet<Door> | undefined {
  const fact = ask.system.fact(resource, 'endpoints');
  if (fact.kind === 'not-applicable') return undefined;
  return new Set(
    casesOf(fact).flatMap(({ fact: option }): readonly Door[] =>
      option.kind === 'unknown' ? ['open'] : option.value.filter(isReached).flatMap(doorsOf),
    ),
  );
}

function isReached({ audience }: Endpoint): boolean {
  return casesOf(audience).some(({ fact }) => fact.kind === 'unknown' || fact.value !== 'account');
}

function doorsOf({ authentication }: Endpoint): readonly Door[] {
  return casesOf(authentication).map(({ fact }) =>
    fact.kind === 'unknown' || open.has(fact.value) ? 'open' : fact.value,
  );
}

/** A function's own address asks its policy even where it asks nobody who he is. */
function publicUrl(ask: Questions, resource: Resource): Match {
  if (!dataActions(resource.type).invoke.includes('lambda:InvokeFunction')) return 'yes';
  const { verdict } = ask.access.decide({
    caller: { kind: 'anonymous' },
    action: 'lambda:InvokeFunctionUrl',
    resource: arnOf(resource),
    on: resource.id,
  });
  return verdict === 'deny' ? 'no' : 'yes';
}
