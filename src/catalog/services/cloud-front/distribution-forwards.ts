import type { Authentication, Forward } from '../../../model/entry.ts';
import { bindFact, casesOf, type Fact, given, mapFact, notApplicable } from '../../../model/fact.ts';
import type { ResourceView } from '../../../model/service.ts';
import { describeText, literalOf } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import { optionsOf, quantity, within, word } from '../../answer.ts';
import { isGiven } from '../../combine-facts.ts';
import { followValue } from '../../follow.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { flowsOf, statedFlow } from '../../stated-flow.ts';
import { plainTextAllowed } from './cache-behaviours.ts';

/** Origins that requests go on to, functions that they pass, and the bucket that their log goes to. */
export function distributionForwards(view: ResourceView): Fact<readonly Forward[]> {
  const all = [
    ...guardedMembers(view, 'DistributionConfig.Origins').flatMap((item) => origin(view, within(view, item))),
    ...functions(view),
    ...log(view),
  ];
  return flowsOf(view, all);
}

function origin(view: ResourceView, item: ResourceView): readonly Forward[] {
  const to = item.read('DomainName');
  if (to === undefined || !isGiven(to)) return [];
  const name = describeText(textOf(item.read('Id') ?? to) ?? []);
  const inVpc = isGiven(item.read('VpcOriginConfig'));
  const encrypted = originEncrypted(view, item);
  const clear = casesOf(encrypted).some(({ fact }) => fact.kind === 'known' && !fact.value);
  const ports = clear ? (['HTTPPort', 'HTTPSPort'] as const) : (['HTTPSPort', 'HTTPPort'] as const);
  const [port, otherPort] = ports.map((property) => portOf(view, item, property));
  return statedFlow(to, {
    kind: 'request',
    protocol: clear ? 'http' : 'https',
    port: port ?? null,
    ...(otherPort !== undefined && asksAsViewer(view, item) && { otherPort }),
    encrypted,
    authentication: originAuthentication(item),
    asService: 'cloudfront',
    ...(!inVpc && { publicly: true }),
    because: `origin ${name} of ${view.resource.address}`,
  });
}

/**
 * A bucket is asked as the viewer asked; any other origin as its protocol policy says.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-s3-origin.html
 */
function originEncrypted(view: ResourceView, item: ResourceView): Fact<boolean> {
  const asViewer = mapFact(plainTextAllowed(view), (plain) => !plain);
  const byPolicy = (settings: ResourceView, path: string): Fact<boolean> =>
    bindFact(word(settings, path, 'match-viewer'), (policy) =>
      policy === 'match-viewer' ? asViewer : given(policy === 'https-only'),
    );
  if (isGiven(item.read('CustomOriginConfig'))) return byPolicy(item, 'CustomOriginConfig.OriginProtocolPolicy');
  return bindFact(vpcOrigin(view, item), (found) =>
    found === undefined ? asViewer : byPolicy(found, 'VpcOriginEndpointConfig.OriginProtocolPolicy'),
  );
}

/** "match-viewer": whoever comes encrypted is served so, on the other port. */
function asksAsViewer(view: ResourceView, item: ResourceView): boolean {
  const inVpc = vpcOrigin(view, item);
  const policies = bindFact(inVpc, (found) =>
    found === undefined
      ? word(item, 'CustomOriginConfig.OriginProtocolPolicy', 'match-viewer')
      : word(found, 'VpcOriginEndpointConfig.OriginProtocolPolicy', 'match-viewer'),
  );
  return casesOf(policies).some(({ fact }) => fact.kind === 'unknown' || fact.value === 'match-viewer');
}

/**
 * The origin inside a VPC that an origin of the distribution names: it says how CloudFront calls.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cloudfront-vpcorigin-vpcoriginendpointconfig.html
 */
function vpcOrigin(view: ResourceView, item: ResourceView): Fact<ResourceView | undefined> {
  const id = item.read('VpcOriginConfig.VpcOriginId');
  if (id === undefined || !isGiven(id)) return given<ResourceView | undefined>(undefined);
  return followValue(view, id, { types: ['AWS::CloudFront::VpcOrigin'], what: 'VpcOriginId' });
}

/** "HTTPPort … default 80", "HTTPSPort … default 443", of either kind of origin. */
function portOf(view: ResourceView, item: ResourceView, property: 'HTTPPort' | 'HTTPSPort'): number {
  const standard = property === 'HTTPPort' ? 80 : 443;
  const inVpc = bindFact(vpcOrigin(view, item), (found) =>
    found === undefined
      ? quantity(item, `CustomOriginConfig.${property}`, standard)
      : quantity(found, `VpcOriginEndpointConfig.${property}`, standard),
  );
  const [first] = casesOf(inVpc);
  return first?.fact.kind === 'known' ? first.fact.value : standard;
}

/** Origin access control and identity sign requests; a header that only the two know is told by its own kind. */
function originAuthentication(item: ResourceView): Authentication {
  const signs = ['OriginAccessControlId', 'S3OriginConfig.OriginAccessIdentity'].some((path) =>
    isNamed(item.read(path)),
  );
  if (signs) return 'signed';
  if (isGiven(item.read('CustomOriginConfig.OriginMtlsConfig'))) return 'mutual-tls';
  return guardedMembers(item, 'OriginCustomHeaders').length > 0 ? 'custom' : 'none';
}

/**
 * Does it sign its requests to every bucket? One that answers unsigned requests answers everybody.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
 */
export function signsToBuckets(view: ResourceView): Fact<boolean> {
  const buckets = guardedMembers(view, 'DistributionConfig.Origins')
    .map((item) => within(view, item))
    .filter((item) => ['CustomOriginConfig', 'VpcOriginConfig'].every((path) => !isGiven(item.read(path))));
  return buckets.length === 0
    ? notApplicable('it reads no bucket')
    : given(
        buckets.every((item) => originAuthentication(item) === 'signed'),
        [view.origin('DistributionConfig.Origins')],
      );
}

/** Given, and not the empty string that stands for none. */
function isNamed(value: Value | undefined): boolean {
  return optionsOf(value).some(
    ({ value: option }) => option !== undefined && isGiven(option) && literalOf(textOf(option) ?? ['?'])?.trim() !== '',
  );
}

const associations = [
  { list: 'LambdaFunctionAssociations', target: 'LambdaFunctionARN' },
  { list: 'FunctionAssociations', target: 'FunctionARN' },
] as const;

function functions(view: ResourceView): readonly Forward[] {
  const standard = view.read('DistributionConfig.DefaultCacheBehavior');
  const all = [
    ...(standard === undefined ? [] : [standard]),
    ...guardedMembers(view, 'DistributionConfig.CacheBehaviors'),
  ];
  return all.flatMap((behaviour) =>
    associations.flatMap(({ list, target }) =>
      guardedMembers(within(view, behaviour), list).flatMap((association) =>
        statedFlow(within(view, association).read(target), {
          kind: 'invoke',
          because: `${view.resource.address} runs the function on requests that pass`,
        }),
      ),
    ),
  );
}

function log(view: ResourceView): readonly Forward[] {
  const because = `${view.resource.address} writes its access log there`;
  return statedFlow(view.read('DistributionConfig.Logging.Bucket'), { kind: 'log', because });
}
