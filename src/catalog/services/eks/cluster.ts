import type { EncryptionAtRest, Recovery } from '../../../model/data-keeping.ts';
import type { LogSource, Placement } from '../../../model/dimension.ts';
import type { Endpoint } from '../../../model/entry.ts';
import { bindFact, byDefault, type Fact, given, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { literalOf } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import type { RunsAs } from '../../../model/workload.ts';
import { flag, mayBe, members, property, within } from '../../answer.ts';
import { apiTransport } from '../../aws-api.ts';
import { keyKind } from '../../encryption-key.ts';
import { engineSoftware } from '../../engine-software.ts';
import { guardedMembers } from '../../guarded-members.ts';

export default defineService({
  type: 'AWS::EKS::Cluster',
  title: 'EKS cluster',
  element: 'process',
  service: 'container',
  documentation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-eks-cluster.html',
  facts: {
    placement: placementOf,
    runsAs: rolesOf,
    endpoints: endpointsOf,
    encryptionAtRest: storageOf,
    encryptionInTransit: apiTransport,
    logging: logsOf,
    recovery: recoveryOf,
    secretsInClear: notApplicable('a cluster has no property that takes a secret'),
    software: (view) => engineSoftware(view, { engine: given('kubernetes'), version: 'Version' }),
    resourcePolicy: notApplicable('who may do what inside is said by access entries and Kubernetes roles'),
  },
  structure: {
    // The console and the AWS API read the cluster's objects for whom IAM and its access entries let.
    controlPlane: (view) => given([{ kind: 'cluster-api', on: byDefault(true), origin: view.origin() }]),
    holds: () => byDefault({ what: 'configuration', confidentiality: 2, integrity: 3, availability: 2 }),
  },
  ignored: {
    ActiveCertificateAuthorityId: 'which certificate authority of the cluster is in use',
    CertificateAuthority: 'the certificate authority of the cluster',
    KubernetesNetworkConfig: 'addresses of services within the cluster',
    RemoteNetworkConfig: 'addresses of nodes outside of AWS',
    UpgradePolicy: 'whether extended support is paid for; the end of standard support is told',
  },
});

function placementOf(view: ResourceView): Fact<Placement> {
  return given({
    zone: 'vpc',
    subnets: guardedMembers(view, 'ResourcesVpcConfig.SubnetIds'),
    securityGroups: guardedMembers(view, 'ResourcesVpcConfig.SecurityGroupIds'),
    publicAddress: byDefault('no'),
  });
}

function rolesOf(view: ResourceView): Fact<readonly RunsAs[]> {
  return mapFact(property(view, 'RoleArn'), (role): readonly RunsAs[] =>
    role === undefined ? [] : [{ role, purpose: 'service', service: 'eks.amazonaws.com' }],
  );
}

/**
 * The Kubernetes API is public unless switched off, and open to every address unless ranges are given
 * (https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html).
 */
function endpointsOf(view: ResourceView): Fact<readonly Endpoint[]> {
  const path = 'ResourcesVpcConfig';
  const audience = bindFact(flag(view, `${path}.EndpointPublicAccess`, true), (open): Endpoint['audience'] =>
    open
      ? mapFact(members(view, `${path}.PublicAccessCidrs`), (ranges) => (takesAll(ranges) ? 'internet' : 'network'))
      : given('network'),
  );
  return given([
    {
      protocol: 'https',
      port: 443,
      authentication: byDefault('iam'),
      audience,
      ...limitedTo(view),
      encrypted: byDefault('required'),
      internal: true,
      origin: view.origin(`${path}.EndpointPublicAccess`),
    },
  ]);
}

/** A public endpoint for some ranges is on the internet for them alone. */
function limitedTo(view: ResourceView): Pick<Endpoint, 'sources'> {
  const sources = guardedMembers(view, 'ResourcesVpcConfig.PublicAccessCidrs');
  const open = flag(view, 'ResourcesVpcConfig.EndpointPublicAccess', true);
  return mayBe(open, (is) => is) && sources.length > 0 ? { sources } : {};
}

/** No range at all stands for every address. */
function takesAll(ranges: readonly Value[]): boolean {
  return ranges.length === 0 || ranges.some((range) => /\/0$/.test(literalOf(textOf(range) ?? []) ?? ''));
}

/** Kubernetes' data is encrypted with a key of AWS's own unless another is named (https://docs.aws.amazon.com/eks/latest/userguide/envelope-encryption.html). */
function storageOf(view: ResourceView): Fact<EncryptionAtRest> {
  return mapFact(members(view, 'EncryptionConfig'), (items): EncryptionAtRest => {
    const key = items.map((item) => within(view, item).read('Provider.KeyArn')).find((value) => value !== undefined);
    return key === undefined ? { by: 'aws-owned-key' } : keyKind(key);
  });
}

/** https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html */
const controlPlaneLogs = [
  { what: 'audit', name: 'audit' },
  { what: 'audit', name: 'authenticator' },
  { what: 'execution', name: 'api' },
  { what: 'execution', name: 'controllerManager' },
  { what: 'execution', name: 'scheduler' },
] as const;

/** Control plane logs are off one by one (Logging, ClusterLogging). */
function logsOf(view: ResourceView): Fact<readonly LogSource[]> {
  return mapFact(members(view, 'Logging.ClusterLogging.EnabledTypes'), (items): readonly LogSource[] => {
    const types = items.map((item) => literalOf(textOf(within(view, item).read('Type') ?? item) ?? []));
    return controlPlaneLogs.map((each) => ({ ...each, on: types.includes(each.name) }));
  });
}

/** AWS runs the control plane in several zones and backs up its state for itself only. */
function recoveryOf(view: ResourceView): Fact<Recovery> {
  return mapFact(flag(view, 'DeletionProtection', false), (on) => ({
    backups: 'unsupported',
    deletionProtection: on ? 'on' : 'off',
    zones: 'many',
  }));
}
