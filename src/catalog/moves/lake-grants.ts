import { and, isPossible } from '../../model/guard.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { literalOf, matchPattern, sameText, type Text, text } from '../../model/text.ts';
import { at, textOf, type Value } from '../../model/value.ts';
import { namedAt, objectsAt, scopeOf, textAt, type Vended } from './vended-credentials.ts';

/** A table of the data catalogue whose data lies in a place that Lake Formation hands out credentials for. */
interface LakeTable {
  readonly table: Resource;
  readonly database: Text;
  readonly name: Text;
  readonly objects: Text;
}

/** A permission on a table, with the table whose data it gives. */
export interface LakeGrant extends Vended {
  readonly table: Resource;
  /** `arn:aws:glue:…:table/sales/orders`. */
  readonly tableArn: Text;
}

/** Where each of the two types of permissions says whom it is for and what it is about. */
const permissionTypes: Readonly<Record<string, { readonly principal: string; readonly tables: readonly string[] }>> = {
  'AWS::LakeFormation::PrincipalPermissions': { principal: 'Principal', tables: ['Table', 'TableWithColumns'] },
  'AWS::LakeFormation::Permissions': {
    principal: 'DataLakePrincipal',
    tables: ['TableResource', 'TableWithColumnsResource'],
  },
};

/** What permissions on tables give of the data: https://docs.aws.amazon.com/lake-formation/latest/dg/lf-permissions-reference.html */
const waysOf: Readonly<Record<string, readonly ('read' | 'write')[]>> = {
  SELECT: ['read'],
  INSERT: ['write'],
  DELETE: ['write'],
  ALL: ['read', 'write'],
  SUPER: ['read', 'write'],
};

/**
 * Permissions on tables that name roles or users, or everybody whom IAM lets in, for data under a place that was registered with a
 * role: who has one gets credentials of that role for the data of the table.
 * https://docs.aws.amazon.com/lake-formation/latest/dg/how-vending-works.html
 */
export function lakeGrants(ask: Questions): readonly LakeGrant[] {
  const grants = Object.keys(permissionTypes).flatMap((type) => ask.system.ofType(type));
  if (grants.length === 0) return [];
  const tables = tablesOf(ask);
  return grants.flatMap((grant) => tables.flatMap((table) => grantsOn(ask, grant, table)));
}

function tablesOf({ system }: Questions): readonly LakeTable[] {
  return system.ofType('AWS::Glue::Table').flatMap((table): readonly LakeTable[] => {
    const database = textAt(table, 'DatabaseName');
    const name = textAt(table, 'TableInput', 'Name');
    const location = textAt(table, 'TableInput', 'StorageDescriptor', 'Location');
    const objects = location === undefined ? undefined : objectsAt(location);
    return database === undefined || name === undefined || objects === undefined
      ? []
      : [{ table, database, name, objects }];
  });
}

function grantsOn(ask: Questions, grant: Resource, lake: LakeTable): readonly LakeGrant[] {
  const { table, database, name, objects } = lake;
  const ways = waysIn(grant);
  if (ways.length === 0 || !isAbout(grant, lake)) return [];
  const { partition, region, account } = ask.system.deploymentOf(table.id);
  const place = text('arn:', ...partition, ':glue:', ...region, ':', ...account);
  const tableArn = text(...place, ':table/', ...database, '/', ...name);
  const scope = scopeOf(ask, grant, { objects: text(...withoutSlash(objects), '*'), ways });
  return registrations(ask, objects).flatMap((registered) =>
    namedAt(ask, registered, { path: ['RoleArn'], types: ['AWS::IAM::Role'] }).flatMap((role) =>
      granteesOf(ask, grant).flatMap((grantee): readonly LakeGrant[] => {
        const guard = and(grant.guard, table.guard, registered.guard, role.guard, grantee.guard);
        const vended = { grant, grantee: grantee.resource, role: role.resource, scope, guard, table, tableArn };
        return isPossible(guard) ? [vended] : [];
      }),
    ),
  );
}

function waysIn({ properties }: Resource): readonly ('read' | 'write')[] {
  const stated = properties.entries.get('Permissions');
  const names = stated?.kind === 'list' ? stated.items.flatMap((item) => literalOf(textOf(item) ?? []) ?? []) : [];
  return [...new Set(names.flatMap((name) => waysOf[name] ?? []))];
}

/** Does the permission surely mean the table? */
function isAbout({ type, properties }: Resource, { database, name }: LakeTable): boolean {
  const named = (permissionTypes[type]?.tables ?? []).flatMap((path) => at(properties, 'Resource', path) ?? []);
  return named.some((one) => {
    const isAll = at(one, 'TableWildcard') !== undefined;
    return isSame(at(one, 'DatabaseName'), database) && (isAll || isSame(at(one, 'Name'), name));
  });
}

function isSame(stated: Value | undefined, wanted: Text): boolean {
  return stated !== undefined && sameText(textOf(stated) ?? [], wanted) === 'yes';
}

/** Registered places under which the objects lie. */
function registrations({ system }: Questions, objects: Text): readonly Resource[] {
  return system.ofType('AWS::LakeFormation::Resource').filter((registered) => {
    const arn = textAt(registered, 'ResourceArn');
    return arn !== undefined && matchPattern(text(...arn, '*'), text('arn:aws:s3:::', ...objects)) === 'yes';
  });
}

const identities = ['AWS::IAM::Role', 'AWS::IAM::User'];

function granteesOf(ask: Questions, grant: Resource): ReturnType<typeof namedAt> {
  const path = [permissionTypes[grant.type]?.principal ?? '', 'DataLakePrincipalIdentifier'];
  // "IAMAllowedPrincipals": everybody whom IAM lets in.
  if (literalOf(textAt(grant, ...path) ?? []) === 'IAM_ALLOWED_PRINCIPALS')
    return ask.access
      .candidates('lakeformation:GetDataAccess')
      .map((resource) => ({ resource, guard: resource.guard }));
  return namedAt(ask, grant, { path, types: identities });
}

function withoutSlash(objects: Text): Text {
  const last = objects.at(-1);
  return typeof last === 'string' ? [...objects.slice(0, -1), last.replace(/\/$/, '')] : objects;
}
