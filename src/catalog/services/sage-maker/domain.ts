import type { DataHolding, Recovery } from '../../../model/data-keeping.ts';
import type { Placement } from '../../../model/dimension.ts';
import { byDefault, type Fact, given, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import type { RunsAs } from '../../../model/workload.ts';
import { property, word } from '../../answer.ts';
import { apiTransport, throughApi } from '../../aws-api.ts';
import { encryptedBy } from '../../encryption-key.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { optional } from '../ec2/optional.ts';

export default defineService({
  type: 'AWS::SageMaker::Domain',
  title: 'SageMaker domain',
  element: 'process',
  service: 'managed',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sagemaker-domain.html',
  facts: {
    placement: placementOf,
    runsAs: runsAs,
    endpoints: throughApi,
    encryptionAtRest: (view) => encryptedBy(view, 'KmsKeyId', 'aws-managed-key'),
    encryptionInTransit: apiTransport,
    logging: notApplicable('what people run in it is their own to log; CloudTrail records who opens it'),
    recovery: () => byDefault<Recovery>({ backups: 'none', deletionProtection: 'unsupported', zones: 'many' }),
    secretsInClear: notApplicable('no property takes a secret'),
    software: notApplicable('AWS chooses the software of an app'),
    resourcePolicy: notApplicable('domains have no resource policies'),
  },
  structure: {
    holds: () => byDefault<DataHolding>({ what: 'files', confidentiality: 2, integrity: 2, availability: 1 }),
    settings: (view) =>
      given({
        trafficThroughVpc: mapFact(
          word(view, 'AppNetworkAccessType', 'PublicInternetOnly'),
          (type) => type === 'VpcOnly',
        ),
      }),
  },
  ignored: {
    AuthMode: 'IAM or IAM Identity Center: both know who signs in',
    AppSecurityGroupManagement: 'who makes the security groups of apps',
  },
});

function placementOf(view: ResourceView): Fact<Placement> {
  return given({
    zone: 'vpc',
    ...optional(view, 'vpc', 'VpcId'),
    subnets: guardedMembers(view, 'SubnetIds'),
    securityGroups: guardedMembers(view, 'DefaultUserSettings.SecurityGroups'),
    publicAddress: byDefault('no'),
  });
}

/** People in it act as the role of their profile, or this one. */
function runsAs(view: ResourceView): Fact<readonly RunsAs[]> {
  return mapFact(property(view, 'DefaultUserSettings.ExecutionRole'), (role): readonly RunsAs[] =>
    role === undefined ? [] : [{ role, purpose: 'workload', service: 'sagemaker.amazonaws.com' }],
  );
}
