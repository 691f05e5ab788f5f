import type { MoveInstance, ProofItem } from '../../model/attack.ts';
import type { Session } from '../../model/caller.ts';
import { and, type Guard } from '../../model/guard.ts';
import type { PolicySource } from '../../model/policy.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import type { Portion } from '../../model/store-part.ts';
import { type Text, text } from '../../model/text.ts';
import { at, textOf } from '../../model/value.ts';
import { dataArn } from '../data-arn.ts';
import { factAbout } from './block.ts';
import { usesOf } from './data-stores.ts';
import { instance } from './instance.ts';
import { partsOfType } from './needed-parts.ts';
import { trustingRoles } from './pass-role.ts';
import { allowed, type Wish } from './permission.ts';
import { type KeyNeed, keyNeeds } from './store-keys.ts';

/** Credentials of a role that a service hands to an identity, for some objects of buckets, since a grant says so. */
export interface Vended {
  /** What says so. */
  readonly grant: Resource;
  readonly grantee: Resource;
  readonly role: Resource;
  /** The objects and the use of them to which the service limits the credentials. */
  readonly scope: PolicySource;
  readonly guard: Guard;
  /** What else must be so. */
  readonly provided?: string;
}

/** Actions that the credentials may be used for, and what the role does with keys. */
export const vendedActions = ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 'kms:Decrypt', 'kms:GenerateDataKey'];

const bucketType = 'AWS::S3::Bucket';

/** What all grants give for which the service may take the role, and whose grantee gets the credentials by its own rights. */
export function* vendedBy<T extends Vended>(
  ask: Questions,
  {
    service,
    grants,
    rights,
  }: {
    readonly service: string;
    readonly grants: readonly T[];
    readonly rights: (grant: T) => readonly ProofItem[] | undefined;
  },
): Generator<MoveInstance> {
  const trusting = grants.length === 0 ? [] : trustingRoles(ask, service);
  for (const grant of grants) {
    const trust = trusting.find(({ role }) => role.id === grant.role.id)?.item;
    const held = trust === undefined ? undefined : rights(grant);
    if (trust !== undefined && held !== undefined) yield* vendedUses(ask, grant, [...held, trust]);
  }
}

/** Where the credentials read or write a bucket, as far as the role itself may; `premises`: that the grantee gets them. */
function* vendedUses(ask: Questions, vended: Vended, premises: readonly ProofItem[]): Generator<MoveInstance> {
  for (const way of ['read', 'write'] as const)
    for (const bucket of [...ask.system.ofType(bucketType), ...partsOfType(ask, bucketType, way)])
      for (const action of usesOf(bucket, way).flatMap(({ actions }) => actions)) {
        const use = asRole(ask, vended, { action, on: bucket, resource: dataArn(bucket) });
        if (use === undefined) continue;
        for (const need of keyNeeds(ask, bucket, way))
          yield* used(ask, vended, { bucket, way, need, premises: [...premises, use] });
      }
}

function asRole(ask: Questions, { role, scope }: Vended, wish: Omit<Wish, 'session'>): ProofItem | undefined {
  const session: Session = { obtained: { kind: 'assume-role' }, policies: [scope], tags: new Map() };
  return allowed(ask, role, { ...wish, session });
}

interface Using {
  readonly bucket: Portion;
  readonly way: 'read' | 'write';
  readonly need: KeyNeed;
  readonly premises: readonly ProofItem[];
}

function used(ask: Questions, vended: Vended, { bucket, way, need, premises }: Using): readonly MoveInstance[] {
  const { grant, grantee, role, guard } = vended;
  const key = need.wish === undefined ? undefined : asRole(ask, vended, need.wish);
  if (need.wish !== undefined && key === undefined) return [];
  const note = `${grant.address} lets ${grantee.address} use data with credentials of ${role.address}`;
  const told: ProofItem = { kind: 'setting', resource: grant.id, property: '', note, origin: grant.origin };
  const foreign = need.foreign === undefined ? undefined : `${role.address} may use key ${need.foreign}`;
  const provided = [vended.provided, foreign].flatMap((one) => one ?? []).join('; ');
  return instance({
    needs: [{ kind: 'acts-as', principal: grantee.id }],
    gives: factAbout(way === 'read' ? 'reads' : 'writes', bucket),
    proof: [...premises, ...(key === undefined ? [] : [key]), told],
    guard: and(guard, need.guard),
    ...(provided !== '' && { provided }),
  });
}

const uses = {
  read: { data: ['s3:GetObject', 's3:ListBucket'], keys: ['kms:Decrypt'] },
  write: { data: ['s3:PutObject', 's3:DeleteObject'], keys: ['kms:Decrypt', 'kms:GenerateDataKey'] },
} as const;

/** The session policy by which a service limits credentials to objects, `bucket/prefix*`. */
export function scopeOf(
  { system }: Questions,
  grant: Resource,
  { objects, ways }: { readonly objects: Text; readonly ways: readonly ('read' | 'write')[] },
): PolicySource {
  const { partition } = system.deploymentOf(grant.id);
  const { origin, guard } = grant;
  const said = (kind: 'data' | 'keys', resource: Text, index: number) => {
    const actions = ways.flatMap((way) => uses[way][kind].map((action) => [action]));
    return { effect: 'Allow', actions, resources: [resource], conditions: [], origin, guard, index } as const;
  };
  const statements = [said('data', text('arn:', ...partition, ':s3:::', ...objects), 0), said('keys', ['*'], 1)];
  const document = { version: '2012-10-17', statements, origin, guard } as const;
  return { name: `what ${grant.address} grants`, kind: 'session', statedBy: grant.id, document };
}

/** `bucket/prefix` of `s3://bucket/prefix`; undefined for what is no such address. */
export function objectsAt([first, ...rest]: Text): Text | undefined {
  return typeof first === 'string' && first.startsWith('s3://')
    ? text(first.slice('s3://'.length), ...rest)
    : undefined;
}

/** The text of a property. */
export function textAt({ properties }: Resource, ...path: readonly string[]): Text | undefined {
  const value = at(properties, ...path);
  return value === undefined ? undefined : textOf(value);
}

/** The resources of some types that a property names. */
export function namedAt(
  ask: Questions,
  from: Resource,
  { path, types }: { readonly path: readonly string[]; readonly types: readonly string[] },
): readonly { readonly resource: Resource; readonly guard: Guard }[] {
  const stated = at(from.properties, ...path);
  if (stated === undefined) return [];
  return ask.system.resolve(stated, from.id, types).flatMap((end) => (end.kind === 'resource' ? [end] : []));
}
