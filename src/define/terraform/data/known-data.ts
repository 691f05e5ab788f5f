import type { Origin } from '../../../model/origin.ts';
import { describeText, type Hole, type Text, text, textKey } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import { urlSuffix } from '../../cloudformation/pseudo-parameter.ts';
import { textValue, unknownValue } from '../../cloudformation/value-case.ts';
import { managedPolicyArn } from '../../sam/managed-policy-arn.ts';
import { flatProvenance } from '../expression/computed.ts';
import type { Scope } from '../expression/scope.ts';
import { isCollection } from '../expression/special.ts';
import { stringOf } from '../expression/text.ts';
import type { TerraformProvider } from '../instance.ts';
import { policyDocument } from './policy-document.ts';

/** What is asked of a data source. */
export interface DataSource {
  readonly type: string;
  readonly provider: TerraformProvider;
  given(name: string): Value | undefined;
}

type Answer = (asked: Asked) => Value | undefined;

interface Asked {
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
    account_id: account,
    id: account,
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
  aws_ami: {
    id: ({ scope, origin, source }) =>
      open(scope, origin, `ami:${nameOf(source, scope)}`, 'the newest image that matches'),
  },
};

/** The value of an attribute that the block does not give; undefined when nothing is known of it. */
export function knownData(source: DataSource, name: string, scope: Scope, origin: Origin): Value | undefined {
  const known = Object.hasOwn(answers, source.type) ? answers[source.type] : undefined;
  if (known === undefined || !Object.hasOwn(known, name)) return undefined;
  return known[name]?.({ source, scope, origin });
}

/** Names of the attributes that `knownData` answers for a type. */
export function knownDataAttributes(type: string): readonly string[] {
  return Object.hasOwn(answers, type) ? Object.keys(answers[type] ?? {}) : [];
}

function document({ source, scope, origin }: Asked): Value {
  return policyDocument((name) => source.given(name), scope, origin);
}

function account({ source, scope, origin }: Asked): Value {
  const told = source.provider.account === undefined ? undefined : textOf(source.provider.account);
  if (told !== undefined) return textValue(told, origin);
  const role = source.provider.assumedRole === undefined ? undefined : textOf(source.provider.assumedRole);
  if (role === undefined) return textValue(scope.run.source.account, origin);
  const hole: Hole = {
    kind: 'account',
    symbol: `account:${scope.run.source.deployment}/${source.provider.name}`,
    settledBy: `the account of provider ${source.provider.name}`,
  };
  return textValue([hole], origin);
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

function servicePrincipal({ source, scope, origin }: Asked): Value | undefined {
  const service = source.given('service_name');
  const content = service === undefined || isCollection(service) ? undefined : stringOf(service, scope.run, origin);
  return content === undefined ? undefined : textValue(text(...content, '.amazonaws.com'), origin);
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
