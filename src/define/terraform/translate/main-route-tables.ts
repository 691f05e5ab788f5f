import { refsOf, type Value } from '../../../model/value.ts';
import { cloudFormationReference } from './cloudformation-reference.ts';
import { type Draft, instanceId, type Owner, type Translation } from './draft.ts';
import { givenAt } from './given.ts';
import { associationsByDefault, keyText, type SubnetDefault } from './subnet-defaults.ts';

const TABLE = 'AWS::EC2::RouteTable';
const ASSOCIATION = 'AWS::EC2::SubnetRouteTableAssociation';

/**
 * "If a subnet isn't explicitly associated with a particular route table, it uses the main route table" of its VPC
 * (https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html). Terraform can state the main table, templates
 * cannot: it is said here as an association of each such subnet.
 */
export function mainAssociations(translation: Translation): readonly Draft[] {
  const owners = [...translation.owners.values()];
  const implied = impliedTables(owners, translation);
  const mains = new Map<string, SubnetDefault>();
  for (const main of [...owners.flatMap((owner) => mainOf(owner, translation)), ...implied.mains])
    if (!mains.has(main.vpc)) mains.set(main.vpc, main);
  if (mains.size === 0) return [];
  return [...implied.drafts, ...associationsByDefault(mains, { type: ASSOCIATION, of: 'RouteTableId' }, translation)];
}

function mainOf({ instance, drafts }: Owner, translation: Translation): readonly SubnetDefault[] {
  const { attributes, guard, type, origin } = instance;
  const self = instanceId(translation.root, instance.address);
  const at = (vpc: Value | undefined, table: Value | undefined): readonly SubnetDefault[] => {
    const key = vpc === undefined ? undefined : keyText(vpc, translation);
    return key === undefined || table === undefined ? [] : [{ vpc: key, of: table, guard, instance }];
  };
  if (type === 'aws_main_route_table_association')
    return at(givenAt(attributes, 'vpc_id'), givenAt(attributes, 'route_table_id'));
  if (type === 'aws_default_route_table') {
    const vpc = drafts[0]?.properties.get('VpcId') ?? givenAt(attributes, 'vpc_id');
    return at(vpc, cloudFormationReference(self, 'Ref', origin));
  }
  // A state tells it of the VPC.
  if (type === 'aws_vpc') {
    const table = givenAt(attributes, 'main_route_table_id');
    return table?.kind === 'literal' ? at(cloudFormationReference(self, 'Ref', origin), table) : [];
  }
  return [];
}

/** Where routes are added to a main table that no resource stands for. */
const namingTables: Readonly<Record<string, string>> = {
  aws_route: 'route_table_id',
  aws_route_table_association: 'route_table_id',
  aws_vpc_endpoint_route_table_association: 'route_table_id',
};

/** Main tables that are only named, as an attribute of their VPC. */
function impliedTables(
  owners: readonly Owner[],
  translation: Translation,
): { readonly drafts: readonly Draft[]; readonly mains: readonly SubnetDefault[] } {
  const named = new Map<string, Owner>();
  const adopted = new Set<string>();
  for (const { instance } of owners) {
    const path = instance.type === 'aws_default_route_table' ? 'default_route_table_id' : namingTables[instance.type];
    const value = path === undefined ? undefined : givenAt(instance.attributes, path);
    const [ref] = value === undefined ? [] : refsOf(value);
    if (ref === undefined || !/^(main|default)_route_table_id$/.test(ref.attribute)) continue;
    const vpc = translation.owners.get(ref.resource);
    if (instance.type === 'aws_default_route_table') adopted.add(ref.resource);
    else if (vpc !== undefined) named.set(ref.resource, vpc);
  }
  const found = [...named].filter(([resource]) => !adopted.has(resource)).map(([, owner]) => owner);
  const drafts = found.flatMap((owner) => impliedTable(owner, translation));
  const mains = found.flatMap(({ instance }) => {
    const self = instanceId(translation.root, instance.address);
    const vpc = keyText(cloudFormationReference(self, 'Ref', instance.origin), translation);
    const table = cloudFormationReference(self, 'MainRouteTable', instance.origin);
    return vpc === undefined ? [] : [{ vpc, of: table, guard: instance.guard, instance }];
  });
  return { drafts, mains };
}

function impliedTable({ instance, place, drafts }: Owner, translation: Translation): readonly Draft[] {
  const [vpc] = drafts;
  if (vpc === undefined) return [];
  const self = instanceId(translation.root, instance.address);
  const address = `${instance.address}.MainRouteTable`;
  return [
    {
      id: instanceId(place.deployment, address),
      type: TABLE,
      address,
      place,
      guard: vpc.guard,
      instance,
      origin: instance.origin,
      properties: new Map([['VpcId', cloudFormationReference(self, 'Ref', instance.origin)]]),
      ownName: cloudFormationReference(self, 'MainRouteTable', instance.origin),
      resolved: new Map(),
      named: undefined,
    },
  ];
}
