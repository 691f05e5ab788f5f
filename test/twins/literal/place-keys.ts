import type { KeyValue, RequestPlace } from '../../../src/model/caller.ts';
import { type Text, text } from '../../../src/model/text.ts';
import { absent, type KeySources, one, open, organizationOf, pathOf } from './key-sources.ts';

const address = (block: string | undefined): KeyValue =>
  block === undefined
    ? { kind: 'open', present: 'yes', control: 'environment', fromInternet: true }
    : { kind: 'values', values: [[block]] };

/** Keys about where and when, by lower-case name. */
export function placeKey(name: string, sources: KeySources): KeyValue | undefined {
  const { asOf } = sources.system;
  switch (name) {
    case 'aws:currenttime':
      return one(`${asOf}T00:00:00Z`);
    case 'aws:epochtime':
      return one(String(Date.parse(`${asOf}T00:00:00Z`) / 1000));
    case 'aws:securetransport':
      return open(name, 'yes');
    case 'aws:sourceip':
      // Absent for calls through a VPC endpoint; but whoever calls is free not to take one.
      if (sources.given.request.from === undefined)
        return sources.subject.kind === 'service' ? open(name) : address(undefined);
  }
  const { from } = sources.given.request;
  return from === undefined ? undefined : networkKey(name, from, sources);
}

/** "Properties of the network", https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
function networkKey(name: string, from: RequestPlace, { system, options }: KeySources): KeyValue | undefined {
  const endpoint = from.kind === 'vpc' ? from.endpoint : undefined;
  if (name === 'aws:sourceip') return endpoint === undefined ? address(from.addresses) : absent;
  const isOfEndpoint = /^aws:(vpcsourceip|sourcevpc|sourcevpcarn|sourcevpce|vpceaccount|vpceorgid|vpceorgpaths)$/;
  if (!isOfEndpoint.test(name)) return undefined;
  if (from.kind !== 'vpc' || endpoint === undefined) return absent;
  const { account, region, partition } = system.deploymentOf(endpoint);
  const nameOf = (id: typeof endpoint): Text => system.resource(id)?.name ?? [];
  switch (name) {
    case 'aws:sourcevpc':
      return one(nameOf(from.vpc));
    case 'aws:sourcevpcarn':
      return one(text('arn:', ...partition, ':ec2:', ...region, ':', ...account, ':vpc/', ...nameOf(from.vpc)));
    case 'aws:sourcevpce':
      return one(nameOf(endpoint));
    case 'aws:vpceaccount':
      return one(account);
    case 'aws:vpceorgid':
      return organizationOf(account, options);
    case 'aws:vpceorgpaths':
      return pathOf(account, options);
    default:
      return from.addresses === undefined ? open(name, 'yes') : one(from.addresses);
  }
}
