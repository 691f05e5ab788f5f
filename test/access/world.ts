import { noAnswers } from '../../src/catalog/no-answers.ts';
import { readPolicies } from '../../src/catalog/read-policy.ts';
import vpc from '../../src/catalog/services/ec2/vpc.ts';
import vpcEndpoint from '../../src/catalog/services/ec2/vpc-endpoint.ts';
import accessKey from '../../src/catalog/services/iam/access-key.ts';
import group from '../../src/catalog/services/iam/group.ts';
import groupPolicy from '../../src/catalog/services/iam/group-policy.ts';
import instanceProfile from '../../src/catalog/services/iam/instance-profile.ts';
import managedPolicy from '../../src/catalog/services/iam/managed-policy.ts';
import oidcProvider from '../../src/catalog/services/iam/oidc-provider.ts';
import policy from '../../src/catalog/services/iam/policy.ts';
import role from '../../src/catalog/services/iam/role.ts';
import rolePolicy from '../../src/catalog/services/iam/role-policy.ts';
import serviceLinkedRole from '../../src/catalog/services/iam/service-linked-role.ts';
import user from '../../src/catalog/services/iam/user.ts';
import userPolicy from '../../src/catalog/services/iam/user-policy.ts';
import userToGroupAddition from '../../src/catalog/services/iam/user-to-group-addition.ts';
import alias from '../../src/catalog/services/kms/alias.ts';
import grant from '../../src/catalog/services/kms/grant.ts';
import accessPolicy from '../../src/catalog/services/open-search-serverless/access-policy.ts';
import collection from '../../src/catalog/services/open-search-serverless/collection.ts';
import resourceShare from '../../src/catalog/services/ram/resource-share.ts';
import profile from '../../src/catalog/services/roles-anywhere/profile.ts';
import accessPoint from '../../src/catalog/services/s3/access-point.ts';
import accountPublicAccessBlock from '../../src/catalog/services/s3/account-public-access-block.ts';
import multiRegionAccessPoint from '../../src/catalog/services/s3/multi-region-access-point.ts';
import { statedPolicies } from '../../src/catalog/stated-policies.ts';
import type { AccessOptions } from '../../src/define/access/access-options.ts';
import { createAccess } from '../../src/define/access/create-access.ts';
import { parseDocument } from '../../src/define/cloudformation/parse.ts';
import { translateTemplate } from '../../src/define/cloudformation/translate.ts';
import { createBase, type ResourceBase } from '../../src/define/system/create-system.ts';
import type { Access } from '../../src/model/access.ts';
import type { Caller } from '../../src/model/caller.ts';
import type { AclGrant, PublicAccessGate } from '../../src/model/data-keeping.ts';
import { given, unknown } from '../../src/model/fact.ts';
import { always } from '../../src/model/guard.ts';
import { type DeploymentId, id, type ResourceId } from '../../src/model/id.ts';
import { createOrigins } from '../../src/model/origin.ts';
import type { PolicyDocument, PolicySource } from '../../src/model/policy.ts';
import type { Resource } from '../../src/model/resource.ts';
import { defineService, type ResourceView, type ServiceType } from '../../src/model/service.ts';
import { holesOf, literalOf, type Text } from '../../src/model/text.ts';
import { at, textOf, type Value } from '../../src/model/value.ts';
import { bothEngines } from '../twins/both-engines.ts';
import { createLiteralAccess } from '../twins/literal/create-literal-access.ts';

/** JSON as it stands in a template. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** A system of one or two accounts: each is a template's resources. */
export interface Accounts {
  readonly [account: string]: Readonly<Record<string, Json>>;
}

export interface World {
  /** The engine, which asks its twin the same and throws when they differ. */
  readonly access: Access;
  readonly engine: Access;
  readonly twin: Pick<Access, 'decide' | 'nearMisses'>;
  readonly base: ResourceBase;
  /** The id of the resource with this logical id, in whatever account it stands. */
  idOf(logicalId: string): ResourceId;
}

/** How a world is made, over and above its resources. */
export interface WorldOptions {
  readonly parameters?: Json;
  readonly conditions?: Json;
  readonly access?: AccessOptions;
  readonly managed?: Readonly<Record<string, Json>>;
}

const typesInDepth: readonly ServiceType[] = [
  accessPoint,
  accountPublicAccessBlock,
  accessPolicy,
  collection,
  multiRegionAccessPoint,
  profile,
  resourceShare,
  alias,
  grant,
  vpc,
  vpcEndpoint,
  accessKey,
  group,
  groupPolicy,
  instanceProfile,
  managedPolicy,
  oidcProvider,
  policy,
  role,
  rolePolicy,
  serviceLinkedRole,
  user,
  userPolicy,
  userToGroupAddition,
];

/**
 * Holders of data as bare as can be: `Policy` is their resource policy and `Gate` their public access block, so that what is
 * tested here does not hang on how services state theirs.
 */
const holders = [
  'AWS::S3::Bucket',
  'AWS::SQS::Queue',
  'AWS::KMS::Key',
  'AWS::Lambda::Function',
  'AWS::ECR::Repository',
].map((type) =>
  defineService({
    type,
    title: type,
    element: 'data-store',
    service: 'managed',
    documentation: 'https://docs.aws.amazon.com/',
    facts: {
      ...noAnswers('not asked here'),
      resourcePolicy: (view) => statedPolicies(view, 'Policy', 'resource policy'),
    },
    structure: type === 'AWS::S3::Bucket' ? { publicAccessGate: gate } : {},
    ignored: {},
  }),
);

function gate(view: ResourceView) {
  const stated = view.read('Gate');
  const flag = (name: string) => {
    const value = at(stated, name);
    return value?.kind === 'literal' && value.value === true;
  };
  const [hole] = holesOf((stated === undefined ? undefined : textOf(stated)) ?? []);
  if (hole !== undefined) return unknown('the gate is not known', hole.settledBy);
  const acl = at(stated, 'Acl');
  const publicAcl = acl?.kind === 'literal' ? (acl.value as PublicAccessGate['publicAcl']) : undefined;
  const list = at(stated, 'Grants');
  const grants = list?.kind === 'list' ? list.items.flatMap(aclGrant) : undefined;
  return given<PublicAccessGate>({
    blocksPublicPolicies: flag('Policies'),
    blocksPublicAcls: flag('Acls'),
    ...(publicAcl !== undefined && { publicAcl }),
    ...(grants !== undefined && { grants }),
  });
}

/** `READ all-users`, `WRITE canonical-user abc`. */
function aclGrant(value: Value): readonly AclGrant[] {
  const [permission, kind, id = ''] = (literalOf(textOf(value) ?? []) ?? '').split(' ');
  const grantee = kind === 'canonical-user' ? { kind, id: [id] } : { kind };
  return [{ permission, grantee } as AclGrant];
}

const services = new Map([...typesInDepth, ...holders].map((service) => [service.type, service]));

/** Builds the accounts through the real importer. An account named `?…` has an id that is not known. */
export function worldOf(accounts: Accounts, options: WorldOptions = {}): World {
  const origins = createOrigins();
  const resources: Resource[] = [];
  const deployments = Object.entries(accounts).map(([account, template]) => {
    const deployment = id<DeploymentId>(`in-${account.replace('?', '')}`);
    const hole = { symbol: `account:${account}`, kind: 'account', settledBy: `the account of ${account}` } as const;
    const place = {
      account: account.startsWith('?') ? [hole] : [account],
      region: ['eu-west-1'],
      partition: ['aws'],
    } satisfies Record<string, Text>;
    const { parameters = {}, conditions = {} } = options;
    const text = JSON.stringify({ Parameters: parameters, Conditions: conditions, Resources: template });
    const document = parseDocument(`${deployment}.json`, text, origins);
    const unit = { deployment, document, parameters: new Map<string, string>(), ...place };
    const translated = translateTemplate(unit, { origins, readLocal: () => undefined, exported: () => undefined });
    resources.push(...translated.resources);
    const origin = origins.source(document.file, 1, 1, 1);
    return { id: deployment, ...place, origin, role: 'subject' as const, parameters: translated.parameters };
  });
  const base = createBase({ resources, deployments, asOf: '2026-01-31' }, services);
  const managed = (arn: string): PolicyDocument | undefined => {
    const json = options.managed?.[arn];
    return json === undefined ? undefined : documentOf(json);
  };
  const engine = createAccess(base, managed, options.access);
  const twin = createLiteralAccess(base, managed, options.access);
  return {
    base,
    access: bothEngines(engine, twin),
    engine,
    twin,
    idOf(logicalId) {
      const found = resources.find(({ address }) => address === logicalId);
      if (found === undefined) throw new Error(`no resource ${logicalId}`);
      return found.id;
    },
  };
}

/** A policy of an organization or a session. */
export function policySource(kind: PolicySource['kind'], statements: Json): PolicySource {
  return { name: kind, kind, document: documentOf({ Version: '2012-10-17', Statement: statements }) };
}

function documentOf(json: Json): PolicyDocument {
  const [document] = readPolicies({
    kind: 'literal',
    value: JSON.stringify(json),
    origin: createOrigins().source('policy', 1, 1, 1),
  });
  if (document === undefined) throw new Error('no policy');
  return { ...document, guard: always };
}

/** `anonymous`, `stranger`, `account:222222222222`, `account:222222222222 <canonical user id>`, `service:sns.amazonaws.com`, `provider:…`, or a logical id. */
export function callerOf(who: string, world: World): Caller {
  const [kind = '', rest = ''] = who.split(/:(.*)/s);
  if (who === 'anonymous') return { kind: 'anonymous' };
  if (who === 'stranger') return { kind: 'any-aws-account' };
  if (kind === 'account') {
    const [account = '', canonicalUser] = rest.split(' ');
    return { kind: 'account', account: [account], ...(canonicalUser !== undefined && { canonicalUser }) };
  }
  if (kind === 'service') return { kind: 'service', service: rest };
  if (kind === 'provider') return { kind: 'federated', provider: [rest] };
  return { kind: 'resource', resource: world.idOf(who) };
}
