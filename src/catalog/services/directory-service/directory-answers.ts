import type { Recovery } from '../../../model/data-keeping.ts';
import type { Placement } from '../../../model/dimension.ts';
import type { Endpoint } from '../../../model/entry.ts';
import { byDefault, type Fact, given, notApplicable } from '../../../model/fact.ts';
import type { ResourceView, ServiceType } from '../../../model/service.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { secretProperty } from '../../secret-in-clear.ts';

/**
 * Directories of AWS, Microsoft AD and Simple AD alike: two controllers in two subnets of different zones, daily snapshots
 * for 180 days, disks encrypted by AWS (Directory Service administration guide).
 */
export const directoryFacts: ServiceType['facts'] = {
  placement: placementOf,
  runsAs: notApplicable('directories act as nobody'),
  endpoints: endpointsOf,
  encryptionAtRest: () => byDefault({ by: 'aws-owned-key' }),
  encryptionInTransit: notApplicable('clients choose among LDAP, LDAPS and Kerberos; the directory takes them all'),
  logging: notApplicable('security logs are forwarded by a subscription that templates cannot make'),
  recovery: () =>
    byDefault<Recovery>({
      backups: 'automatic',
      retentionDays: 180,
      deletionProtection: 'unsupported',
      zones: 'many',
    }),
  secretsInClear: (view) => secretProperty(view, 'Password'),
  software: notApplicable('AWS updates the controllers'),
  resourcePolicy: notApplicable('directories have no resource policies'),
};

/** Directory Service makes a security group of its own for the controllers, open to the ports of a directory. */
function placementOf(view: ResourceView): Fact<Placement> {
  return given({
    zone: 'vpc',
    vpc: view.read('VpcSettings.VpcId') ?? { kind: 'absent', origin: view.origin() },
    subnets: guardedMembers(view, 'VpcSettings.SubnetIds'),
    securityGroups: [],
    publicAddress: byDefault('no'),
  });
}

function endpointsOf(view: ResourceView): Fact<readonly Endpoint[]> {
  return byDefault<readonly Endpoint[]>([
    {
      protocol: 'ldap',
      port: 389,
      authentication: byDefault('password'),
      audience: byDefault('network'),
      encrypted: byDefault('optional'),
      origin: view.origin(),
    },
  ]);
}
