import { carriesTags } from '../../../catalog/data/tags-in-requests.ts';
import type { KeyValue } from '../../../model/caller.ts';
import type { Authentication } from '../../../model/entry.ts';
import { type Case, casesOf } from '../../../model/fact.ts';
import type { Resource } from '../../../model/resource.ts';
import type { Text } from '../../../model/text.ts';
import { textOf } from '../../../model/value.ts';
import { regionField } from '../compile/arn-fields.ts';
import { absent, type KeyRule, type KeySources, one, organizationOf, pathOf } from './key-rule.ts';
import { tagOf } from './tags.ts';

const owner: KeyRule = ofResource(({ ownedBy }) => (ownedBy === undefined ? undefined : one(ownedBy)));

/** Keys about what is asked for, by lower-case name. */
export const resourceRules: Readonly<Record<string, KeyRule>> = {
  'aws:resourceaccount': owner,
  's3:resourceaccount': owner,
  'aws:resourceorgid': ofResource(({ ownedBy, options }) => organizationOf(ownedBy, options)),
  'aws:resourceorgpaths': ofResource(({ ownedBy, options }) => pathOf(ownedBy, options)),
  // https://docs.aws.amazon.com/kms/latest/developerguide/alias-authorization.html
  'kms:resourcealiases': ofResource((sources) => {
    const values = aliasesOf(sources);
    return values.length === 0 ? undefined : { kind: 'values', values };
  }),
  'kms:requestalias': ofResource(requestAlias),
  'aws:requestedregion': ofResource(region),
  // https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
  'lambda:functionurlauthtype': ofResource(urlAuthentication),
  // "Filters access by collection name".
  'aoss:collection': ofResource(collectionName),
  's3:dataaccesspointarn': ofPoint(({ arn }) => arn),
  's3:dataaccesspointaccount': ofPoint(({ id }, { system }) => system.deploymentOf(id).account),
  's3:accesspointnetworkorigin': ofPoint(({ properties }) => {
    const vpc = properties.entries.get('VpcConfiguration');
    return [vpc === undefined || vpc.kind === 'absent' ? 'Internet' : 'VPC'];
  }),
};

function ofResource(value: KeyRule['value']): KeyRule {
  return { scope: 'resource', value };
}

/** `aws:ResourceTag/…`, and the same of services: `ec2:ResourceTag/…`. */
export function resourceTagRule(name: string): KeyRule | undefined {
  const tag = /^[a-z0-9-]+:resourcetag\/(.*)$/.exec(name)?.[1];
  if (tag === undefined) return undefined;
  return ofResource(({ on }) => {
    if (on === undefined) return undefined;
    const value = tagOf(on, tag);
    const carried = carriesTags(on);
    if (value === undefined || carried === 'no') return absent;
    return carried === 'yes' ? value : { kind: 'open', present: 'maybe', control: 'topology' };
  });
}

/**
 * "AWS Region that was called in the request": resources are asked for where they are. The ARN tells it, and of buckets, whose
 * ARN does not, where they were made. Of what is in no region the caller may choose.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-requestedregion
 */
function region({ request: { resource }, on, system }: KeySources): KeyValue | undefined {
  const stated = regionField(resource);
  if (stated !== undefined) return one(stated);
  return on?.type === 'AWS::S3::Bucket' ? one(system.deploymentOf(on.id).region) : undefined;
}

/** Of a function's URL, when all that it has are of one type. */
function urlAuthentication({ on, system }: KeySources): KeyValue | undefined {
  if (on?.type !== 'AWS::Lambda::Function') return undefined;
  const [endpoints, another] = casesOf(system.fact(on.id, 'endpoints'));
  if (endpoints?.fact.kind !== 'known' || another !== undefined) return undefined;
  const types = new Set(endpoints.fact.value.flatMap(({ authentication }) => casesOf(authentication)).map(urlType));
  const [type, other] = [...types];
  return type === undefined || other !== undefined || types.size > 1 ? undefined : one(type);
}

function urlType({ fact }: Case<Authentication>): string | undefined {
  if (fact.kind === 'unknown') return undefined;
  return fact.value === 'none' ? 'NONE' : fact.value === 'iam' ? 'AWS_IAM' : undefined;
}

function aliasesOf({ on, system }: KeySources): readonly Text[] {
  if (on === undefined) return [];
  return casesOf(system.fact(on.id, 'keyAliases')).flatMap(({ fact }) => (fact.kind === 'known' ? fact.value : []));
}

/** The name that was given: collections are otherwise known by an id that AWS makes up. */
function collectionName({ on }: KeySources): KeyValue | undefined {
  if (on?.type !== 'AWS::OpenSearchServerless::Collection') return undefined;
  const given = on.properties.entries.get('Name');
  const name = given === undefined ? undefined : textOf(given);
  return name === undefined ? undefined : one(name);
}

/** A caller names the key by its only alias, or by none. */
function requestAlias(sources: KeySources): KeyValue | undefined {
  const [shape, another] = aliasesOf(sources);
  if (shape === undefined || another !== undefined) return undefined;
  return { kind: 'open', present: 'maybe', control: 'attacker', shape };
}

/**
 * Only requests through an access point have it.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html
 */
function ofPoint(read: (point: Resource, sources: KeySources) => Text | undefined): KeyRule {
  return {
    scope: 'request',
    value(sources) {
      const { through } = sources.request;
      if (through === undefined) return absent;
      const point = sources.system.resource(through);
      const value = point === undefined ? undefined : read(point, sources);
      return value === undefined ? undefined : one(value);
    },
  };
}
