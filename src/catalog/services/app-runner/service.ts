import type { Recovery, SecretInClear } from '../../../model/data-keeping.ts';
import type { LogSource, Placement } from '../../../model/dimension.ts';
import type { Endpoint } from '../../../model/entry.ts';
import { bindFact, byDefault, type Fact, given, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { describeText, literalOf } from '../../../model/text.ts';
import { textOf } from '../../../model/value.ts';
import type { RunsAs, Workload } from '../../../model/workload.ts';
import { flag, optionsOf, possibleMembers, property, within } from '../../answer.ts';
import { apiTransport } from '../../aws-api.ts';
import { encryptedBy } from '../../encryption-key.ts';
import { joinSecrets, secretsInEntry } from '../../secret-in-clear.ts';

const image = 'SourceConfiguration.ImageRepository';

export default defineService({
  type: 'AWS::AppRunner::Service',
  title: 'App Runner service',
  element: 'process',
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apprunner-service.html',
  facts: {
    placement: () =>
      byDefault<Placement>({ zone: 'region', subnets: [], securityGroups: [], publicAddress: byDefault('no') }),
    runsAs: rolesOf,
    endpoints: endpointsOf,
    encryptionAtRest: (view) => encryptedBy(view, 'EncryptionConfiguration.KmsKey', 'aws-managed-key'),
    encryptionInTransit: apiTransport,
    logging: () => byDefault<readonly LogSource[]>([{ what: 'execution', on: true }]),
    recovery: () => byDefault<Recovery>({ backups: 'unsupported', deletionProtection: 'unsupported', zones: 'many' }),
    secretsInClear: secretsOf,
    software: notApplicable('what is in the image is not in the input'),
    resourcePolicy: notApplicable('App Runner services have no resource policies'),
  },
  structure: { workload: workloadOf },
  ignored: { ObservabilityConfiguration: 'traces, which are no record of who did what' },
});

/** The code holds the credentials of the instance role; App Runner fetches the image with the access role. */
function rolesOf(view: ResourceView): Fact<readonly RunsAs[]> {
  return bindFact(property(view, 'InstanceConfiguration.InstanceRoleArn'), (role) =>
    mapFact(property(view, 'SourceConfiguration.AuthenticationConfiguration.AccessRoleArn'), (access) => [
      ...(role === undefined ? [] : [{ role, purpose: 'workload', service: 'tasks.apprunner.amazonaws.com' } as const]),
      ...(access === undefined
        ? []
        : [{ role: access, purpose: 'service', service: 'build.apprunner.amazonaws.com' } as const]),
    ]),
  );
}

/** A public HTTPS address unless ingress is private; App Runner asks nobody who calls (developer guide, "Networking"). */
function endpointsOf(view: ResourceView): Fact<readonly Endpoint[]> {
  const path = 'NetworkConfiguration.IngressConfiguration.IsPubliclyAccessible';
  return given([
    {
      protocol: 'https',
      port: 443,
      authentication: byDefault('none'),
      audience: mapFact(flag(view, path, true), (open) => (open ? 'internet' : 'network')),
      encrypted: byDefault('required'),
      origin: view.origin(path),
    },
  ]);
}

function secretsOf(view: ResourceView): Fact<readonly SecretInClear[]> {
  const paths = [
    `${image}.ImageConfiguration.RuntimeEnvironmentVariables`,
    'SourceConfiguration.CodeRepository.CodeConfiguration.CodeConfigurationValues.RuntimeEnvironmentVariables',
  ];
  return joinSecrets(
    paths.flatMap((path) =>
      possibleMembers(view, path).flatMap((entry) => {
        const pair = within(view, entry);
        const name = literalOf(textOf(pair.read('Name') ?? entry) ?? []);
        const value = pair.read('Value');
        return name === undefined || value === undefined ? [] : [secretsInEntry(name, value, 'environment')];
      }),
    ),
  );
}

function workloadOf(view: ResourceView): Fact<Workload> {
  return given({
    metadata: byDefault('none'),
    privileged: byDefault(false),
    controlPlaneShells: [],
    code: optionsOf(view.read(`${image}.ImageIdentifier`)).flatMap(({ value }) => {
      const location = value === undefined ? undefined : textOf(value);
      if (value === undefined || location === undefined) return [];
      return [
        { kind: 'image', location, pinned: describeText(location).includes('@sha256:'), origin: value.origin } as const,
      ];
    }),
  });
}
