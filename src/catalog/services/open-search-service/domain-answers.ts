import type { EncryptionAtRest, Recovery } from '../../../model/data-keeping.ts';
import type { AnswerOf, LogSource, Placement } from '../../../model/dimension.ts';
import type { Authentication, EncryptionInTransit, Endpoint } from '../../../model/entry.ts';
import { allFacts, bindFact, byDefault, type Fact, given, mapFact } from '../../../model/fact.ts';
import type { ResourceView } from '../../../model/service.ts';
import type { Value } from '../../../model/value.ts';
import type { RunsAs } from '../../../model/workload.ts';
import { flag, present, property, word } from '../../answer.ts';
import { anyTrue, listFact } from '../../combine-facts.ts';
import { encryptedBy } from '../../encryption-key.ts';
import { stated } from '../../follow.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { flowsOf, type StatedFlow, statedFlow } from '../../stated-flow.ts';

/** Options that name no subnet place it nowhere. */
function inVpcOf(view: ResourceView): Fact<boolean> {
  return bindFact(stated(view, 'VPCOptions'), (named) =>
    named ? mapFact(property(view, 'VPCOptions.SubnetIds'), (subnets) => !isEmptyList(subnets)) : byDefault(false),
  );
}

function isEmptyList(value: Value | undefined): boolean {
  return value?.kind === 'list' && value.items.length === 0 && value.open === undefined;
}

/** Answers that OpenSearch and Elasticsearch domains give alike. Names differ only in their cluster's configuration. */

/** Inside a VPC when `VPCOptions` say so, which cannot be changed later; else with an endpoint on the internet. */
export function domainPlacement(view: ResourceView): Fact<Placement> {
  return mapFact(
    inVpcOf(view),
    (inVpc): Placement => ({
      zone: inVpc ? 'vpc' : 'region',
      subnets: guardedMembers(view, 'VPCOptions.SubnetIds'),
      securityGroups: guardedMembers(view, 'VPCOptions.SecurityGroupIds'),
      publicAddress: byDefault('no'),
    }),
  );
}

/** One HTTPS endpoint; who is let in, the access policy and fine-grained access control say. */
export function domainEndpoints(view: ResourceView): Fact<readonly Endpoint[]> {
  return bindFact(inVpcOf(view), (inVpc) =>
    given<readonly Endpoint[]>([
      {
        protocol: 'https',
        port: 443,
        authentication: authenticationOf(view),
        audience: byDefault(inVpc ? 'network' : 'internet'),
        encrypted: mapFact(domainTransit(view), ({ state }) => state),
        origin: view.origin('DomainEndpointOptions'),
      },
    ]),
  );
}

/** With fine-grained access control the domain asks for a user; without it only the access policy decides. */
function authenticationOf(view: ResourceView): Fact<Authentication> {
  const path = 'AdvancedSecurityOptions';
  return mapFact(
    allFacts<{ fine: boolean; internal: boolean; anonymous: boolean }>({
      fine: flag(view, `${path}.Enabled`, false),
      internal: flag(view, `${path}.InternalUserDatabaseEnabled`, false),
      anonymous: flag(view, `${path}.AnonymousAuthEnabled`, false),
    }),
    ({ fine, internal, anonymous }) => {
      if (anonymous) return 'none';
      return fine && internal ? 'password' : 'iam';
    },
  );
}

/** Off unless switched on (EncryptionAtRestOptions). */
export function domainStorage(view: ResourceView): Fact<EncryptionAtRest> {
  return bindFact(flag(view, 'EncryptionAtRestOptions.Enabled', false), (on) =>
    on
      ? encryptedBy(view, 'EncryptionAtRestOptions.KmsKeyId', 'aws-managed-key')
      : given<EncryptionAtRest>({ by: 'none' }),
  );
}

const oldestTls: Readonly<Record<string, '1.0' | '1.2'>> = {
  'Policy-Min-TLS-1-0-2019-07': '1.0',
  'Policy-Min-TLS-1-2-2019-07': '1.2',
  'Policy-Min-TLS-1-2-PFS-2023-10': '1.2',
};

/** Plain HTTP is answered unless `EnforceHTTPS`; TLS 1.0 is accepted unless the policy says otherwise (DomainEndpointOptions). */
export function domainTransit(view: ResourceView): Fact<EncryptionInTransit> {
  const path = 'DomainEndpointOptions';
  return mapFact(
    allFacts<{ enforced: boolean; policy: string }>({
      enforced: flag(view, `${path}.EnforceHTTPS`, false),
      policy: word(view, `${path}.TLSSecurityPolicy`, 'Policy-Min-TLS-1-0-2019-07'),
    }),
    ({ enforced, policy }): EncryptionInTransit => {
      const minimumTls = oldestTls[policy];
      return { state: enforced ? 'required' : 'optional', ...(minimumTls !== undefined && { minimumTls }) };
    },
  );
}

/** Kinds of log by their names in `LogPublishingOptions`. */
const logNames = {
  audit: ['AUDIT_LOGS'],
  execution: ['ES_APPLICATION_LOGS'],
  query: ['INDEX_SLOW_LOGS', 'SEARCH_SLOW_LOGS'],
} as const;

/** Logs are published to CloudWatch Logs one by one. */
export function domainLogs(view: ResourceView): Fact<readonly LogSource[]> {
  return listFact(
    (['audit', 'execution', 'query'] as const).flatMap((what) =>
      logNames[what].map((name) => mapFact(published(view, name), (on): LogSource => ({ what, name, on }))),
    ),
  );
}

function published(view: ResourceView, name: string): Fact<boolean> {
  const path = `LogPublishingOptions.${name}`;
  return bindFact(present(view, path), (there) => (there ? flag(view, `${path}.Enabled`, true) : byDefault(false)));
}

/** `cluster` leads to the configuration of its nodes, which both services name differently. */
export function domainSettings(view: ResourceView, cluster: string): Fact<AnswerOf<'settings'>> {
  return given({
    encryptedBetweenNodes: flag(view, 'NodeToNodeEncryptionOptions.Enabled', false),
    dedicatedManagers: flag(view, `${cluster}.DedicatedMasterEnabled`, false),
  });
}

/** Flows of logs to their groups. */
export function domainForwards(view: ResourceView) {
  const flow: StatedFlow = { kind: 'log', because: `${view.resource.address} publishes logs there` };
  const groups = Object.values(logNames)
    .flat()
    .flatMap((name) => statedFlow(view.read(`LogPublishingOptions.${name}.CloudWatchLogsLogGroupArn`), flow));
  return flowsOf(view, groups);
}

/** Snapshots are taken each hour and kept for 14 days (https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-snapshots.html). */
export function domainRecovery(view: ResourceView, zoneFlags: readonly string[]): Fact<Recovery> {
  return mapFact(
    anyTrue(zoneFlags.map((path) => flag(view, path, false))),
    (many): Recovery => ({
      backups: 'automatic',
      retentionDays: 14,
      deletionProtection: 'unsupported',
      zones: many ? 'many' : 'one',
    }),
  );
}

/** The role by which OpenSearch asks Cognito. */
export function domainRoles(view: ResourceView): Fact<readonly RunsAs[]> {
  return mapFact(property(view, 'CognitoOptions.RoleArn'), (role): readonly RunsAs[] =>
    role === undefined ? [] : [{ role, purpose: 'service', service: 'es.amazonaws.com' }],
  );
}
