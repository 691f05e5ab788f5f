import type { Origin } from '../../../model/origin.ts';
import { describeText, type Hole, holesOf, literalOf, type Text, text, textKey } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import { urlSuffix } from '../../cloudformation/pseudo-parameter.ts';
import { mapCases, textValue, unknownValue } from '../../cloudformation/value-case.ts';
import { managedPolicyArn } from '../../sam/managed-policy-arn.ts';
import { computedHole, flatProvenance } from '../expression/computed.ts';
import type { Scope } from '../expression/scope.ts';
import { isCollection } from '../expression/special.ts';
import { stringOf } from '../expression/text.ts';
import type { TerraformProvider } from '../instance.ts';
import { foundAttribute } from './found-data.ts';
import { listed, loadBalancingAccounts, lookedUp } from './looked-up.ts';
import { accountOf, regionOf as placeRegion } from './place-of-data.ts';
import { policyDocument } from './policy-document.ts';

/** What is asked of a data source. */
export interface DataSource {
  readonly type: string;
  readonly provider: TerraformProvider;
  given(name: string): Value | undefined;
}

type Answer = (asked: Asked) => Value | undefined;

/** A data source, and where it is asked. */
export interface Asked {
  readonly source: DataSource;
  readonly scope: Scope;
  readonly origin: Origin;
}

/** Attributes that are known, or whose lack has a reason, by type of data source. */
const answers: Readonly<Record<string, Readonly<Record<string, Answer>>>> = {
  aws_iam_policy_document: {
    json: document,
    minified_json: document,
  },
  aws_caller_identity: {
    account_id: accountOf,
    id: accountOf,
    arn: ({ scope, origin }) => open(scope, origin, 'caller-arn', 'the identity that runs Terraform'),
    user_id: ({ scope, origin }) => open(scope, origin, 'caller-id', 'the identity that runs Terraform'),
  },
  aws_region: {
    name: region,
    id: region,
    region,
    endpoint: (asked) =>
      textValue(text('ec2.', ...regionOf(asked), '.', ...urlSuffix(partitionOf(asked))), asked.origin),
  },
  aws_partition: {
    partition: (asked) => textValue(partitionOf(asked), asked.origin),
    id: (asked) => textValue(partitionOf(asked), asked.origin),
    dns_suffix: (asked) => textValue(urlSuffix(partitionOf(asked)), asked.origin),
  },
  aws_availability_zones: {
    names: (asked) => zones(asked, 'zone-names'),
    zone_ids: (asked) => zones(asked, 'zone-ids'),
    group_names: (asked) => zones(asked, 'zone-groups'),
  },
  aws_iam_policy: {
    arn: policyArn,
    id: policyArn,
  },
  aws_secretsmanager_secret_version: {
    secret_string: secret,
    secret_binary: secret,
  },
  aws_service_principal: {
    name: (asked) => servicePrincipal(asked),
    id: (asked) => servicePrincipal(asked),
    suffix: ({ origin }) => ({ kind: 'literal', value: 'amazonaws.com', origin }),
  },
  aws_canonical_user_id: {
    id: ({ scope, origin }) => open(scope, origin, 'canonical-user-id', 'the canonical user id of the account'),
  },
  aws_iam_session_context: {
    issuer_arn: issuerArn,
    issuer_name: issuerName,
  },
  aws_elb_service_account: {
    id: (asked) => loadBalancing(asked, (id) => [id]),
    arn: (asked) => loadBalancing(asked, (id) => ['arn:', ...partitionOf(asked), `:iam::${id}:root`]),
  },
  // AWS's list of these accounts is no longer printed: trails have a service principal.
  aws_cloudtrail_service_account: {
    id: (asked) => serviceAccount(asked, 'cloudtrail'),
    arn: (asked) => serviceAccount(asked, 'cloudtrail'),
  },
  // A list that AWS keeps is known by its name as well as by the id that it has in a region.
  aws_ec2_managed_prefix_list: { id: listOfAws },
  aws_prefix_list: { id: listOfAws },
  aws_ami: {
    id: ({ scope, origin, source }) =>
      open(scope, origin, `ami:${nameOf(source, scope)}`, 'the newest image that matches'),
  },
};

function listOfAws({ source }: Asked): Value | undefined {
  const name = source.given('name');
  const literal = name === undefined ? undefined : literalOf(textOf(name) ?? ['', '']);
  return literal?.startsWith('com.amazonaws.') === true ? name : undefined;
}

/** The value of an attribute that the block does not give; undefined when nothing is known of it. */
export function knownData(source: DataSource, name: string, scope: Scope, origin: Origin): Value | undefined {
  const asked = { source, scope, origin };
  if (isParameterValue(source.type, name)) return parameter(asked);
  if (Object.hasOwn(lookedUp, source.type)) return foundAttribute(name, asked);
  if (Object.hasOwn(listed, source.type) && listed[source.type]?.includes(name) === true)
    return manyThings(asked, name);
  const known = Object.hasOwn(answers, source.type) ? answers[source.type] : undefined;
  if (known === undefined || !Object.hasOwn(known, name)) return undefined;
  return known[name]?.(asked);
}

/** Names of the attributes that `knownData` answers for a type. */
export function knownDataAttributes(type: string): readonly string[] {
  if (Object.hasOwn(lookedUp, type)) return Object.keys(lookedUp[type]?.attributes ?? {});
  if (Object.hasOwn(listed, type)) return listed[type] ?? [];
  return Object.hasOwn(answers, type) ? Object.keys(answers[type] ?? {}) : [];
}

function document({ source, scope, origin }: Asked): Value {
  return policyDocument((name) => source.given(name), scope, origin);
}

function regionOf({ source, scope }: Asked): Text {
  const given = source.given('name') ?? source.given('region') ?? source.provider.region;
  const told = given === undefined || isCollection(given) ? undefined : textOf(given);
  return told ?? scope.run.source.region;
}

function region(asked: Asked): Value {
  const told = asked.source.given('name') ?? asked.source.given('region') ?? asked.source.provider.region;
  if (told?.kind === 'choice') return told;
  return textValue(regionOf(asked), asked.origin);
}

function partitionOf({ scope }: Asked): Text {
  return scope.run.source.partition;
}

/** What matches is not known, nor how much. */
function manyThings({ source, scope, origin }: Asked, name: string): Value {
  const { deployment } = scope.run.source;
  const filters = computedHole(scope.run, source.type, filtersOf(source)).symbol;
  const hole: Hole = {
    kind: 'lookup',
    symbol: `${name}:${deployment}/${source.provider.name}/${filters}`,
    settledBy: `what ${source.type} finds in the account of ${deployment}`,
  };
  return { kind: 'list', items: [], open: hole, origin };
}

function filtersOf(source: DataSource): readonly Value[] {
  return ['filter', 'tags', 'vpc_id'].flatMap((name) => source.given(name) ?? []);
}

/** The zones of a region differ by account; how many there are is not told either. */
function zones(asked: Asked, what: string): Value {
  const { scope, origin } = asked;
  const hole: Hole = {
    kind: 'lookup',
    symbol: `${what}:${scope.run.source.deployment}/${asked.source.provider.name}`,
    settledBy: `the availability zones of ${scope.run.source.deployment}`,
  };
  return { kind: 'list', items: [], open: hole, origin };
}

/** By its ARN, or by the name of a policy of AWS; one of the account is not known. */
function policyArn(asked: Asked): Value {
  const { source, scope, origin } = asked;
  const name = nameOf(source, scope);
  const known = name === '' ? undefined : managedPolicyArn(name, 'aws');
  if (known === undefined)
    return source.given('arn') ?? open(scope, origin, `policy:${name}`, `the policy named ${name}`);
  return textValue(text('arn:', ...partitionOf(asked), known.slice('arn:aws'.length)), origin);
}

/** What a secret holds, by the symbol that a dynamic reference of CloudFormation to it begins with. */
function secret({ source, scope, origin }: Asked): Value | undefined {
  const textFor = (name: string) => {
    const value = source.given(name);
    return value === undefined || isCollection(value) ? undefined : stringOf(value, scope.run, value.origin);
  };
  const secretId = textFor('secret_id');
  if (secretId === undefined) return undefined;
  const version = ['version_stage', 'version_id'].map((name) => textKey(textFor(name) ?? []));
  const hole: Hole = {
    kind: 'secret',
    symbol: ['secret:secretsmanager', textKey(secretId), ...version.filter((part) => part !== '')].join(':'),
    settledBy: `the secret ${describeText(secretId)}`,
  };
  return unknownValue(hole, origin, flatProvenance([source.given('secret_id') ?? { kind: 'absent', origin }]));
}

function isParameterValue(type: string, name: string): boolean {
  return type === 'aws_ssm_parameter' && (name === 'value' || name === 'insecure_value');
}

/** What a parameter holds, by the symbol that a parameter of CloudFormation which looks it up has. */
function parameter({ source, scope, origin }: Asked): Value | undefined {
  const given = source.given('name');
  const name = given === undefined || isCollection(given) ? undefined : stringOf(given, scope.run, given.origin);
  if (given === undefined || name === undefined) return undefined;
  const hole: Hole = {
    kind: 'lookup',
    symbol: `lookup:ssm:${textKey(name)}`,
    settledBy: `the SSM parameter ${describeText(name)}`,
  };
  return unknownValue(hole, origin, flatProvenance([given]));
}

function servicePrincipal({ source, scope, origin }: Asked): Value | undefined {
  const service = source.given('service_name');
  const content = service === undefined || isCollection(service) ? undefined : stringOf(service, scope.run, origin);
  return content === undefined ? undefined : textValue(text(...content, '.amazonaws.com'), origin);
}

/**
 * The role behind a session. Its path is no part of the session's ARN.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 */
function issuerArn(asked: Asked): Value | undefined {
  const { source, scope, origin } = asked;
  const given = source.given('arn');
  const content = given === undefined || isCollection(given) ? undefined : textOf(given);
  if (given === undefined || content === undefined) return undefined;
  const literal = literalOf(content);
  if (literal === undefined)
    return open(scope, origin, `issuer:${textKey(content)}`, holesOf(content)[0]?.settledBy ?? '');
  const [, partition, account, role] = assumedRole.exec(literal) ?? [];
  if (role === undefined) return given;
  const hole: Hole = {
    kind: 'lookup',
    symbol: `iam-path:${scope.run.source.deployment}/aws_iam_role/${role}`,
    settledBy: `the path of role ${role}`,
  };
  return textValue([`arn:${partition}:iam::${account}:role/`, hole, role], origin);
}

function issuerName({ source, origin }: Asked): Value | undefined {
  const given = source.given('arn');
  const content = given === undefined || isCollection(given) ? undefined : textOf(given);
  const literal = content === undefined ? undefined : literalOf(content);
  const role = literal === undefined ? undefined : assumedRole.exec(literal)?.[3];
  return role === undefined ? undefined : { kind: 'literal', value: role, origin };
}

const assumedRole = /^arn:([\w-]+):sts::(\d{12}):assumed-role\/([^/]+)\//;

function loadBalancing(asked: Asked, make: (id: string) => Text): Value {
  return mapCases(placeRegion(asked), asked.origin, (region) => {
    const content = textOf(region);
    const name = content === undefined ? undefined : literalOf(content);
    const known = name !== undefined && Object.hasOwn(loadBalancingAccounts, name);
    const id = known ? loadBalancingAccounts[name] : undefined;
    return id === undefined ? serviceAccount(asked, 'load balancing') : textValue(text(...make(id)), asked.origin);
  });
}

function serviceAccount(asked: Asked, service: string): Value {
  const region = computedHole(asked.scope.run, 'region', [placeRegion(asked)]).symbol;
  const settledBy = `the account from which AWS writes ${service} logs in the region`;
  return open(asked.scope, asked.origin, `${service} account:${region}`, settledBy);
}

function nameOf(source: DataSource, scope: Scope): string {
  const name = source.given('name') ?? source.given('name_regex') ?? source.given('owners');
  const content = name === undefined || isCollection(name) ? undefined : stringOf(name, scope.run, name.origin);
  return content?.map((part) => (typeof part === 'string' ? part : part.symbol)).join('') ?? '';
}

function open(scope: Scope, origin: Origin, what: string, settledBy: string): Value {
  const hole: Hole = { kind: 'lookup', symbol: `${what}:${scope.run.source.deployment}`, settledBy };
  return textValue([hole], origin);
}
