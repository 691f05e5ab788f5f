import type { EncryptionAtRest } from '../../../model/data-keeping.ts';
import type { LogSource, Placement } from '../../../model/dimension.ts';
import type { Endpoint } from '../../../model/entry.ts';
import { allFacts, bindFact, byDefault, type Fact, given, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import type { RunsAs, Software, Workload } from '../../../model/workload.ts';
import { flag, property, within, word } from '../../answer.ts';
import { apiTransport } from '../../aws-api.ts';
import { encryptedBy } from '../../encryption-key.ts';
import { stated } from '../../follow.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { weakestEncryption } from '../../weakest-encryption.ts';
import { buildCode, buildForwards, buildSecrets } from './build-input.ts';

export default defineService({
  type: 'AWS::CodeBuild::Project',
  title: 'CodeBuild project',
  element: 'process',
  service: 'container',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codebuild-project.html',
  facts: {
    placement: placementOf,
    runsAs: rolesOf,
    endpoints: endpointsOf,
    encryptionAtRest: artifactsOf,
    encryptionInTransit: apiTransport,
    logging: logsOf,
    recovery: notApplicable('a build keeps nothing; what it makes is kept where it goes'),
    secretsInClear: buildSecrets,
    software: imageOf,
    resourcePolicy: notApplicable('project policies are made by sharing, not by templates'),
  },
  structure: {
    workload: workloadOf,
    forwards: buildForwards,
  },
  ignored: {
    BuildBatchConfig: 'a role to start builds of the batch, used by CodeBuild only',
  },
});

/** In a VPC when `VpcConfig` says so, without public address; else in a network of AWS's with a way to the internet. */
function placementOf(view: ResourceView): Fact<Placement> {
  return mapFact(
    stated(view, 'VpcConfig'),
    (inVpc): Placement => ({
      zone: inVpc ? 'vpc' : 'region',
      subnets: guardedMembers(view, 'VpcConfig.Subnets'),
      securityGroups: guardedMembers(view, 'VpcConfig.SecurityGroupIds'),
      publicAddress: byDefault('no'),
    }),
  );
}

/** Build commands hold the service role's credentials. */
function rolesOf(view: ResourceView): Fact<readonly RunsAs[]> {
  const service = 'codebuild.amazonaws.com';
  return bindFact(property(view, 'ServiceRole'), (role) =>
    mapFact(property(view, 'ResourceAccessRole'), (access): readonly RunsAs[] => [
      ...(role === undefined ? [] : [{ role, purpose: 'workload', service } as const]),
      ...(access === undefined ? [] : [{ role: access, purpose: 'service', service } as const]),
    ]),
  );
}

/** A webhook is called by the host of the source; a public project shows its logs and artifacts to everybody. */
function endpointsOf(view: ResourceView): Fact<readonly Endpoint[]> {
  const way = (path: string, authentication: 'signed' | 'none'): Endpoint => ({
    protocol: 'https',
    port: 443,
    authentication: given(authentication),
    audience: given('internet'),
    encrypted: byDefault('required'),
    origin: view.origin(path),
  });
  return mapFact(
    allFacts<{ webhook: boolean; visibility: string }>({
      webhook: flag(view, 'Triggers.Webhook', false),
      visibility: word(view, 'Visibility', 'PRIVATE'),
    }),
    ({ webhook, visibility }) => [
      ...(webhook ? [way('Triggers.Webhook', 'signed')] : []),
      ...(visibility === 'PUBLIC_READ' ? [way('Visibility', 'none')] : []),
    ],
  );
}

/**
 * Artifacts are encrypted with the account's S3 key unless another is named or encryption is switched off, which counts
 * for artifacts in S3 alone: a pipeline keeps its own (ProjectArtifacts, encryptionDisabled).
 */
function artifactsOf(view: ResourceView): Fact<EncryptionAtRest> {
  const encrypted = encryptedBy(view, 'EncryptionKey', 'aws-managed-key');
  const artifacts = view.read('Artifacts');
  const all = [...(artifacts === undefined ? [] : [artifacts]), ...guardedMembers(view, 'SecondaryArtifacts')];
  return weakestEncryption(
    all.map((one) => encryptedUnlessDisabled(within(view, one), encrypted)),
    () => encrypted,
  );
}

function encryptedUnlessDisabled(one: ResourceView, encrypted: Fact<EncryptionAtRest>): Fact<EncryptionAtRest> {
  return bindFact(word(one, 'Type', 'S3'), (kind) => {
    if (kind !== 'S3') return encrypted;
    return bindFact(flag(one, 'EncryptionDisabled', false), (off) =>
      off ? given<EncryptionAtRest>({ by: 'none' }) : encrypted,
    );
  });
}

/** CloudWatch Logs unless switched off; S3 when switched on (LogsConfig). */
function logsOf(view: ResourceView): Fact<readonly LogSource[]> {
  const to = view.read('LogsConfig.CloudWatchLogs.GroupName') ?? view.read('LogsConfig.S3Logs.Location');
  return mapFact(
    allFacts<{ cloud: string; bucket: string }>({
      cloud: word(view, 'LogsConfig.CloudWatchLogs.Status', 'ENABLED'),
      bucket: word(view, 'LogsConfig.S3Logs.Status', 'DISABLED'),
    }),
    ({ cloud, bucket }): readonly LogSource[] => [
      { what: 'execution', on: cloud === 'ENABLED' || bucket === 'ENABLED', ...(to !== undefined && { to }) },
    ],
  );
}

/** The image in which builds run. */
function imageOf(view: ResourceView): Fact<readonly Software[]> {
  return mapFact(word(view, 'Environment.Image', ''), (product) => [{ product }]);
}

function workloadOf(view: ResourceView): Fact<Workload> {
  return given({
    metadata: byDefault('none'),
    privileged: flag(view, 'Environment.PrivilegedMode', false),
    controlPlaneShells: [],
    code: buildCode(view),
  });
}
