import type { AccessRequest } from '../../../model/access.ts';
import type { KeyValue } from '../../../model/caller.ts';
import type { ResourceId } from '../../../model/id.ts';
import { type Text, text } from '../../../model/text.ts';
import { absent, type KeyRule, type KeySources, one, open, organizationOf, pathOf } from './key-rule.ts';

/**
 * Keys about where and when. "Properties of the network",
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export const placeRules: Readonly<Record<string, KeyRule>> = {
  'aws:currenttime': { scope: 'request', value: ({ system }) => one(`${system.asOf}T00:00:00Z`) },
  'aws:epochtime': {
    scope: 'request',
    value: ({ system }) => one(String(Date.parse(`${system.asOf}T00:00:00Z`) / 1000)),
  },
  'aws:securetransport': { scope: 'request', value: () => open('aws:securetransport', 'yes') },
  'aws:sourceip': { scope: 'request', value: sourceAddress },
  'aws:sourcevpc': throughEndpoint(({ vpc, sources }) => one(nameOf(vpc, sources))),
  'aws:sourcevpcarn': throughEndpoint(vpcArn),
  'aws:sourcevpce': throughEndpoint(({ endpoint, sources }) => one(nameOf(endpoint, sources))),
  'aws:vpceaccount': throughEndpoint(({ account }) => one(account)),
  'aws:vpceorgid': throughEndpoint(({ account, sources }) => organizationOf(account, sources.options)),
  'aws:vpceorgpaths': throughEndpoint(({ account, sources }) => pathOf(account, sources.options)),
  'aws:vpcsourceip': throughEndpoint(({ addresses }) =>
    addresses === undefined ? open('aws:vpcsourceip', 'yes') : one(addresses),
  ),
};

interface Passage {
  readonly vpc: ResourceId;
  readonly endpoint: ResourceId;
  readonly account: Text;
  readonly addresses: string | undefined;
  readonly sources: KeySources;
}

/** Keys of requests that come through a VPC endpoint; others surely lack them, if it is said where they come from. */
function throughEndpoint(value: (passage: Passage) => KeyValue | undefined): KeyRule {
  return {
    scope: 'request',
    value(sources) {
      const { from } = sources.request;
      if (from === undefined) return undefined;
      const endpoint = endpointOf(from);
      if (from.kind !== 'vpc' || endpoint === undefined) return absent;
      const { account } = sources.system.deploymentOf(endpoint);
      return value({ vpc: from.vpc, endpoint, account, addresses: from.addresses, sources });
    },
  };
}

export function endpointOf(from: AccessRequest['from']): ResourceId | undefined {
  return from?.kind === 'vpc' ? from.endpoint : undefined;
}

function nameOf(id: ResourceId, { system }: KeySources): Text {
  return system.resource(id)?.name ?? [];
}

function vpcArn({ vpc, endpoint, sources }: Passage): KeyValue {
  const { account, region, partition } = sources.system.deploymentOf(endpoint);
  const name = nameOf(vpc, sources);
  return one(text('arn:', ...partition, ':ec2:', ...region, ':', ...account, ':vpc/', ...name));
}

/** Not there for calls through a VPC endpoint; but where nothing is said, whoever calls is free not to take one. */
function sourceAddress({ request: { from }, subject }: KeySources): KeyValue {
  if (from === undefined && subject.kind === 'service') return open('aws:sourceip');
  if (endpointOf(from) !== undefined) return absent;
  return from?.addresses === undefined
    ? { kind: 'open', present: 'yes', control: 'environment', fromInternet: true }
    : one(from.addresses);
}
