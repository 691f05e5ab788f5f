import type { Recovery } from '../../../model/data-keeping.ts';
import type { LogSource } from '../../../model/dimension.ts';
import type { Authentication, Endpoint } from '../../../model/entry.ts';
import { allFacts, byDefault, type Fact, given, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import type { RunsAs } from '../../../model/workload.ts';
import { choose, possibleMembers, present, within, word } from '../../answer.ts';
import { apiTransport, inRegion } from '../../aws-api.ts';
import { secretsInMap } from '../../secret-in-clear.ts';

export default defineService({
  type: 'AWS::AppSync::GraphQLApi',
  title: 'GraphQL API',
  element: 'process',
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-appsync-graphqlapi.html',
  facts: {
    placement: inRegion,
    runsAs: runsAs,
    endpoints: endpointsOf,
    encryptionAtRest: notApplicable('a cache of its answers is a resource of its own'),
    encryptionInTransit: apiTransport,
    logging: logsOf,
    recovery: () => byDefault<Recovery>({ backups: 'unsupported', deletionProtection: 'unsupported', zones: 'many' }),
    secretsInClear: (view) => secretsInMap(view, 'EnvironmentVariables', 'environment'),
    software: notApplicable('AWS runs AppSync'),
    resourcePolicy: notApplicable('GraphQL APIs have no policies of their own'),
  },
  ignored: {
    LambdaAuthorizerConfig: 'the function that lets callers in answers for itself',
  },
});

/** The role that writes its log, and the one with which a merged API calls its sources. */
function runsAs(view: ResourceView): Fact<readonly RunsAs[]> {
  const roles = [view.read('LogConfig.CloudWatchLogsRoleArn'), view.read('MergedApiExecutionRoleArn')];
  return given(
    roles.flatMap((role): readonly RunsAs[] =>
      role === undefined ? [] : [{ role, purpose: 'service', service: 'appsync.amazonaws.com' }],
    ),
  );
}

const ways: Readonly<Record<string, Authentication>> = {
  API_KEY: 'api-key',
  AWS_IAM: 'iam',
  AMAZON_COGNITO_USER_POOLS: 'cognito',
  OPENID_CONNECT: 'jwt',
  AWS_LAMBDA: 'custom',
};

/** One way in for each way to sign in: https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html */
function endpointsOf(view: ResourceView): Fact<readonly Endpoint[]> {
  const audiences = { GLOBAL: 'internet', PRIVATE: 'network' } as const;
  const way = (at: ResourceView, name: string): Endpoint => ({
    name,
    protocol: 'https',
    port: 443,
    authentication: choose(word(at, 'AuthenticationType', ''), ways, 'AuthenticationType'),
    audience: choose(word(view, 'Visibility', 'GLOBAL'), audiences, 'Visibility'),
    encrypted: byDefault('required'),
    origin: at.origin('AuthenticationType'),
  });
  const others = possibleMembers(view, 'AdditionalAuthenticationProviders').map((item) => within(view, item));
  return given([way(view, 'default'), ...others.map((at, index) => way(at, `additional ${index + 1}`))]);
}

/** Off unless a role to write with is given; with level NONE only whole requests are told, and no fields. */
function logsOf(view: ResourceView): Fact<readonly LogSource[]> {
  return mapFact(
    allFacts<{ role: boolean; level: string }>({
      role: present(view, 'LogConfig.CloudWatchLogsRoleArn'),
      level: word(view, 'LogConfig.FieldLogLevel', 'NONE'),
    }),
    ({ role, level }): readonly LogSource[] => [
      { what: 'execution', name: 'request', on: role },
      { what: 'execution', name: 'field', on: role && level !== 'NONE' },
    ],
  );
}
