import { casesOf } from '../../../model/fact.ts';
import { and, type Guard } from '../../../model/guard.ts';
import type { Origin } from '../../../model/origin.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { describeText, holesOf, type Text } from '../../../model/text.ts';
import { textOf } from '../../../model/value.ts';
import type { CodeSource } from '../../../model/workload.ts';
import { bearsOwnAccount } from '../../bears-own-account.ts';

/** Where code of a workload comes from, and whose place that is. */
export interface CodePlace {
  /** Bucket or image as written. */
  readonly name: string;
  /** `chosen`: whoever deploys says where. */
  readonly owner: 'own' | 'foreign' | 'chosen';
  readonly kind: 'object' | 'image';
  readonly pinned: boolean;
  readonly guard: Guard;
  readonly origin: Origin;
}

/** The places that a workload's code is fetched from; code within the input and machine images are none. */
export function codePlaces(ask: Questions, resource: Resource): readonly CodePlace[] {
  return casesOf(ask.system.fact(resource.id, 'workload')).flatMap(({ guard, fact }) =>
    fact.kind === 'unknown'
      ? []
      : fact.value.code.flatMap((source) => {
          if (source.kind === 'object') return objectPlace(ask, resource, { source, guard });
          return source.kind === 'image' ? imagePlace(ask, resource, { source, guard }) : [];
        }),
  );
}

interface Found {
  readonly source: CodeSource;
  readonly guard: Guard;
}

function objectPlace(ask: Questions, resource: Resource, { source, guard }: Found): readonly CodePlace[] {
  const { bucket, pinned, origin } = source;
  if (bucket === undefined) return [];
  const name = textOf(bucket);
  const told = name === undefined ? 'a bucket' : `bucket ${describeText(name)}`;
  return ask.system.resolve(bucket, resource.id).map((target): CodePlace => {
    const both = and(guard, target.guard);
    const common = { name: told, kind: 'object', pinned, guard: both, origin } as const;
    if (target.kind === 'resource') return { ...common, owner: 'own' };
    return { ...common, owner: ownerOf(ask, resource, name ?? []) };
  });
}

/** A name that holds the account's own number, or that whoever deploys gives, is no stranger's. */
function ownerOf({ system }: Questions, { id }: Resource, name: Text): CodePlace['owner'] {
  const holes = holesOf(name);
  if (holes.some(({ kind }) => kind === 'account') || bearsOwnAccount(system, id, describeText(name))) return 'own';
  return holes.some(({ kind }) => kind !== 'region' && kind !== 'partition') ? 'chosen' : 'foreign';
}

/** Images of the account's own registry, of whoever deploys, of AWS, or of others. */
function imagePlace(ask: Questions, resource: Resource, { source, guard }: Found): readonly CodePlace[] {
  const { location, pinned, origin } = source;
  if (location === undefined) return [];
  const name = describeText(location);
  if (isMachineImage(location) || isOfAws.test(name)) return [];
  return [{ name: `image ${name}`, owner: ownerOf(ask, resource, location), kind: 'image', pinned, guard, origin }];
}

/** Images that AWS makes for builds, functions and its own agents. */
const isOfAws =
  /^(aws\/codebuild\/|public\.ecr\.aws\/(aws|amazon|lambda|ecs|eks)|\d+\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com\/aws-)/;

/** Identifiers, parameters of Systems Manager and lookups: what the written part does not show to be of a registry. */
function isMachineImage(location: Text): boolean {
  const written = location.filter((part) => typeof part === 'string').join('');
  if (/^(ami-|resolve:ssm:|\{\{resolve:ssm|\/aws\/service\/)/.test(written)) return true;
  return holesOf(location).length > 0 && !/[/:@]/.test(written);
}
