import { and, isPossible } from '../../model/guard.ts';
import type { PolicySource } from '../../model/policy.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { literalOf, type Text, text } from '../../model/text.ts';
import { namedAt, objectsAt, scopeOf, textAt, type Vended } from './vended-credentials.ts';

/**
 * Grants of S3 Access Grants to roles and users of the input. People and groups of a directory are no identities of an account.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants-credentials.html
 */
export function accessGrants(ask: Questions): readonly Vended[] {
  return ask.system.ofType('AWS::S3::AccessGrant').flatMap((grant) =>
    namedAt(ask, grant, { path: ['Grantee', 'GranteeIdentifier'], types: identities }).flatMap((grantee) =>
      namedAt(ask, grant, { path: ['AccessGrantsLocationId'], types: ['AWS::S3::AccessGrantsLocation'] }).flatMap(
        (location) => {
          const scope = scopeIn(ask, grant, location.resource);
          if (scope === undefined) return [];
          return namedAt(ask, location.resource, { path: ['IamRoleArn'], types: ['AWS::IAM::Role'] }).flatMap(
            (role): readonly Vended[] => {
              const guard = and(grant.guard, grantee.guard, location.guard, role.guard);
              const vended = { grant, grantee: grantee.resource, role: role.resource, scope, guard };
              return isPossible(guard) ? [vended] : [];
            },
          );
        },
      ),
    ),
  );
}

const identities = ['AWS::IAM::Role', 'AWS::IAM::User'];

/** Undefined where only deployment tells what the grant is for. */
function scopeIn(ask: Questions, grant: Resource, location: Resource): PolicySource | undefined {
  const permission = literalOf(textAt(grant, 'Permission') ?? []);
  const place = textAt(location, 'LocationScope');
  if (permission === undefined || place === undefined) return undefined;
  const further = textAt(grant, 'AccessGrantsLocationConfiguration', 'S3SubPrefix') ?? ['*'];
  const objects = objectsAt(text(...withoutStar(place), ...further));
  const ways = (['read', 'write'] as const).filter((way) => permission.toLowerCase().includes(way));
  return objects === undefined ? undefined : scopeOf(ask, grant, { objects, ways });
}

function withoutStar(place: Text): Text {
  const last = place.at(-1);
  return typeof last === 'string' ? [...place.slice(0, -1), last.replace(/\*$/, '')] : place;
}
