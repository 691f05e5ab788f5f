import type { Placement } from '../../../model/dimension.ts';
import { byDefault, type Fact, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import type { RunsAs } from '../../../model/workload.ts';
import { property } from '../../answer.ts';
import { apiTransport } from '../../aws-api.ts';
import { stated } from '../../follow.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { encryptedByConfiguration } from './configuration-encryption.ts';

export default defineService({
  type: 'AWS::Glue::DevEndpoint',
  title: 'Glue development endpoint',
  element: 'process',
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-devendpoint.html',
  facts: {
    placement: placementOf,
    runsAs: runsAs,
    endpoints: notApplicable('a endpoint takes no calls'),
    encryptionAtRest: (view) => encryptedByConfiguration(view, 'SecurityConfiguration'),
    encryptionInTransit: apiTransport,
    logging: notApplicable('it writes to CloudWatch Logs by itself'),
    recovery: notApplicable('it is made again from its template'),
    secretsInClear: notApplicable('no property takes a secret'),
    software: notApplicable('versions of Glue have no published table of end dates here'),
    resourcePolicy: notApplicable('it has no resource policy'),
  },
  ignored: {
    EndpointName: 'a name',
    PublicKey: 'a public key is no secret',
    PublicKeys: 'public keys are no secrets',
  },
});

function runsAs(view: ResourceView): Fact<readonly RunsAs[]> {
  return mapFact(property(view, 'RoleArn'), (role): readonly RunsAs[] =>
    role === undefined ? [] : [{ role, purpose: 'workload', service: 'glue.amazonaws.com' }],
  );
}

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
