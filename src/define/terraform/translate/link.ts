import { resourceType } from '../../../catalog/resource-type.ts';
import { literalOf, type Text, textKey } from '../../../model/text.ts';
import type { Reference, Value } from '../../../model/value.ts';
import type { Draft, TerraformPlace } from './draft.ts';
import { withMembers } from './with-members.ts';

/** A draft with its physical name, and its ARN where that is known. */
export interface IdentifiedDraft {
  readonly draft: Draft;
  readonly name: Text;
  readonly arn?: Text;
}

/** Gives literal names, ids and ARNs the reference to what has them, as the expressions had that they came from. */
export interface Links {
  linked(draft: Draft, property: string, value: Value): Value;
}

/** Names that the schemas do not tell as relations. */
const named: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'AWS::AutoScaling::AutoScalingGroup': {
    'LaunchTemplate.LaunchTemplateName': 'AWS::EC2::LaunchTemplate',
    'MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.LaunchTemplateName': 'AWS::EC2::LaunchTemplate',
  },
  'AWS::Backup::BackupPlan': { 'BackupPlan.BackupPlanRule.TargetBackupVault': 'AWS::Backup::BackupVault' },
  'AWS::CodeBuild::Project': { 'Artifacts.Location': 'AWS::S3::Bucket' },
  'AWS::CodePipeline::Pipeline': {
    'ArtifactStore.Location': 'AWS::S3::Bucket',
    'ArtifactStores.ArtifactStore.Location': 'AWS::S3::Bucket',
    'Stages.Actions.Configuration.FunctionName': 'AWS::Lambda::Function',
    'Stages.Actions.Configuration.ProjectName': 'AWS::CodeBuild::Project',
    'Stages.Actions.Configuration.RepositoryName': 'AWS::CodeCommit::Repository',
  },
  'AWS::EC2::Instance': { 'LaunchTemplate.LaunchTemplateName': 'AWS::EC2::LaunchTemplate' },
  'AWS::DMS::ReplicationInstance': { ReplicationSubnetGroupIdentifier: 'AWS::DMS::ReplicationSubnetGroup' },
  'AWS::DocDB::DBCluster': {
    DBClusterParameterGroupName: 'AWS::DocDB::DBClusterParameterGroup',
    DBSubnetGroupName: 'AWS::DocDB::DBSubnetGroup',
  },
  'AWS::DocDB::DBInstance': { DBClusterIdentifier: 'AWS::DocDB::DBCluster' },
  'AWS::ElastiCache::CacheCluster': { CacheSubnetGroupName: 'AWS::ElastiCache::SubnetGroup' },
  'AWS::ElastiCache::ReplicationGroup': {
    CacheSubnetGroupName: 'AWS::ElastiCache::SubnetGroup',
    UserGroupIds: 'AWS::ElastiCache::UserGroup',
  },
  'AWS::ElastiCache::ServerlessCache': { UserGroupId: 'AWS::ElastiCache::UserGroup' },
  'AWS::EMR::Cluster': {
    AutoScalingRole: 'AWS::IAM::Role',
    JobFlowRole: 'AWS::IAM::InstanceProfile',
    ServiceRole: 'AWS::IAM::Role',
  },
  'AWS::Events::EventBusPolicy': { EventBusName: 'AWS::Events::EventBus' },
  'AWS::IAM::AccessKey': { UserName: 'AWS::IAM::User' },
  'AWS::IAM::GroupPolicy': { GroupName: 'AWS::IAM::Group' },
  'AWS::IAM::RolePolicy': { RoleName: 'AWS::IAM::Role' },
  'AWS::IAM::UserPolicy': { UserName: 'AWS::IAM::User' },
  'AWS::IAM::UserToGroupAddition': { GroupName: 'AWS::IAM::Group', Users: 'AWS::IAM::User' },
  'AWS::Neptune::DBCluster': {
    DBClusterParameterGroupName: 'AWS::Neptune::DBClusterParameterGroup',
    DBSubnetGroupName: 'AWS::Neptune::DBSubnetGroup',
    SourceDBClusterIdentifier: 'AWS::Neptune::DBCluster',
  },
  'AWS::Neptune::DBInstance': {
    DBClusterIdentifier: 'AWS::Neptune::DBCluster',
    DBParameterGroupName: 'AWS::Neptune::DBParameterGroup',
    DBSubnetGroupName: 'AWS::Neptune::DBSubnetGroup',
  },
  'AWS::RDS::DBCluster': { SourceDBClusterIdentifier: 'AWS::RDS::DBCluster' },
  'AWS::Route53::RecordSet': { HostedZoneId: 'AWS::Route53::HostedZone' },
  'AWS::Route53::RecordSetGroup': { HostedZoneId: 'AWS::Route53::HostedZone' },
};

/** How every ARN begins. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
const ARN = 'arn:';

/** Ids that AWS makes up: no two things of one account have the same. */
const isMadeUp = /^[a-z]{1,10}(-[a-z]{1,10})?-[0-9a-f]{8,17}$/;

/** A cheap look before `isMadeUp`: ids are so long and end in a hexadecimal digit behind others and a hyphen. */
function mayBeMadeUp(text: string): boolean {
  const { length } = text;
  if (length < 10 || length > 38) return false;
  const last = text.charCodeAt(length - 1);
  const isHexadecimal = (last >= 48 && last <= 57) || (last >= 97 && last <= 102);
  return isHexadecimal && text.lastIndexOf('-') <= length - 9;
}

/** Things of one account by what names them; of what several are called, nothing is told. */
interface AccountNames {
  /** By type, then by name. */
  readonly ofType: Map<string, Map<string, Draft | 'several'>>;
  readonly madeUp: Map<string, Draft | 'several'>;
}

/** Reads a plan or state, where references have become texts. Linear in resources and values. */
export function createLinks(drafts: readonly IdentifiedDraft[]): Links {
  const byArn = new Map<string, Draft | 'several'>();
  const accounts = new Map<string, AccountNames>();
  const places = new Map<TerraformPlace, AccountNames>();
  const namesIn = (place: TerraformPlace): AccountNames => {
    const known = places.get(place) ?? entryOf(accounts, textKey(place.account), noNames);
    places.set(place, known);
    return known;
  };
  for (const { draft, name, arn } of drafts) {
    const [ownArn, ownName] = [literal(arn), literal(name)];
    if (ownArn?.startsWith(ARN) === true) put(byArn, ownArn, draft);
    if (ownName === undefined) continue;
    const { ofType, madeUp } = namesIn(draft.place);
    put(
      entryOf(ofType, draft.type, () => new Map()),
      ownName,
      draft,
    );
    if (isMadeUp.test(ownName)) put(madeUp, ownName, draft);
  }
  const find = (from: Draft, types: readonly string[], text: string): Draft | undefined => {
    const isOther = (found: Draft | 'several' | undefined): found is Draft =>
      found !== undefined && found !== 'several' && found !== from;
    const ofArn = text.startsWith(ARN) ? byArn.get(text) : undefined;
    if (isOther(ofArn)) return ofArn;
    // By far the most texts are no names: they are not looked up.
    const isId = mayBeMadeUp(text);
    if (!isId && types.length === 0) return undefined;
    const { ofType, madeUp } = namesIn(from.place);
    const ofId = isId ? madeUp.get(text) : undefined;
    if (isOther(ofId)) return ofId;
    for (const type of types) {
      const ofName = ofType.get(type)?.get(text);
      if (isOther(ofName)) return ofName;
    }
    return undefined;
  };
  const link = (value: Value, key: string | undefined, at: Linking): Value => {
    const names = key === undefined ? at.names : at.names?.members.get(key);
    const here = names === at.names ? at : names === undefined ? at.nameless : { ...at, names };
    if (value.kind === 'map' || value.kind === 'list') return withMembers(value, link, here);
    if (value.kind === 'choice')
      return {
        ...value,
        options: value.options.map((option) => ({ guard: option.guard, value: link(option.value, undefined, here) })),
      };
    if (value.kind !== 'literal' || typeof value.value !== 'string' || (value.refs ?? noTypes).length > 0) return value;
    const found = find(at.from, names?.types ?? noTypes, value.value);
    return found === undefined ? value : { ...value, refs: [referenceTo(found, value.value)] };
  };
  const types = new Map<string, NamesAt>();
  return {
    linked(draft, property, value) {
      const names = entryOf(types, draft.type, () => namesOf(draft.type));
      return link(value, property, linkingFrom(draft, names));
    },
  };
}

/** The draft whose values are looked through, and the names that they may hold there. */
interface Linking {
  readonly from: Draft;
  readonly names: NamesAt | undefined;
  /** The same where no names are. */
  readonly nameless: Linking;
}

function linkingFrom(from: Draft, names: NamesAt): Linking {
  const nameless: { -readonly [K in keyof Linking]?: Linking[K] } = { from, names: undefined };
  nameless.nameless = nameless as Linking;
  return { from, names, nameless: nameless as Linking };
}

const noTypes: readonly string[] = [];

function noNames(): AccountNames {
  return { ofType: new Map(), madeUp: new Map() };
}

function put(index: Map<string, Draft | 'several'>, key: string, draft: Draft): void {
  index.set(key, index.has(key) ? 'several' : draft);
}

function entryOf<V>(map: Map<string, V>, key: string, make: () => V): V {
  const known = map.get(key) ?? make();
  map.set(key, known);
  return known;
}

function literal(content: Text | undefined): string | undefined {
  const word = content === undefined ? undefined : literalOf(content);
  return word === '' ? undefined : word;
}

/** The types whose names a property may hold, and those below it. */
interface NamesAt {
  readonly types: string[];
  readonly members: Map<string, NamesAt>;
}

function namesOf(type: string): NamesAt {
  const names: NamesAt = { types: [], members: new Map() };
  const add = (path: string, target: string) => {
    let here = names;
    for (const step of path.split('.')) here = entryOf(here.members, step, () => ({ types: [], members: new Map() }));
    here.types.push(target);
  };
  for (const [path, target] of Object.entries(named[type] ?? {})) add(path, target);
  for (const [path, relations] of Object.entries(resourceType(type)?.relations ?? {}))
    for (const relation of relations) add(path, relation.slice(0, relation.lastIndexOf('.')));
  return names;
}

/** As a template would refer to it: what is an ARN is `Arn`, unless `Ref` gives it. */
function referenceTo({ id, type }: Draft, text: string): Reference {
  const ref = text.startsWith(ARN) && resourceType(type)?.attributes.includes('Arn') === true;
  return { resource: id, attribute: ref ? 'Arn' : 'Ref' };
}
