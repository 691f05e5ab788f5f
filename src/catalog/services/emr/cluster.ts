import type { EncryptionAtRest, Recovery } from '../../../model/data-keeping.ts';
import type { LogSource, Placement } from '../../../model/dimension.ts';
import { bindFact, byDefault, type Fact, given, mapFact, notApplicable, unknown } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import type { RunsAs, Workload } from '../../../model/workload.ts';
import { flag, property } from '../../answer.ts';
import { follow } from '../../follow.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { localDiskEncryption, transitEncryption } from './security-settings.ts';

export default defineService({
  type: 'AWS::EMR::Cluster',
  title: 'EMR cluster',
  element: 'process',
  service: 'infrastructure',
  documentation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-emr-cluster.html',
  facts: {
    placement: placementOf,
    runsAs: rolesOf,
    endpoints: notApplicable('what listens is decided by the applications; security groups say what can be reached'),
    encryptionAtRest: storageOf,
    encryptionInTransit: notApplicable('the applications and a security configuration decide about TLS'),
    logging: logsOf,
    recovery: recoveryOf,
    secretsInClear: notApplicable('secrets would stand in bootstrap scripts and steps, which lie elsewhere'),
    software: notApplicable('end dates of releases are not in the table'),
    resourcePolicy: notApplicable('EMR clusters have no resource policies'),
  },
  structure: {
    workload: workloadOf,
    settings: (view) => given({ encryptedBetweenNodes: betweenNodes(view) }),
  },
  ignored: {
    AutoTerminationPolicy: 'when an idle cluster ends',
    KerberosAttributes: 'how users of the cluster sign in to its applications',
    LogEncryptionKmsKeyId: 'the key of logs in the bucket, which answers for itself',
    ManagedScalingPolicy: 'how many nodes there are',
    ReleaseLabel: 'end dates of releases are not in the table',
    VisibleToAllUsers: 'IAM decides who may see and use the cluster',
  },
});

/** Nodes stand in the given subnets; those of a public subnet have public addresses when it gives them. */
function placementOf(view: ResourceView): Fact<Placement> {
  const groups = [
    'EmrManagedMasterSecurityGroup',
    'EmrManagedSlaveSecurityGroup',
    'ServiceAccessSecurityGroup',
    'AdditionalMasterSecurityGroups',
    'AdditionalSlaveSecurityGroups',
  ];
  return given({
    zone: 'vpc',
    subnets: [...guardedMembers(view, 'Instances.Ec2SubnetId'), ...guardedMembers(view, 'Instances.Ec2SubnetIds')],
    securityGroups: groups.flatMap((group) => guardedMembers(view, `Instances.${group}`)),
    publicAddress: byDefault('by-subnet'),
  });
}

/** Code of jobs holds the credentials of the job flow role; EMR itself uses the service role. */
function rolesOf(view: ResourceView): Fact<readonly RunsAs[]> {
  const role = (path: string, how: Omit<RunsAs, 'role'>) =>
    mapFact(property(view, path), (value): readonly RunsAs[] => (value === undefined ? [] : [{ role: value, ...how }]));
  return bindFact(role('JobFlowRole', { purpose: 'workload', service: 'ec2.amazonaws.com' }), (jobs) =>
    bindFact(role('ServiceRole', { purpose: 'service', service: 'elasticmapreduce.amazonaws.com' }), (service) =>
      mapFact(
        role('AutoScalingRole', { purpose: 'service', service: 'application-autoscaling.amazonaws.com' }),
        (scaling) => [...jobs, ...service, ...scaling],
      ),
    ),
  );
}

/** Local disks are encrypted only by a security configuration (EMR management guide, "Encrypt data at rest and in transit"). */
function storageOf(view: ResourceView): Fact<EncryptionAtRest> {
  return bindFact(configurationOf(view), (configuration) =>
    configuration === undefined ? given<EncryptionAtRest>({ by: 'none' }) : localDiskEncryption(configuration),
  );
}

function configurationOf(view: ResourceView): Fact<ResourceView | undefined> {
  return follow(view, 'SecurityConfiguration', ['AWS::EMR::SecurityConfiguration']);
}

/** Nodes talk in plain text unless a security configuration says otherwise. */
function betweenNodes(view: ResourceView): Fact<boolean> {
  return bindFact(configurationOf(view), (configuration) =>
    configuration === undefined ? byDefault(false, [view.origin()]) : transitEncryption(configuration),
  );
}

/** Logs stay on the nodes, which end with the cluster, unless a bucket is named. */
function logsOf(view: ResourceView): Fact<readonly LogSource[]> {
  return mapFact(property(view, 'LogUri'), (to): readonly LogSource[] => [
    { what: 'execution', on: to !== undefined, ...(to !== undefined && { to }) },
  ]);
}

/** All nodes of a cluster stand in one zone (EMR management guide, "Configure networking"). */
function recoveryOf(view: ResourceView): Fact<Recovery> {
  return mapFact(flag(view, 'Instances.TerminationProtected', false), (guarded) => ({
    backups: 'unsupported',
    deletionProtection: guarded ? 'on' : 'off',
    zones: 'unsupported',
  }));
}

function workloadOf(view: ResourceView): Fact<Workload> {
  return given({
    metadata: unknown('a security configuration decides', `the security configuration of ${view.resource.address}`),
    privileged: byDefault(false),
    controlPlaneShells: [],
    code: [],
  });
}
