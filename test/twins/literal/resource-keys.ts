import { carriesTags } from '../../../src/catalog/data/tags-in-requests.ts';
import type { KeyValue } from '../../../src/model/caller.ts';
import { casesOf } from '../../../src/model/fact.ts';
import type { Resource } from '../../../src/model/resource.ts';
import type { Text } from '../../../src/model/text.ts';
import { textOf } from '../../../src/model/value.ts';
import { absent, type KeyReader, type KeySources, one, organizationOf, pathOf } from './key-sources.ts';
import { regionOfArn } from './match-arn.ts';
import { tagOf } from './resource-tag.ts';

const ownerKey: KeyReader = ({ ownedBy }) => (ownedBy === undefined ? undefined : one(ownedBy));

/** Keys about what is asked for, by lower-case name. */
const readers: Readonly<Record<string, KeyReader>> = {
  'aws:resourceaccount': ownerKey,
  's3:resourceaccount': ownerKey,
  'aws:resourceorgid': ({ ownedBy, options }) => organizationOf(ownedBy, options),
  'aws:resourceorgpaths': ({ ownedBy, options }) => pathOf(ownedBy, options),
  // https://docs.aws.amazon.com/kms/latest/developerguide/alias-authorization.html
  'kms:resourcealiases': (sources) => {
    const aliases = aliasesOf(sources);
    return aliases.length === 0 ? undefined : { kind: 'values', values: aliases };
  },
  'aws:requestedregion': ({ given, on, system }) => {
    const region = regionOfArn(given.request.resource);
    if (region !== undefined) return one(region);
    return on?.type === 'AWS::S3::Bucket' ? one(system.deploymentOf(on.id).region) : undefined;
  },
  'lambda:functionurlauthtype': (sources) => {
    const types = urlTypes(sources);
    return types !== undefined && types.length === 1 && types[0] !== undefined ? one(types[0]) : undefined;
  },
  'aoss:collection': ({ on }) => {
    const name = on?.type === 'AWS::OpenSearchServerless::Collection' ? on.properties.entries.get('Name') : undefined;
    const told = name && textOf(name);
    return told && one(told);
  },
  // A caller names the key by its only alias, or not by an alias at all.
  'kms:requestalias': (sources) => {
    const [alias, ...others] = aliasesOf(sources);
    return alias === undefined || others.length > 0
      ? undefined
      : { kind: 'open', present: 'maybe', control: 'attacker', shape: alias };
  },
  's3:dataaccesspointarn': throughPoint((point) => point.arn),
  's3:dataaccesspointaccount': throughPoint((point, { system }) => system.deploymentOf(point.id).account),
  's3:accesspointnetworkorigin': throughPoint(({ properties }) => {
    const vpc = properties.entries.get('VpcConfiguration');
    return [vpc === undefined || vpc.kind === 'absent' ? 'Internet' : 'VPC'];
  }),
};

/** Each type of the URLs of a function once; undefined where it is not known which it has. */
function urlTypes({ on, system }: KeySources): readonly (string | undefined)[] | undefined {
  if (on?.type !== 'AWS::Lambda::Function') return undefined;
  const cases = casesOf(system.fact(on.id, 'endpoints'));
  const known = cases[0]?.fact;
  if (cases.length !== 1 || known?.kind !== 'known') return undefined;
  const names: Readonly<Record<string, string>> = { none: 'NONE', iam: 'AWS_IAM' };
  const all = known.value.flatMap(({ authentication }) =>
    casesOf(authentication).map(({ fact }) => (fact.kind === 'known' ? names[fact.value] : undefined)),
  );
  return [...new Set(all)];
}

function aliasesOf({ on, system }: KeySources): readonly Text[] {
  return on === undefined
    ? []
    : casesOf(system.fact(on.id, 'keyAliases')).flatMap(({ fact }) => (fact.kind === 'known' ? fact.value : []));
}

export function resourceKey(name: string, sources: KeySources): KeyValue | undefined {
  if (Object.hasOwn(readers, name)) return readers[name]?.(sources);
  const { on } = sources;
  const tag = /^[a-z0-9-]+:resourcetag\/(.*)$/.exec(name)?.[1];
  if (tag === undefined || on === undefined) return undefined;
  const value = tagOf(on, tag);
  switch (carriesTags(on)) {
    case 'yes':
      return value ?? absent;
    case 'no':
      return absent;
    default:
      return value === undefined ? absent : { kind: 'open', present: 'maybe', control: 'topology' };
  }
}

/**
 * In the request only when it comes through an access point.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html
 */
function throughPoint(read: (point: Resource, sources: KeySources) => Text | undefined): KeyReader {
  return (sources) => {
    const { through } = sources.given.request;
    if (through === undefined) return absent;
    const point = sources.system.resource(through);
    const value = point === undefined ? undefined : read(point, sources);
    return value === undefined ? undefined : one(value);
  };
}
