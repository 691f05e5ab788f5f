import type { Recovery, SecretInClear } from '../../../model/data-keeping.ts';
import type { Placement } from '../../../model/dimension.ts';
import type { Forward } from '../../../model/entry.ts';
import { bindFact, byDefault, type Fact, given, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import type { RunsAs, Software } from '../../../model/workload.ts';
import { possibleMembers, present, property, word } from '../../answer.ts';
import { apiTransport, throughApi } from '../../aws-api.ts';
import { lambdaRuntimes } from '../../data/end-of-support.ts';
import { encryptedBy } from '../../encryption-key.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { logFlow } from '../../log-flow.ts';
import { joinSecrets, secretsInMap, secretsInText } from '../../secret-in-clear.ts';
import { entriesOf, flowsOf, statedFlow } from '../../stated-flow.ts';
import { usedStores } from '../../used-stores.ts';
import { codeFlows, workload } from './function-code.ts';

export default defineService({
  type: 'AWS::Lambda::Function',
  title: 'Lambda function',
  element: 'process',
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html',
  facts: {
    placement,
    runsAs,
    endpoints: throughApi,
    // Environment variables: the AWS managed key aws/lambda; https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html
    encryptionAtRest: (view) =>
      bindFact(present(view, 'Environment'), (is) =>
        is ? encryptedBy(view, 'KmsKeyArn', 'aws-managed-key') : notApplicable('it keeps no variables'),
      ),
    encryptionInTransit: apiTransport,
    logging: executionLog,
    recovery,
    secretsInClear,
    software,
    resourcePolicy: (view) => byDefault([], [view.origin()]),
  },
  structure: {
    forwards: (view) => flowsOf(view, forwards(view)),
    workload,
    settings: (view) =>
      byDefault({
        deadLetters: present(view, 'DeadLetterConfig.TargetArn'),
        throttled: present(view, 'ReservedConcurrentExecutions'),
      }),
  },
  ignored: {},
});

/** Runs outside the customer's networks unless it is attached to one; it never has a public address there. */
function placement(view: ResourceView): Fact<Placement> {
  return bindFact(property(view, 'VpcConfig'), (config): Fact<Placement> => {
    const subnets = config === undefined ? [] : guardedMembers(view, 'VpcConfig.SubnetIds');
    const publicAddress = byDefault('no' as const);
    // An empty list detaches it: https://docs.aws.amazon.com/lambda/latest/api/API_VpcConfig.html
    if (subnets.length === 0)
      return byDefault<Placement>({ zone: 'region', subnets: [], securityGroups: [], publicAddress });
    const securityGroups = guardedMembers(view, 'VpcConfig.SecurityGroupIds');
    return given<Placement>({ zone: 'vpc', subnets, securityGroups, publicAddress });
  });
}

function runsAs(view: ResourceView): Fact<readonly RunsAs[]> {
  return mapFact(property(view, 'Role'), (role): readonly RunsAs[] =>
    role === undefined ? [] : [{ role, purpose: 'workload', service: 'lambda.amazonaws.com' }],
  );
}

/** What it prints goes to CloudWatch Logs as soon as its role may write there. */
function executionLog(view: ResourceView) {
  return bindFact(property(view, 'LoggingConfig.LogGroup'), (to) =>
    byDefault([{ what: 'execution' as const, on: true, ...(to !== undefined && { to }) }], [view.origin()]),
  );
}

/** Lambda spreads functions over zones; in a VPC the subnets decide. Versions of the code are not a backup of data. */
function recovery(view: ResourceView): Fact<Recovery> {
  return mapFact(
    placement(view),
    ({ zone }): Recovery => ({
      backups: 'unsupported',
      deletionProtection: 'unsupported',
      zones: zone === 'vpc' ? 'by-placement' : 'many',
    }),
  );
}

function secretsInClear(view: ResourceView): Fact<readonly SecretInClear[]> {
  const code = view.read('Code.ZipFile');
  return joinSecrets([
    secretsInMap(view, 'Environment.Variables', 'environment'),
    code === undefined ? byDefault<readonly SecretInClear[]>([]) : secretsInText(code, 'inline code', 'code'),
  ]);
}

/** A function without a runtime is a container image, which brings its own; the template does not tell which. */
function software(view: ResourceView): Fact<readonly Software[]> {
  return mapFact(word(view, 'Runtime', 'container image'), (product): readonly Software[] => {
    const endOfSupport = Object.hasOwn(lambdaRuntimes, product) ? lambdaRuntimes[product] : undefined;
    return [{ product, ...(endOfSupport !== undefined && { endOfSupport }) }];
  });
}

function forwards(view: ResourceView): readonly Forward[] {
  const name = view.resource.address;
  return [
    ...usedStores(view, entriesOf(view, 'Environment.Variables')),
    ...statedFlow(view.read('DeadLetterConfig.TargetArn'), {
      kind: 'event',
      because: `failed events of ${name} go there`,
    }),
    ...possibleMembers(view, 'FileSystemConfigs').flatMap((config) =>
      config.kind === 'map'
        ? statedFlow(config.entries.get('Arn'), {
            kind: 'data',
            protocol: 'nfs',
            port: 2049,
            because: `${name} mounts the file system`,
          })
        : [],
    ),
    ...possibleMembers(view, 'Layers').flatMap((layer) =>
      statedFlow(layer, { kind: 'deployment', because: `${name} runs code of this layer` }),
    ),
    ...codeFlows(view),
    ...logFlow(view, { path: 'LoggingConfig.LogGroup', service: 'lambda' }),
  ];
}
