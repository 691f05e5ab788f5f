import type { DataHolding, Recovery } from '../../../model/data-keeping.ts';
import type { Placement } from '../../../model/dimension.ts';
import type { Endpoint } from '../../../model/entry.ts';
import { byDefault, type Fact, given, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import type { RunsAs, Workload } from '../../../model/workload.ts';
import { choose, property, word } from '../../answer.ts';
import { apiEndpoint, apiTransport } from '../../aws-api.ts';
import { encryptedBy } from '../../encryption-key.ts';
import { stated } from '../../follow.ts';
import { guardedMembers } from '../../guarded-members.ts';

export default defineService({
  type: 'AWS::SageMaker::NotebookInstance',
  title: 'SageMaker notebook',
  element: 'process',
  service: 'managed',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sagemaker-notebookinstance.html',
  facts: {
    placement: placementOf,
    runsAs: runsAs,
    endpoints: endpointsOf,
    encryptionAtRest: (view) => encryptedBy(view, 'KmsKeyId', 'aws-managed-key'),
    encryptionInTransit: apiTransport,
    logging: notApplicable('what people run in it is their own to log; CloudTrail records who opens it'),
    recovery: () => byDefault<Recovery>({ backups: 'none', deletionProtection: 'unsupported', zones: 'one' }),
    secretsInClear: notApplicable('no property takes a secret; lifecycle scripts are resources of their own'),
    software: notApplicable('AWS chooses the software of a platform'),
    resourcePolicy: notApplicable('notebooks have no resource policies'),
  },
  structure: {
    // The console and the AWS API hand out an address of the notebook to whom IAM lets.
    controlPlane: (view) => given([{ kind: 'presigned-url', on: byDefault(true), origin: view.origin() }]),
    workload: workloadOf,
    holds: () => byDefault<DataHolding>({ what: 'files', confidentiality: 2, integrity: 2, availability: 1 }),
    settings: (view) =>
      given({
        trafficThroughVpc: mapFact(word(view, 'DirectInternetAccess', 'Enabled'), (mode) => mode === 'Disabled'),
        // "RootAccess: … The default value is Enabled" (CloudFormation reference of the type).
        rootUser: mapFact(word(view, 'RootAccess', 'Enabled'), (mode) => mode === 'Enabled'),
      }),
  },
  ignored: {},
});

/** It always has an interface in a network of AWS; with a subnet one in the customer's VPC as well, never a public address. */
function placementOf(view: ResourceView): Fact<Placement> {
  return mapFact(
    stated(view, 'SubnetId'),
    (inVpc): Placement => ({
      zone: inVpc ? 'vpc' : 'region',
      subnets: guardedMembers(view, 'SubnetId'),
      securityGroups: guardedMembers(view, 'SecurityGroupIds'),
      publicAddress: byDefault('no'),
    }),
  );
}

function runsAs(view: ResourceView): Fact<readonly RunsAs[]> {
  return mapFact(property(view, 'RoleArn'), (role): readonly RunsAs[] =>
    role === undefined ? [] : [{ role, purpose: 'workload', service: 'sagemaker.amazonaws.com' }],
  );
}

/** https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-access-ws.html */
function endpointsOf(view: ResourceView): Fact<readonly Endpoint[]> {
  return byDefault<readonly Endpoint[]>([{ ...apiEndpoint(view), audience: byDefault('internet') }], [view.origin()]);
}

/** https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-imds.html */
function workloadOf(view: ResourceView): Fact<Workload> {
  const versions = { '1': 'token-optional', '2': 'token-required' } as const;
  const path = 'InstanceMetadataServiceConfiguration.MinimumInstanceMetadataServiceVersion';
  return given({
    metadata: choose(word(view, path, '1'), versions, path),
    privileged: byDefault(false),
    controlPlaneShells: [],
    code: [],
  });
}
