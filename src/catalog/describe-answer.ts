import type { EncryptionAtRest, PublicAccessGate, Recovery } from '../model/data-keeping.ts';
import type { AnswerOf, AnyDimension, LogSource, Placement, Principal, Protection } from '../model/dimension.ts';
import type { EncryptionInTransit, Endpoint, Forward } from '../model/entry.ts';
import { casesOf, type Fact, type Known, type Unknown } from '../model/fact.ts';
import { describeGuard, isAlways } from '../model/guard.ts';
import { describeText } from '../model/text.ts';
import type { CodeSource, RunsAs, Software, Workload } from '../model/workload.ts';
import { describeNetworkPart } from './describe-network.ts';
import { describePolicySource } from './describe-policy.ts';
import { describeValue, listed } from './describe-value.ts';

/**
 * An answer in one line, for reports and for the examples of services: `customer-key Key`, `access off (default)`,
 * `unknown (parameter Days)`, `required when IsProd | optional when not (IsProd)`, `not applicable (…)`.
 */
export function describeFact<D extends AnyDimension>(dimension: D, fact: Fact<AnswerOf<D>>): string {
  // Each setting is an answer of its own: what stands around them says nothing more.
  if (dimension === 'settings' && fact.kind === 'known') return describers[dimension](fact.value);
  return describeCases(fact, describers[dimension]);
}

type Describers = { readonly [D in AnyDimension]: (value: AnswerOf<D>) => string };

const describers: Describers = {
  placement: describePlacement,
  runsAs: (roles) => listed(roles.map(describeRunsAs)),
  endpoints: (endpoints) => listed(endpoints.map(describeEndpoint)),
  encryptionAtRest: describeAtRest,
  encryptionInTransit: describeInTransit,
  logging: (logs) => listed(logs.map(describeLog)),
  recovery: describeRecovery,
  secretsInClear: (secrets) => listed(secrets.map(({ name, where }) => `${name} in ${where}`)),
  software: (products) => listed(products.map(describeSoftware)),
  resourcePolicy: (policies) => listed(policies.map(describePolicySource)),
  principal: describePrincipal,
  identityPolicies: (policies) => listed(policies.map(describePolicySource)),
  keyGrants: (policies) => listed(policies.map(describePolicySource)),
  keyAliases: (aliases) => aliases.map(describeText).join(', '),
  trustPolicy: (policies) => listed(policies.map(describePolicySource)),
  permissionsBoundary: (policies) => listed(policies.map(describePolicySource)),
  sessionPolicies: (policies) => listed(policies.map(describePolicySource)),
  memberOf: (groups) => listed(groups.map(describeValue)),
  capacity: (all) => listed(all.map(({ what, scales }) => `${what} ${scales ? 'scaled' : 'fixed'}`)),
  network: (parts) => listed(parts.map(describeNetworkPart)),
  forwards: (forwards) => listed(forwards.map(describeForward)),
  turn: ({ order, takesAll }) => `${inner(order, String)}${inner(takesAll, (all) => (all ? ' takes all' : ''))}`,
  publicAccessGate: describeGate,
  protections: (protections) => listed(protections.map(describeProtection)),
  workload: describeWorkload,
  holds: (held) =>
    `${held.what} (confidentiality ${held.confidentiality}, integrity ${held.integrity}, availability ${held.availability})`,
  controlPlane: (doors) => listed(doors.map(({ kind, on }) => `${kind} ${inner(on, (is) => (is ? 'on' : 'off'))}`)),
  settings: (settings) =>
    listed(
      Object.entries(settings)
        .sort(([left], [right]) => (left < right ? -1 : 1))
        .map(([name, fact]) => `${name} ${describeCases(fact, yesOrNo)}`),
    ),
};

/** Every dimension by name, those that all types answer first. */
export const dimensions = Object.keys(describers) as readonly AnyDimension[];

/** The cases of a fact with the guards under which they hold. */
function describeCases<T>(fact: Fact<T>, describe: (value: T) => string): string {
  if (fact.kind === 'not-applicable') return `not applicable (${fact.reason})`;
  return casesOf(fact)
    .map(({ guard, fact: option }) => {
      const answer = describeOne(option, describe);
      return isAlways(guard) ? answer : `${answer} when ${describeGuard(guard)}`;
    })
    .join(' | ');
}

function describeOne<T>(fact: Known<T> | Unknown, describe: (value: T) => string): string {
  if (fact.kind === 'unknown') return `unknown (${fact.settledBy})`;
  if (fact.assumes.length > 0) return `${describe(fact.value)} (default of ${fact.assumes.map(shortName).join(', ')})`;
  return fact.basis === 'default' ? `${describe(fact.value)} (default)` : describe(fact.value);
}

/** Facts within an answer say what they are, not whether it is a default: the answer around them says that. */
function inner<T>(fact: Fact<T>, describe: (value: T) => string = String): string {
  if (fact.kind === 'known') return describe(fact.value);
  return describeCases(fact, describe);
}

function shortName(parameter: string): string {
  return parameter.slice(parameter.lastIndexOf('/') + 1);
}

function yesOrNo(value: boolean): string {
  return value ? 'yes' : 'no';
}

function describePlacement(placement: Placement): string {
  if (placement.zone !== 'vpc') return placement.zone;
  const vpc = placement.vpc === undefined ? '' : ` ${describeValue(placement.vpc)}`;
  const subnets = placement.subnets.length === 0 ? '' : ` subnets ${placement.subnets.map(describeValue).join(', ')}`;
  const groups =
    placement.securityGroups.length === 0 ? '' : ` groups ${placement.securityGroups.map(describeValue).join(', ')}`;
  const filter = placement.unfiltered === true ? ' unfiltered' : '';
  const ipv6 = placement.ipv6Address === undefined ? '' : ` IPv6 address ${inner(placement.ipv6Address)}`;
  return `vpc${vpc}${subnets}${groups}${filter} public address ${inner(placement.publicAddress)}${ipv6}`;
}

function describeRunsAs({ role, purpose, service }: RunsAs): string {
  return `${describeValue(role)} (${purpose}, ${service})`;
}

function describeEndpoint(endpoint: Endpoint): string {
  const port = endpoint.port === null ? '' : `:${endpoint.port}`;
  const side = endpoint.at === undefined ? '' : ` at its ${endpoint.at.replace('-', ' ')}`;
  return `${endpoint.protocol}${port}${side} from ${inner(endpoint.audience)} authentication ${inner(endpoint.authentication)} encryption ${inner(endpoint.encrypted)}`;
}

function describeAtRest({ by, key }: EncryptionAtRest): string {
  return key === undefined ? by : `${by} ${describeValue(key)}`;
}

function describeInTransit({ state, minimumTls }: EncryptionInTransit): string {
  return minimumTls === undefined ? state : `${state}, TLS ${minimumTls} or later`;
}

function describeLog({ what, name, on, to }: LogSource): string {
  const named = name === undefined ? what : `${what} (${name})`;
  return `${named} ${on ? 'on' : 'off'}${to === undefined ? '' : ` to ${describeValue(to)}`}`;
}

function describeRecovery({ backups, retentionDays, deletionProtection, zones }: Recovery): string {
  const days = retentionDays === undefined ? '' : ` ${retentionDays} days`;
  return `backups ${backups}${days}, deletion protection ${deletionProtection}, zones ${zones}`;
}

function describeSoftware({ product, endOfSupport }: Software): string {
  return endOfSupport === undefined ? product : `${product} until ${endOfSupport}`;
}

function describePrincipal(principal: Principal): string {
  if (principal.kind === 'role') {
    const hours =
      principal.maxSessionSeconds === undefined ? '' : `, sessions up to ${principal.maxSessionSeconds} seconds`;
    return `role${principal.serviceLinked ? ', service-linked' : ''}${hours}`;
  }
  if (principal.kind === 'user')
    return `user, access keys ${principal.accessKeys}, login profile ${yesOrNo(principal.loginProfile)}`;
  return 'group';
}

function describeForward(forward: Forward): string {
  const from = forward.from === undefined ? '' : `${describeValue(forward.from)} `;
  const port = forward.port === null ? '' : `:${forward.port}`;
  const clear = inner(forward.encrypted, (encrypted) => (encrypted ? '' : ' in clear'));
  return `${from}-> ${describeValue(forward.to)} ${forward.kind} ${forward.protocol}${port}${clear} by ${forward.authentication}`;
}

function describeGate(gate: PublicAccessGate): string {
  const acl = gate.publicAcl === undefined ? '' : `, public ACL ${gate.publicAcl}`;
  const grants = (gate.grants ?? []).map(
    ({ grantee, permission }) =>
      `, ACL ${permission} to ${grantee.kind}${grantee.kind === 'canonical-user' ? ` ${describeText(grantee.id)}` : ''}`,
  );
  return `blocks public policies ${yesOrNo(gate.blocksPublicPolicies)}, blocks public ACLs ${yesOrNo(gate.blocksPublicAcls)}${acl}${grants.join('')}`;
}

function describeProtection({ control, inForce, by }: Protection): string {
  const force = inner(inForce, (on) => (on ? 'in force' : 'not in force'));
  return `${control} ${force}${by === undefined ? '' : ` by ${describeValue(by)}`}`;
}

function describeWorkload(workload: Workload): string {
  const shells = workload.controlPlaneShells.length === 0 ? 'none' : workload.controlPlaneShells.join(' and ');
  const code = listed(workload.code.map(describeCode));
  return `metadata ${inner(workload.metadata)}, privileged ${inner(workload.privileged, yesOrNo)}, shells ${shells}, code ${code}`;
}

function describeCode({ kind, bucket, pinned }: CodeSource): string {
  const from = bucket === undefined ? '' : ` from ${describeValue(bucket)}`;
  return `${kind}${from}${pinned ? ' pinned' : ''}`;
}
