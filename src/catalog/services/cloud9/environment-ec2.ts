import type { Recovery } from '../../../model/data-keeping.ts';
import type { Placement } from '../../../model/dimension.ts';
import type { Endpoint } from '../../../model/entry.ts';
import { byDefault, type Fact, given, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { word } from '../../answer.ts';
import { apiTransport } from '../../aws-api.ts';
import { guardedMembers } from '../../guarded-members.ts';

export default defineService({
  type: 'AWS::Cloud9::EnvironmentEC2',
  title: 'Cloud9 environment',
  element: 'process',
  service: 'managed',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloud9-environmentec2.html',
  facts: {
    placement: placementOf,
    runsAs: notApplicable('people act in it with their own rights'),
    endpoints: endpointsOf,
    encryptionAtRest: notApplicable('the account decides about volumes of its machine'),
    encryptionInTransit: apiTransport,
    logging: notApplicable('what people run in it is their own to log'),
    recovery: () => byDefault<Recovery>({ backups: 'none', deletionProtection: 'unsupported', zones: 'one' }),
    secretsInClear: notApplicable('no property takes a secret'),
    software: notApplicable('the image decides about the operating system'),
    resourcePolicy: notApplicable('environments have no resource policies'),
  },
  ignored: {},
});

/**
 * With a connection over SSH Cloud9 calls the machine at a public address, with Systems Manager the machine calls.
 * https://docs.aws.amazon.com/cloud9/latest/user-guide/ec2-ssm.html
 */
function placementOf(view: ResourceView): Fact<Placement> {
  return given({
    zone: 'vpc',
    subnets: guardedMembers(view, 'SubnetId'),
    securityGroups: [],
    publicAddress: mapFact(word(view, 'ConnectionType', 'CONNECT_SSH'), (type) =>
      type === 'CONNECT_SSM' ? 'no' : 'yes',
    ),
  });
}

function endpointsOf(view: ResourceView): Fact<readonly Endpoint[]> {
  return mapFact(word(view, 'ConnectionType', 'CONNECT_SSH'), (type): readonly Endpoint[] =>
    type === 'CONNECT_SSM'
      ? []
      : [
          {
            protocol: 'ssh',
            port: 22,
            authentication: byDefault('signed'),
            audience: byDefault('network'),
            encrypted: byDefault('required'),
            origin: view.origin('ConnectionType'),
          },
        ],
  );
}
