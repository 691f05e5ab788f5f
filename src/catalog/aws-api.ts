import type { Answers, Placement } from '../model/dimension.ts';
import type { EncryptionInTransit, Endpoint } from '../model/entry.ts';
import { byDefault, type Fact } from '../model/fact.ts';
import type { Answer, ResourceView } from '../model/service.ts';

/** Answers that every service gives which AWS runs and customers use through signed requests to its API. */

/** Stands in the region, outside every network of the customer. */
export const inRegion: Answer<'placement'> = () => placed('region');

/** Stands in AWS's points of presence. */
export const atEdge: Answer<'placement'> = () => placed('edge');

/** Belongs to the account as a whole. */
export const inNoRegion: Answer<'placement'> = () => placed('global');

function placed(zone: Placement['zone']): Fact<Placement> {
  return byDefault<Placement>({ zone, subnets: [], securityGroups: [], publicAddress: byDefault('no') });
}

/** Reached through the AWS API alone, by callers whom IAM knows. */
export function throughApi(view: ResourceView): Fact<Answers['endpoints']> {
  return byDefault<readonly Endpoint[]>([apiEndpoint(view)], [view.origin()]);
}

/** The way in through the AWS API. */
export function apiEndpoint(view: ResourceView): Endpoint {
  return {
    protocol: 'https',
    port: 443,
    authentication: byDefault('iam'),
    audience: byDefault('account'),
    encrypted: byDefault('required'),
    origin: view.origin(),
  };
}

/**
 * AWS API endpoints refuse TLS below 1.2.
 * https://aws.amazon.com/blogs/security/tls-1-2-required-for-aws-endpoints/
 */
export function apiTransport(): Fact<EncryptionInTransit> {
  return byDefault<EncryptionInTransit>({ state: 'required', minimumTls: '1.2' });
}
