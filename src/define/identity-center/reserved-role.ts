import { optionsOf } from '../../catalog/answer.ts';
import { and, type Guard } from '../../model/guard.ts';
import { id } from '../../model/id.ts';
import type { Origin } from '../../model/origin.ts';
import type { Deployment, Resource } from '../../model/resource.ts';
import { describeText, type Hole, literalOf, type Text, text } from '../../model/text.ts';
import { at, textOf, type Value } from '../../model/value.ts';

/** A permission set with everything that tells what its role in one account is like. */
export interface Provisioned {
  readonly permissionSet: Resource;
  /** Where IAM Identity Center stands: its region is in the path of the role. */
  readonly from: Deployment;
  /** A deployment in the account that the role stands in. */
  readonly to: Deployment;
  /** When one of the assignments to the account is there. */
  readonly guard: Guard;
  readonly origin: Origin;
}

/**
 * The role that IAM Identity Center makes of a permission set in an account, for the SAML provider that it puts there.
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html
 */
export function reservedRole(provisioned: Provisioned): Resource {
  const { permissionSet, to, guard, origin } = provisioned;
  const address = reservedName(permissionSet);
  const name = text(PREFIX, ...nameOf(permissionSet), '_', suffixOf(permissionSet));
  return {
    id: id(`${to.id}/${address}`),
    type: 'AWS::IAM::Role',
    address,
    deployment: to.id,
    guard: and(permissionSet.guard, guard),
    properties: { kind: 'map', entries: new Map(propertiesOf(provisioned, name)), origin },
    origin,
    name,
    arn: text(...iam(to), 'role', ...pathOf(provisioned), ...name),
    aliases: [],
    onDelete: 'delete',
    onReplace: 'delete',
    dependsOn: [permissionSet.id],
    suppressions: permissionSet.suppressions,
  };
}

const PREFIX = 'AWSReservedSSO_';

/** `AWSReservedSSO_Administrators`: what the names of its roles begin with, in every account. */
export function reservedName(permissionSet: Resource): string {
  return `${PREFIX}${describeText(nameOf(permissionSet))}`;
}

function nameOf({ properties, address }: Resource): Text {
  const name = properties.entries.get('Name');
  return (name === undefined ? undefined : textOf(name)) ?? [address];
}

/** Sixteen digits that Identity Center makes up for each account and permission set. */
function suffixOf({ id: permissionSet, address }: Resource): Hole {
  const settledBy = `the suffix of the roles of ${address}`;
  return { symbol: `object:${permissionSet}.suffix`, kind: 'physical-name', settledBy };
}

function iam({ partition, account }: Deployment): Text {
  return ['arn:', ...partition, ':iam::', ...account, ':'];
}

/** The region of Identity Center is in the path, unless that is N. Virginia. The same page. */
function pathOf({ from: { region } }: Provisioned): Text {
  const literal = literalOf(region);
  const path = '/aws-reserved/sso.amazonaws.com/';
  if (literal !== undefined) return [literal === 'us-east-1' ? path : `${path}${literal}/`];
  const settledBy = 'the region of IAM Identity Center';
  return [path, { symbol: 'object:identity-center.region', kind: 'region', settledBy }];
}

type Entry = readonly [string, Value];

function propertiesOf(provisioned: Provisioned, name: Text): readonly Entry[] {
  const { permissionSet, to, origin } = provisioned;
  const given = (property: string) => permissionSet.properties.entries.get(property);
  const inline = given('InlinePolicy');
  const managed = [...itemsOf(given('ManagedPolicies')), ...itemsOf(given('CustomerManagedPolicyReferences'))];
  const boundary = given('PermissionsBoundary');
  return [
    ['RoleName', { kind: 'text', text: name, origin }],
    ['Path', { kind: 'text', text: pathOf(provisioned), origin }],
    ['AssumeRolePolicyDocument', trustPolicy(provisioned)],
    ...(inline === undefined ? [] : [inlinePolicy(inline)]),
    ...(managed.length === 0 ? [] : [managedPolicies(managed, to, origin)]),
    ...(boundary === undefined ? [] : ([['PermissionsBoundary', policyArn(boundary, to)]] as const)),
  ];
}

/** Statements of a document that hangs on a condition are told apart where policies are read. */
function inlinePolicy(document: Value): Entry {
  const { origin } = document;
  const name: Value = { kind: 'literal', value: 'AwsSSOInlinePolicy', origin };
  const policy = {
    kind: 'map',
    entries: new Map([['PolicyName', name] as const, ['PolicyDocument', document] as const]),
    origin,
  } as const;
  return ['Policies', { kind: 'list', items: [policy], origin }];
}

function managedPolicies(items: readonly Value[], to: Deployment, origin: Origin): Entry {
  return ['ManagedPolicyArns', { kind: 'list', items: items.map((item) => policyArn(item, to)), origin }];
}

/** The members of a list, those of conditional lists with their conditions; what is open in it is one unknown member. */
function itemsOf(value: Value | undefined): readonly Value[] {
  return optionsOf(value).flatMap(({ guard, value: option }): readonly Value[] => {
    if (option === undefined || option.kind === 'absent') return [];
    const { origin } = option;
    const items = option.kind === 'list' ? option.items : [option];
    const open: readonly Value[] =
      option.kind === 'list' && option.open !== undefined ? [{ kind: 'unknown', hole: option.open, origin }] : [];
    return [...items, ...open].map((item) => ({ kind: 'choice', origin, options: [{ guard, value: item }] }));
  });
}

/**
 * The ARN of a managed policy: given as such, or by the name and path that it has in the account of the role.
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/permissionsetcustom.html
 */
function policyArn(value: Value, to: Deployment): Value {
  if (value.kind === 'choice') {
    const options = value.options.map((option) => ({ ...option, value: policyArn(option.value, to) }));
    return { ...value, options };
  }
  if (value.kind !== 'map') return value;
  const aws = at(value, 'ManagedPolicyArn');
  if (aws !== undefined && aws.kind !== 'absent') return aws;
  const named = at(value, 'CustomerManagedPolicyReference') ?? value;
  const [name, path] = [at(named, 'Name'), at(named, 'Path')].map((part) => (part && textOf(part)) ?? undefined);
  const { origin } = value;
  if (name === undefined) return { kind: 'unknown', hole: unreadName, origin };
  return { kind: 'text', text: text(...iam(to), 'policy', ...(path ?? ['/']), ...name), origin };
}

const unreadName: Hole = {
  symbol: 'expression:customer-managed-policy',
  kind: 'expression',
  settledBy: 'the name of the customer managed policy',
};

/** The trust policy that Identity Center gives its roles: whoever signs in there has an assertion of its provider. */
function trustPolicy({ permissionSet, to, origin }: Provisioned): Value {
  const literal = (value: string): Value => ({ kind: 'literal', value, origin });
  const map = (...entries: readonly Entry[]): Value => ({ kind: 'map', entries: new Map(entries), origin });
  const instance: Hole = {
    symbol: 'object:identity-center.provider',
    kind: 'physical-name',
    settledBy: 'the SAML provider of IAM Identity Center',
  };
  const provider = text(...iam(to), 'saml-provider/AWSSSO_', instance, '_DO_NOT_DELETE');
  const audience = map(['SAML:aud', literal('https://signin.aws.amazon.com/saml')]);
  const statement = map(
    ['Effect', literal('Allow')],
    ['Principal', map(['Federated', { kind: 'text', text: provider, origin: permissionSet.origin }])],
    ['Action', { kind: 'list', items: [literal('sts:AssumeRoleWithSAML'), literal('sts:TagSession')], origin }],
    ['Condition', map(['StringEquals', audience])],
  );
  return map(['Version', literal('2012-10-17')], ['Statement', statement]);
}
