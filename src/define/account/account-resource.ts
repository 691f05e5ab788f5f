import type { Diagnostic } from '../../model/diagnostic.ts';
import { always } from '../../model/guard.ts';
import { type DeploymentId, id, type ResourceId } from '../../model/id.ts';
import type { OriginTable } from '../../model/origin.ts';
import type { Resource } from '../../model/resource.ts';
import type { Value } from '../../model/value.ts';
import type { MappingNode, Node } from '../cloudformation/node.ts';
import { spanOf } from '../span-of.ts';
import type { AccountEntry, EntryKind } from './account-entry.ts';
import type { Credentials, UserCredentials } from './credential-report.ts';
import { fieldOf, listField, mappingsField, nodeValue, textField } from './node-value.ts';
import { policyValue } from './policy-value.ts';

/** What the entries of an account are translated with. */
export interface AccountContext {
  readonly deployment: DeploymentId;
  readonly origins: OriginTable;
  readonly diagnostics: Diagnostic[];
  /** Passwords and keys of users, as far as a credential report tells them. */
  readonly credentials: Credentials;
  /** The resource that has this ARN, in the account or in the code that makes it. */
  withArn(arn: string): ResourceId | undefined;
  /** The group or role of the account that has this name. */
  named(kind: EntryKind, name: string): ResourceId | undefined;
  /** Told of everything that an entry of the account names and the account does not have. */
  missing(entry: AccountEntry, what: string, node: Node): void;
}

/** The id that an entry has as a resource of its deployment. */
export function entryId(deployment: DeploymentId, arn: string): ResourceId {
  return id(`${deployment}/${arn}`);
}

/** The entry in the words of CloudFormation. */
export function accountResource(entry: AccountEntry, context: AccountContext): Resource {
  const { node, arn, name } = entry;
  const { type, properties } = shapeOf(entry, context);
  return {
    id: entryId(context.deployment, arn),
    type,
    address: arn,
    deployment: context.deployment,
    properties: { kind: 'map', entries: properties, origin: node.origin },
    origin: node.origin,
    name: [name],
    arn: [arn],
    ...unmanaged,
  };
}

/** The CloudFormation type of an entry; AWS keeps service-linked roles under a path of their own. */
export function typeOf({ kind, arn }: AccountEntry): string {
  if (kind === 'role' && arn.includes(':role/aws-service-role/')) return 'AWS::IAM::ServiceLinkedRole';
  return types[kind];
}

const types: Readonly<Record<EntryKind, string>> = {
  user: 'AWS::IAM::User',
  group: 'AWS::IAM::Group',
  role: 'AWS::IAM::Role',
  policy: 'AWS::IAM::ManagedPolicy',
  'instance-profile': 'AWS::IAM::InstanceProfile',
};

interface Shape {
  readonly type: string;
  readonly properties: ReadonlyMap<string, Value>;
}

type Given = readonly (readonly [property: string, value: Value | undefined])[];

function shapeOf(entry: AccountEntry, context: AccountContext): Shape {
  const type = typeOf(entry);
  const given =
    type === 'AWS::IAM::ServiceLinkedRole' ? serviceLinkedRole(entry) : propertiesByKind[entry.kind](entry, context);
  return { type, properties: new Map(given.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))) };
}

const propertiesByKind: Readonly<Record<EntryKind, (entry: AccountEntry, context: AccountContext) => Given>> = {
  user: (entry, context) => [
    ['UserName', copied(entry, 'UserName')],
    ['UserId', copied(entry, 'UserId')],
    ...common(entry, 'UserPolicyList', context),
    ['Groups', listOf(entry, 'GroupList', (node) => groupName(node, entry, context))],
    ['LoginProfile', loginProfile(context.credentials.get(entry.arn))],
  ],
  group: (entry, context) => [['GroupName', copied(entry, 'GroupName')], ...common(entry, 'GroupPolicyList', context)],
  role: (entry, context) => [
    ['RoleName', copied(entry, 'RoleName')],
    ['RoleId', copied(entry, 'RoleId')],
    ['AssumeRolePolicyDocument', document(entry, entry.node, 'AssumeRolePolicyDocument', context)],
    ...common(entry, 'RolePolicyList', context),
  ],
  policy: (entry, context) => [
    ['ManagedPolicyName', copied(entry, 'PolicyName')],
    ['Path', copied(entry, 'Path')],
    ['Description', copied(entry, 'Description')],
    ['PolicyDocument', defaultVersion(entry, context)],
    ['OtherVersions', otherVersions(entry, context)],
  ],
  'instance-profile': (entry, context) => [
    ['InstanceProfileName', copied(entry, 'InstanceProfileName')],
    ['Path', copied(entry, 'Path')],
    ['Roles', listOf(entry, 'Roles', (node) => roleName(node, context))],
  ],
};

function loginProfile(credentials: UserCredentials | undefined): Value | undefined {
  return credentials?.password === true ? { kind: 'map', entries: new Map(), origin: credentials.origin } : undefined;
}

/** The active keys of a user, of which a credential report tells the number only. */
export function accessKeys(entry: AccountEntry, user: ResourceId, context: AccountContext): readonly Resource[] {
  const credentials = context.credentials.get(entry.arn);
  if (entry.kind !== 'user' || credentials === undefined) return [];
  const { origin } = credentials;
  return credentials.keys.map((key): Resource => {
    const address = `${entry.arn}/access-key-${key}`;
    const entries = new Map<string, Value>([
      ['UserName', { kind: 'literal', value: entry.name, origin, refs: [{ resource: user, attribute: 'Ref' }] }],
      ['Status', { kind: 'literal', value: 'Active', origin }],
    ]);
    const settledBy = `the id of ${address}`;
    return {
      id: entryId(context.deployment, address),
      type: 'AWS::IAM::AccessKey',
      address,
      deployment: context.deployment,
      properties: { kind: 'map', entries, origin },
      origin,
      name: [{ symbol: `name:${address}`, kind: 'physical-name', settledBy }],
      ...unmanaged,
    };
  });
}

/** What no stack says of a thing. */
const unmanaged = {
  guard: always,
  aliases: [],
  onDelete: 'unknown',
  onReplace: 'unknown',
  dependsOn: [],
  suppressions: [],
} as const;

/** What users, groups and roles have in common. */
function common(entry: AccountEntry, inline: string, context: AccountContext): Given {
  const attached = (node: Node) => attachedArn(node, 'PolicyArn', entry, context);
  const boundary = fieldOf(entry.node, 'PermissionsBoundary');
  return [
    ['Path', copied(entry, 'Path')],
    ['Policies', listOf(entry, inline, (node) => inlinePolicy(node, entry, context))],
    ['ManagedPolicyArns', listOf(entry, 'AttachedManagedPolicies', attached)],
    [
      'PermissionsBoundary',
      boundary === undefined ? undefined : attachedArn(boundary, 'PermissionsBoundaryArn', entry, context),
    ],
    ['Tags', copied(entry, 'Tags')],
  ];
}

/** `/aws-service-role/ecs.amazonaws.com/` names the service. */
function serviceLinkedRole(entry: AccountEntry): Given {
  const { arn, node } = entry;
  const service = /:role\/aws-service-role\/([^/]+)\//.exec(arn)?.[1];
  return [
    ['RoleId', copied(entry, 'RoleId')],
    ['AWSServiceName', { kind: 'literal', value: service ?? '', origin: node.origin }],
  ];
}

function copied({ node }: AccountEntry, key: string): Value | undefined {
  const value = fieldOf(node, key);
  return value === undefined || (value.kind === 'sequence' && value.items.length === 0) ? undefined : nodeValue(value);
}

/** A list property; undefined, as in a template that does not mention it, when nothing is in the list. */
function listOf(entry: AccountEntry, key: string, read: (node: Node) => Value | undefined): Value | undefined {
  const items = listField(entry.node, key).flatMap((node) => read(node) ?? []);
  const [first] = items;
  return first === undefined
    ? undefined
    : { kind: 'list', items, origin: fieldOf(entry.node, key)?.origin ?? first.origin };
}

function inlinePolicy(node: Node, entry: AccountEntry, context: AccountContext): Value | undefined {
  if (node.kind !== 'mapping') return undefined;
  const name = fieldOf(node, 'PolicyName');
  const body = document(entry, node, 'PolicyDocument', context);
  if (body === undefined) return undefined;
  const entries = new Map<string, Value>([['PolicyDocument', body]]);
  if (name !== undefined) entries.set('PolicyName', nodeValue(name));
  return { kind: 'map', entries, origin: node.origin };
}

/** "The policy document for the version that is set as the default": the only one that counts. */
function defaultVersion(entry: AccountEntry, context: AccountContext): Value | undefined {
  const wanted = textField(entry.node, 'DefaultVersionId');
  const versions = mappingsField(entry.node, 'PolicyVersionList');
  const version =
    versions.find((each) => textField(each, 'IsDefaultVersion') === 'true') ??
    versions.find((each) => wanted !== undefined && textField(each, 'VersionId') === wanted);
  return document(entry, version ?? entry.node, 'Document', context);
}

/**
 * The versions that do not count now and may be made to: `OtherVersions` is no property of CloudFormation, which knows one
 * version only.
 */
function otherVersions(entry: AccountEntry, context: AccountContext): Value | undefined {
  const wanted = textField(entry.node, 'DefaultVersionId');
  const others = mappingsField(entry.node, 'PolicyVersionList').filter(
    (each) => textField(each, 'IsDefaultVersion') !== 'true' && textField(each, 'VersionId') !== wanted,
  );
  const items = others.flatMap((each): readonly Value[] => {
    const id = fieldOf(each, 'VersionId');
    if (id === undefined) return [];
    const body = fieldOf(each, 'Document') === undefined ? undefined : document(entry, each, 'Document', context);
    const entries = new Map([
      ['VersionId', nodeValue(id)],
      ...(body === undefined ? [] : [['PolicyDocument', body] as const]),
    ]);
    return [{ kind: 'map', entries, origin: each.origin }];
  });
  return items.length === 0 ? undefined : { kind: 'list', items, origin: entry.node.origin };
}

/** A policy document; one that is missing or broken is unknown, never empty. */
function document(entry: AccountEntry, node: MappingNode, key: string, context: AccountContext): Value {
  const given = fieldOf(node, key);
  const value = given === undefined ? undefined : policyValue(given);
  if (value !== undefined) return value;
  const { origin } = given ?? node;
  const what = given === undefined ? `has no ${key}` : `has a ${key} that is no JSON object`;
  const message = `${entry.arn} ${what}; what it allows counts as unknown, collect the account again`;
  const source = spanOf(origin, context.origins, entry.page.file);
  context.diagnostics.push({ level: 'error', code: 'account-policy-document', message, source });
  const settledBy = `the ${key} of ${entry.arn}`;
  return { kind: 'unknown', hole: { symbol: `lookup:${settledBy}`, kind: 'lookup', settledBy }, origin };
}

function attachedArn(node: Node, key: string, entry: AccountEntry, context: AccountContext): Value | undefined {
  const given = node.kind === 'mapping' ? fieldOf(node, key) : undefined;
  if (given?.kind !== 'scalar') return undefined;
  const resource = context.withArn(given.source);
  if (resource === undefined && !/^arn:[a-z-]+:iam::aws:policy\//.test(given.source))
    context.missing(entry, `the policy ${given.source}`, given);
  return reference(given.source, given, resource, 'Ref');
}

function groupName(node: Node, entry: AccountEntry, context: AccountContext): Value | undefined {
  if (node.kind !== 'scalar') return undefined;
  const group = context.named('group', node.source);
  if (group === undefined) context.missing(entry, `the group ${node.source}`, node);
  return reference(node.source, node, group, 'Ref');
}

/** Roles of an instance profile are whole roles again; the profile names them. */
function roleName(node: Node, context: AccountContext): Value | undefined {
  const name = node.kind === 'mapping' ? fieldOf(node, 'RoleName') : undefined;
  if (name?.kind !== 'scalar') return undefined;
  return reference(name.source, name, context.named('role', name.source), 'Ref');
}

function reference(text: string, { origin }: Node, resource: ResourceId | undefined, attribute: string): Value {
  if (resource === undefined) return { kind: 'literal', value: text, origin };
  return { kind: 'literal', value: text, origin, refs: [{ resource, attribute }] };
}
