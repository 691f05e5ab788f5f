import type { Authentication, Endpoint } from '../../model/entry.ts';
import { casesOf } from '../../model/fact.ts';
import type { ResourceId } from '../../model/id.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import type { Match } from '../../model/text.ts';
import { throughUrl } from '../data/unsigned-requests.ts';
import { dataActions } from '../data-actions.ts';
import { arnOf } from './permission.ts';

/** Ways in that let callers send requests before they have shown who they are. */
const open: ReadonlySet<Authentication> = new Set<Authentication>(['none', 'network', 'password']);

/** Does a resource take requests of strangers? Where that hangs on something, `provided` says on what. */
export interface Admission {
  readonly admits: Match;
  readonly provided?: string;
  /** The question that would settle it, where nobody has to hold anything. */
  readonly settledBy?: string;
}

const always: Admission = { admits: 'yes' };
const never: Admission = { admits: 'no' };

/** `maybe` where an API key is asked for, which is no proof of who calls, and where only older URLs let anybody in. */
export function admitsStrangers(ask: Questions, resource: Resource): Admission {
  const ways = authenticationsOf(ask, resource.id);
  if (ways === undefined) return always;
  const url = publicUrl(ask, resource);
  if (url.admits === 'no') return never;
  if (ways.has('open')) return url;
  return ways.has('api-key')
    ? { admits: 'maybe', provided: `the caller has an API key of ${resource.address}` }
    : never;
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

/**
 * A function's own address asks its policy even where it asks nobody who he is: "Starting in October 2025, new function URLs
 * will require both lambda:InvokeFunctionUrl and lambda:InvokeFunction permissions", older ones the first alone.
 * https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
 */
function publicUrl(ask: Questions, resource: Resource): Admission {
  if (!dataActions(resource.type).invoke.includes('lambda:InvokeFunction')) return always;
  const isLetIn = (action: string) =>
    ask.access.decide({
      caller: { kind: 'anonymous' },
      action,
      resource: arnOf(resource),
      on: resource.id,
      context: viaUrl,
    }).verdict !== 'deny';
  if (!isLetIn('lambda:InvokeFunctionUrl')) return never;
  if (isLetIn('lambda:InvokeFunction')) return always;
  return {
    admits: 'maybe',
    provided: `the URL of ${resource.address} was made before October 2025`,
    settledBy: `when the URL of ${resource.address} was made`,
  };
}

const viaUrl = new Map([[throughUrl, ['true']]]);
