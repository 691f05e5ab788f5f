import { and, type Guard, isPossible } from '../../model/guard.ts';
import type { PolicySource } from '../../model/policy.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { literalOf, type Text, text } from '../../model/text.ts';
import { at, textOf } from '../../model/value.ts';

/**
 * A grant of S3 Access Grants to an identity: who may get credentials of which role, and what these are good for.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants-credentials.html
 */
export interface AccessGrant {
  readonly grant: Resource;
  readonly grantee: Resource;
  readonly role: Resource;
  /** What the credentials are limited to: the objects of the grant, and reading or writing them. */
  readonly scope: PolicySource;
  readonly guard: Guard;
}

/** Grants of the input to its roles and users. People and groups of a directory are no identities of an account. */
export function accessGrants(ask: Questions): readonly AccessGrant[] {
  return ask.system.ofType('AWS::S3::AccessGrant').flatMap((grant) =>
    named(ask, grant, { path: ['Grantee', 'GranteeIdentifier'], types: identities }).flatMap((grantee) =>
      named(ask, grant, { path: ['AccessGrantsLocationId'], types: ['AWS::S3::AccessGrantsLocation'] }).flatMap(
        (location) =>
          named(ask, location.resource, { path: ['IamRoleArn'], types: ['AWS::IAM::Role'] }).flatMap((role) => {
            const guard = and(grant.guard, grantee.guard, location.guard, role.guard);
            const scope = scopeOf(ask, grant, location.resource);
            return scope === undefined || !isPossible(guard)
              ? []
              : [{ grant, grantee: grantee.resource, role: role.resource, scope, guard }];
          }),
      ),
    ),
  );
}

const identities = ['AWS::IAM::Role', 'AWS::IAM::User'];

function named(
  ask: Questions,
  from: Resource,
  { path, types }: { readonly path: readonly string[]; readonly types: readonly string[] },
): readonly { readonly resource: Resource; readonly guard: Guard }[] {
  const stated = at(from.properties, ...path);
  if (stated === undefined) return [];
  return ask.system.resolve(stated, from.id, types).flatMap((end) => (end.kind === 'resource' ? [end] : []));
}

const allowedBy: Readonly<Record<string, readonly string[]>> = {
  READ: ['s3:GetObject', 's3:ListBucket', 'kms:Decrypt'],
  WRITE: ['s3:PutObject', 's3:DeleteObject', 'kms:Decrypt', 'kms:GenerateDataKey'],
};

/** The session policy of the credentials; undefined where only deployment tells what the grant is for. */
function scopeOf({ system }: Questions, grant: Resource, location: Resource): PolicySource | undefined {
  const permission = literalOf(textAt(grant, 'Permission') ?? []);
  const place = textAt(location, 'LocationScope');
  if (permission === undefined || place === undefined) return undefined;
  const further = textAt(grant, 'AccessGrantsLocationConfiguration', 'S3SubPrefix') ?? [];
  const objects = behindScheme(text(...withoutStar(place), ...further, ...(further.length === 0 ? ['*'] : [])));
  if (objects === undefined) return undefined;
  const { partition } = system.deploymentOf(grant.id);
  const names = ['READ', 'WRITE'].filter((one) => permission.includes(one)).flatMap((one) => allowedBy[one] ?? []);
  const { origin, guard } = grant;
  const statement = { effect: 'Allow', conditions: [], origin, guard } as const;
  const keys = { ...statement, actions: names.filter((name) => name.startsWith('kms:')).map((name) => [name]) };
  const data = { ...statement, actions: names.filter((name) => name.startsWith('s3:')).map((name) => [name]) };
  const statements = [
    { ...data, resources: [text('arn:', ...partition, ':s3:::', ...objects)], index: 0 },
    { ...keys, resources: [['*']], index: 1 },
  ];
  const document = { version: '2012-10-17', statements, origin, guard } as const;
  return { name: `access grant ${grant.address}`, kind: 'session', statedBy: grant.id, document };
}

function textAt({ properties }: Resource, ...path: readonly string[]): Text | undefined {
  const value = at(properties, ...path);
  return value === undefined ? undefined : textOf(value);
}

/** `bucket/prefix` of `s3://bucket/prefix`. */
function behindScheme([first, ...rest]: Text): Text | undefined {
  return typeof first === 'string' && first.startsWith('s3://') ? text(first.slice(5), ...rest) : undefined;
}

function withoutStar(place: Text): Text {
  const last = place.at(-1);
  return typeof last === 'string' ? [...place.slice(0, -1), last.replace(/\*$/, '')] : place;
}
