import { expect, test } from 'vitest';
import { services } from '../../src/catalog/catalog.generated.ts';
import {
  attachedPolicyProperties,
  ownPolicyProperties,
  permissionTypes,
} from '../../src/catalog/data/policy-bearing-types.ts';
import { resourceTypeLines } from '../../src/catalog/data/resource-types.generated.ts';
import { resourceType } from '../../src/catalog/resource-type.ts';
import { compared, namesIn } from '../catalog/reviewed/compared.ts';
import { reviewedPolicyProperties } from '../catalog/reviewed/policy-properties.ts';
import { type Json, worldOf } from './world.ts';

const statement = { Effect: 'Allow', Principal: { AWS: '222222222222' }, Action: 'x:*', Resource: '*' };
const partner = { kind: 'account', account: ['222222222222'] } as const;
const document = { Version: '2012-10-17', Statement: [statement] };
const inDepth = new Set(services.map(({ type }) => type));

/** Properties whose name speaks of policies and permissions, and that hold no policy of a resource for callers. */
const otherProperties: readonly RegExp[] = [
  // Names, ids and kinds of policies that stand elsewhere.
  /(Name|Version|Arn|ARNs?|Arns|Id|Ids|Type|Number|Label|Enabled|Mode|Model|Description|References?)$/,
  // How something is scaled, updated, kept, terminated, recovered or routed.
  /^(Scaling|Update|Retry|Delivery|Filter|Redrive|RedriveAllow|Replay|Archive|Lifecycle|Instance\w*|Termination|Mixed\w*)Polic(y|ies)$/,
  /^(\w*(Backup|Deletion|Retention|Upgrade|Scaling|Termination|Maintenance|Reuse|Impairment|Recrawl|Change|Creation|Protection|Propagation|Interval|Latency|Wait|Deployment|Stickiness|Draining|Pit|Sharing?|Share|Fairshare|Runtime|Retry|Cors|Metric|FieldIndex|Alpn|Ssl|Tls|Security|Limit|Firewall))Polic(y|ies)$/,
  // What may be signed, filtered or protected, and what of a browser or a model is allowed.
  /^(CodeSigning|DataProtection|Guardrail|Enterprise|Browser|WebContentFiltering|UserContext)Polic(y|ies)$/,
  /Polic(y|yEngine)Config(uration)?$|PolicyDetails$|PolicyDefinition$|PolicyRuleMetadata$|PolicyRule$|PolicyData$|PolicyStatements$/,
  /^BypassPolicyLockout|^BlockPublicPolicy$|^DefaultPolicy$|^DeleteAllPolicy|^AccessLoggingPolicy$|PolicyChangeProtection$/,
  // What the type may do itself, or who in it may do what: no policy that IAM evaluates.
  /^(AgentPermissions|AttachMissingPermission|PermissionsConfig(uration)?|\w+InboundPermissions|ClonePermissions)$/,
  /^Create(Database|Table)DefaultPermissions$|PermissionsWith(Default|GrantOption)$|^(Column|Row)LevelPermission/,
  /^EnvironmentRolePermissionBoundary$|^PermissionsBoundar(y|ies)$|^PermissionPolicy/,
];

/** Types whose policies are for identities, or of a language of their own, with what they are. */
const otherTypes: Readonly<Record<string, string>> = {
  'AWS::AppIntegrations::Application': 'what an application may do in Connect',
  'AWS::Connect::SecurityProfile': 'what agents of a contact centre may do',
  'AWS::EC2::NetworkInterfacePermission': 'an account may attach an interface',
  'AWS::EC2::VerifiedAccessEndpoint': 'written in Cedar',
  'AWS::EC2::VerifiedAccessGroup': 'written in Cedar',
  'AWS::EKS::AccessEntry': 'rights within a cluster',
  'AWS::EKS::PodIdentityAssociation': 'a session policy of the pod’s role',
  'AWS::ElasticLoadBalancing::LoadBalancer': 'of listeners',
  'AWS::IoTSiteWise::AccessPolicy': 'rights within a portal',
  'AWS::LakeFormation::Permissions': 'grants on tables',
  'AWS::LakeFormation::PrincipalPermissions': 'grants on tables',
  'AWS::Logs::AccountPolicy': 'of data protection and subscriptions',
  'AWS::MPA::ApprovalTeam': 'who approves',
  'AWS::NetworkManager::CoreNetwork': 'of routing',
  'AWS::ODB::OdbNetwork': 'of the endpoints of a database network',
  'AWS::OpenSearchServerless::AccessPolicy': 'rules of data access, for principals that they name',
  'AWS::OpenSearchServerless::LifecyclePolicy': 'of retention',
  'AWS::RAM::Permission': 'a template of what a share gives',
  'AWS::ResilienceHub::ResiliencyPolicy': 'of recovery times',
  'AWS::RolesAnywhere::Profile': 'session policies',
  'AWS::S3::AccessGrant': 'a grant to an identity of a directory',
  'AWS::SecurityHub::ConfigurationPolicy': 'of findings',
  'AWS::SSO::PermissionSet': 'policies of reserved roles',
  'AWS::Transfer::User': 'a session policy of the user’s role',
  'AWS::Transfer::WebApp': 'which kind of endpoint',
  'AWS::Batch::SchedulingPolicy': 'of queues',
};

const types = [...resourceTypeLines.matchAll(/^(AWS::[A-Za-z0-9:]+) \{/gm)].map(([, type = '']) => type);
const isSuspicious = (name: string) => /Polic(y|ies)|Permission/.test(name);

test('a new property that looks like a policy fails until somebody has looked at it, whatever its type and name', () => {
  const all = types.flatMap((type) =>
    (resourceType(type)?.properties ?? []).filter(isSuspicious).map((name) => `${type}.${name}`),
  );
  const reviewed = namesIn(reviewedPolicyProperties, '.');
  expect(compared(all, reviewed)).toEqual({ added: [], gone: [] });
  const planted = types.map((type) => `${type}.NewAccessPolicyConfig`);
  expect(compared([...all, ...planted], reviewed).added).toEqual(planted);
});

test('every property of the published schemas that looks like a resource policy is read or classified', () => {
  const unclassified = types.flatMap((type) => {
    if (inDepth.has(type) || Object.hasOwn(otherTypes, type) || /^AWS::(QuickSight|Serverless|IAM)::/.test(type))
      return [];
    const read = [
      ownPolicyProperties[type]?.split('.')[0],
      attachedPolicyProperties[type]?.policy,
      permissionTypes[type]?.principal,
    ];
    const suspicious = (resourceType(type)?.properties ?? []).filter(
      (name) => isSuspicious(name) && !otherProperties.some((pattern) => pattern.test(name)),
    );
    return suspicious.filter((name) => !read.includes(name)).map((name) => `${type}.${name}`);
  });
  expect(unclassified).toEqual([]);
});

test('the tables name types and properties that exist, and none that is known in depth', () => {
  const wrong = [
    ...Object.entries(ownPolicyProperties).map(([type, path]) => [type, path.split('.')[0] ?? ''] as const),
    ...Object.entries(attachedPolicyProperties).flatMap(
      ([type, { policy, to }]) =>
        [
          [type, policy],
          [type, to],
        ] as const,
    ),
    ...Object.entries(permissionTypes).flatMap(
      ([type, { to, principal }]) =>
        [
          [type, to],
          [type, principal],
        ] as const,
    ),
  ].filter(([type, name]) => inDepth.has(type) || resourceType(type)?.properties.includes(name) !== true);
  expect(wrong).toEqual([]);
});

const ownPaths = Object.entries(ownPolicyProperties).flatMap(([type, paths]) =>
  paths.split(',').map((path) => [type, path] as const),
);

test.each(ownPaths)('%s states its own policy in %s', (type, path) => {
  const properties = path
    .split('.')
    .reduceRight<Json>((inner, step) => (step === '*' ? [inner] : { [step]: inner }), document) as Readonly<
    Record<string, Json>
  >;
  const world = worldOf({ '111111111111': { It: { Type: type, Properties: properties } } });
  const decision = world.access.decide({
    caller: partner,
    action: 'x:Read',
    resource: ['arn:aws:x:eu-west-1:111111111111:it'],
    on: world.idOf('It'),
  });
  expect(decision.verdict).toBe('allow');
});

test.each(Object.entries(attachedPolicyProperties))('%s speaks for another resource', (type, { policy, to, types }) => {
  const target = types?.[0] ?? 'AWS::SNS::Topic';
  const world = worldOf({
    '111111111111': {
      Other: { Type: target, Properties: {} },
      It: { Type: type, Properties: { [policy]: document, [to]: { Ref: 'Other' } } },
    },
  });
  const decision = world.access.decide({
    caller: partner,
    action: 'x:Read',
    resource: ['arn:aws:x:eu-west-1:111111111111:it'],
    on: world.idOf('Other'),
  });
  expect(decision.verdict).toBe('allow');
});

test('a permission is a statement of what it is for', () => {
  const permission = {
    LayerVersionArn: { Ref: 'Layer' },
    Action: 'lambda:GetLayerVersion',
    Principal: '*',
    OrganizationId: 'o-ours',
  };
  const world = worldOf({
    '111111111111': {
      Layer: { Type: 'AWS::Lambda::LayerVersion', Properties: { Content: { S3Bucket: 'b', S3Key: 'k' } } },
      Open: { Type: 'AWS::Lambda::LayerVersionPermission', Properties: permission },
    },
  });
  const ask = (context: readonly (readonly [string, readonly string[]])[]) =>
    world.access.decide({
      caller: { kind: 'account', account: ['222222222222'] },
      action: 'lambda:GetLayerVersion',
      resource: ['arn:aws:lambda:eu-west-1:111111111111:layer:tools:1'],
      on: world.idOf('Layer'),
      context: new Map(context),
    }).verdict;
  expect(ask([['aws:PrincipalOrgID', ['o-ours']]])).toBe('allow');
  expect(ask([['aws:PrincipalOrgID', ['o-other']]])).toBe('deny');
});

test('a policy that AWS calls after what it is attached to speaks for that', () => {
  const brokers = { Type: 'AWS::MSK::Cluster', Properties: { ClusterName: 'events' } };
  const policy = {
    Type: 'AWS::MSK::ClusterPolicy',
    Properties: { ClusterArn: { Ref: 'Brokers' }, Policy: document },
  };
  const world = worldOf({ '111111111111': { Brokers: brokers, Policy: policy } });
  const on = world.idOf('Brokers');
  const resource = world.base.resource(on)?.arn ?? [];
  expect(world.access.decide({ caller: partner, action: 'x:Get', resource, on }).verdict).toBe('allow');
});
