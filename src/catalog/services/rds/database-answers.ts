import type { LogSource } from '../../../model/dimension.ts';
import type { Authentication, EncryptionInTransit, Endpoint } from '../../../model/entry.ts';
import { bindFact, byDefault, type Fact, given, mapFact, notApplicable, unknown } from '../../../model/fact.ts';
import type { ResourceView } from '../../../model/service.ts';
import { holesOf, literalOf } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import type { RunsAs, Software } from '../../../model/workload.ts';
import { flag, members, optionsOf, possibleMembers, property, quantity, within, word } from '../../answer.ts';
import { enginePort } from '../../data/engine-ports.ts';
import { engineSoftware } from '../../engine-software.ts';
import { follow, followValue } from '../../follow.ts';

/** Answers that database instances and clusters of RDS and Aurora give alike. */

/** The group types that the subnets of a database come from. */
export const databaseSubnets = { type: 'AWS::RDS::DBSubnetGroup', subnets: 'SubnetIds' } as const;

/** Where instances and clusters name their parameter groups. */
export const instanceParameters = { path: 'DBParameterGroupName', type: 'AWS::RDS::DBParameterGroup' } as const;
export const clusterParameters = {
  path: 'DBClusterParameterGroupName',
  type: 'AWS::RDS::DBClusterParameterGroup',
} as const;

/** Engine name in lower case, as facts name it. */
export function engineOf(view: ResourceView): Fact<string> {
  return mapFact(word(view, 'Engine', ''), (engine) => engine.toLowerCase());
}

/** One connection point: password, or IAM tokens as well when they are switched on. */
export function databaseEndpoints(view: ResourceView, transit: Fact<EncryptionInTransit>): Fact<readonly Endpoint[]> {
  return bindFact(engineOf(view), (engine) => {
    const { protocol, port: standard } = enginePort(engine) ?? { protocol: 'sql', port: 0 };
    return bindFact(quantity(view, 'Port', standard), (port) =>
      given<readonly Endpoint[]>([
        {
          protocol,
          port: port === 0 ? null : port,
          authentication: authenticationOf(view),
          audience: byDefault('network'),
          encrypted: mapFact(transit, ({ state }) => state),
          origin: view.origin(),
        },
      ]),
    );
  });
}

/** IAM authentication adds a way to sign in; passwords keep working. */
function authenticationOf(view: ResourceView): Fact<Authentication> {
  return mapFact(flag(view, 'EnableIAMDatabaseAuthentication', false), (iam) => (iam ? 'iam' : 'password'));
}

/** Parameters that force TLS, by kind of engine. */
const forcing: readonly (readonly [RegExp, string])[] = [
  [/postgres|sqlserver/, 'rds.force_ssl'],
  [/mysql|mariadb|^aurora$/, 'require_secure_transport'],
];

/** The parameter that forces TLS on an engine; undefined for engines that have none. */
export function parameterThatForcesTls(engine: string): string | undefined {
  return forcing.find(([pattern]) => pattern.test(engine))?.[1];
}

/**
 * Whether clients may connect without TLS: the parameter group decides, else the engine's default. PostgreSQL forces TLS
 * from version 15 on (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html), Aurora
 * PostgreSQL from 17 on (https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.Security.html).
 */
export function databaseTransit(
  view: ResourceView,
  groups: readonly { readonly path: string; readonly type: string }[],
): Fact<EncryptionInTransit> {
  return bindFact(engineOrFamily(view, groups), (engine) => {
    const parameter = parameterThatForcesTls(engine);
    const standard = bindFact(word(view, 'EngineVersion', ''), (version) =>
      byDefault(tlsForcedByDefault(engine, version)),
    );
    const decided = groups.reduceRight(
      (fallback, group) =>
        parameter === undefined ? fallback : forcedByGroup(view, { ...group, parameter }, fallback),
      standard,
    );
    return mapFact(decided, (forced): EncryptionInTransit => ({ state: forced ? 'required' : 'optional' }));
  });
}

/** What is made from a snapshot names no engine; its parameter group does, `postgres16`. */
function engineOrFamily(
  view: ResourceView,
  groups: readonly { readonly path: string; readonly type: string }[],
): Fact<string> {
  return bindFact(engineOf(view), (engine) => {
    if (engine !== '') return given(engine);
    const [group] = groups.map(({ path, type }) => follow(view, path, [type]));
    if (group === undefined || group.kind === 'unknown') return given(engine);
    return bindFact(group, (found) =>
      found === undefined
        ? given(engine)
        : mapFact(word(found, 'Family', ''), (family) => family.replace(/[\d.].*$/, '')),
    );
  });
}

/** What engines do when no parameter says it; without a version AWS takes a recent one. */
export function tlsForcedByDefault(engine: string, version: string): boolean {
  const major = Number.parseInt(version, 10);
  if (engine === 'postgres') return version === '' || major >= 15;
  return engine === 'aurora-postgresql' && major >= 17;
}

function forcedByGroup(
  view: ResourceView,
  group: { readonly path: string; readonly type: string; readonly parameter: string },
  standard: Fact<boolean>,
): Fact<boolean> {
  return bindFact(property(view, group.path), (reference) => {
    if (reference === undefined) return standard;
    const name = literalOf(textOf(reference) ?? []);
    if (name?.startsWith('default.')) return standard;
    return bindFact(followValue(view, reference, { types: [group.type], what: group.path }), (found) =>
      found === undefined ? standard : forcedBy(found, group.parameter, standard),
    );
  });
}

/** What a parameter group says of a parameter that forces TLS. */
export function forcedBy(group: ResourceView, parameter: string, standard: Fact<boolean>): Fact<boolean> {
  return bindFact(parameterOf(group, parameter), (value) => {
    if (value === undefined) return standard;
    const literal = literalOf(textOf(value) ?? []);
    if (literal !== undefined)
      return given(/^(1|on|true|\d{2,})$/i.test(literal), [value.origin], value.defaults ?? []);
    const settledBy = holesOf(textOf(value) ?? [])[0]?.settledBy ?? `parameter ${parameter}`;
    return unknown(`${parameter} is not known`, settledBy, [value.origin]);
  });
}

/** One parameter of a parameter group; names have dots, so that they are no paths. */
function parameterOf(group: ResourceView, name: string): Fact<Value | undefined> {
  return bindFact(property(group, 'Parameters'), (parameters): Fact<Value | undefined> => {
    if (parameters?.kind === 'unknown') return given<Value | undefined>(parameters);
    if (parameters?.kind !== 'map') return byDefault<Value | undefined>(undefined);
    const found = parameters.entries.get(name);
    const options = optionsOf(found);
    const [only] = options;
    return options.length === 1 ? given(only?.value) : property(within(group, parameters), name);
  });
}

type NamedLog = Pick<LogSource, 'what'> & { readonly name: string };

const log = (what: LogSource['what'], name: string): NamedLog => ({ what, name });
const mySqlLogs = [
  log('audit', 'audit'),
  log('execution', 'error'),
  log('query', 'general'),
  log('query', 'slowquery'),
];

/**
 * The logs that each kind of engine can publish, and what they tell: who did what, what was asked, or how it runs.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html
 */
const engineLogs: readonly (readonly [RegExp, readonly NamedLog[]])[] = [
  [/^aurora-postgresql/, [log('audit', 'postgresql')]],
  [/postgres/, [log('audit', 'postgresql'), log('execution', 'upgrade')]],
  [/mysql|mariadb|^aurora$/, mySqlLogs],
  [
    /^oracle|^custom-oracle/,
    [log('audit', 'audit'), ...['alert', 'listener', 'oemagent', 'trace'].map((name) => log('execution', name))],
  ],
  [/^sqlserver|^custom-sqlserver/, [log('audit', 'agent'), log('execution', 'error')]],
  [/^db2/, [log('audit', 'diag.log'), log('execution', 'notify.log')]],
];

/** Database logs that leave the database. What stays on its disk is gone with it. */
export function databaseLogs(view: ResourceView): Fact<readonly LogSource[]> {
  return bindFact(engineOf(view), (engine) =>
    mapFact(members(view, 'EnableCloudwatchLogsExports'), (exports): readonly LogSource[] => {
      const names = exports.map((item) => literalOf(textOf(item) ?? []) ?? '');
      const [, logs] = engineLogs.find(([pattern]) => pattern.test(engine)) ?? [/./, [log('audit', 'audit')]];
      return logs.map((each) => ({ ...each, on: names.includes(each.name) }));
    }),
  );
}

/**
 * May programs sign in with IAM tokens? Only engines of these families know them.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html
 */
export function iamSignIn(view: ResourceView): Fact<boolean> {
  return bindFact(engineOf(view), (engine) =>
    /postgres|mysql|mariadb|^aurora$/.test(engine)
      ? flag(view, 'EnableIAMDatabaseAuthentication', false)
      : notApplicable(`${engine === '' ? 'the engine' : engine} has no IAM authentication`),
  );
}

/** Roles that the database uses to reach S3, Lambda and the like, and the one that writes enhanced monitoring. */
export function databaseRoles(view: ResourceView): Fact<readonly RunsAs[]> {
  const associated = possibleMembers(view, 'AssociatedRoles').flatMap((item): readonly RunsAs[] => {
    const role = within(view, item).read('RoleArn');
    return role === undefined ? [] : [{ role, purpose: 'service', service: 'rds.amazonaws.com' }];
  });
  return mapFact(property(view, 'MonitoringRoleArn'), (role): readonly RunsAs[] =>
    role === undefined
      ? associated
      : [...associated, { role, purpose: 'service', service: 'monitoring.rds.amazonaws.com' }],
  );
}

/** Engine and version with the end of standard support. */
export function databaseSoftware(view: ResourceView): Fact<readonly Software[]> {
  return engineSoftware(view, { engine: engineOf(view), version: 'EngineVersion' });
}
