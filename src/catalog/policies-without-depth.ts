import type { PublicAccessGate } from '../model/data-keeping.ts';
import type { AnswerOf, AnyDimension } from '../model/dimension.ts';
import { allFacts, byDefault, casesOf, type Fact, given, notApplicable } from '../model/fact.ts';
import type { PolicyPrincipal, PolicySource, Statement } from '../model/policy.ts';
import type { Contribution, ResourceView } from '../model/service.ts';
import { literalOf, type Text } from '../model/text.ts';
import { textOf, type Value } from '../model/value.ts';
import { property } from './answer.ts';
import {
  attachedPolicyProperties,
  ownPolicyProperties,
  type PermissionType,
  permissionTypes,
} from './data/policy-bearing-types.ts';
import { bearsRole, rolesWithoutDepth } from './roles-without-depth.ts';
import { policiesAt, statedPolicies } from './stated-policies.ts';

const find = <T>(table: Readonly<Record<string, T>>, type: string): T | undefined =>
  Object.hasOwn(table, type) ? table[type] : undefined;

/** Is the property that holds a policy of the type known, although the type itself is not known in depth? */
function bearsPolicy(type: string): boolean {
  return [ownPolicyProperties, attachedPolicyProperties, permissionTypes].some((table) => Object.hasOwn(table, type));
}

/** Is the question answered for the type although it is not known in depth? */
export function answersWithoutDepth(type: string, dimension: AnyDimension): boolean {
  return (dimension === 'resourcePolicy' && bearsPolicy(type)) || (dimension === 'runsAs' && bearsRole(type));
}

/**
 * Directory, table and vector buckets and those on Outposts block public access always.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-express-security-iam.html
 */
const alwaysBlocked = /^AWS::S3(Express|Tables|Vectors|Outposts)::/;

/** What can be told of a resource of a type that is not known in depth; undefined when nothing can. */
export function answerWithoutDepth<D extends AnyDimension>(
  view: ResourceView,
  dimension: D,
): Fact<AnswerOf<D>> | undefined {
  if (dimension === 'resourcePolicy') return policyWithoutDepth(view) as Fact<AnswerOf<D>> | undefined;
  if (dimension === 'runsAs') return rolesWithoutDepth(view) as Fact<AnswerOf<D>> | undefined;
  if (dimension !== 'publicAccessGate') return undefined;
  const gate: Fact<PublicAccessGate> = alwaysBlocked.test(view.resource.type)
    ? byDefault({ blocksPublicPolicies: true, blocksPublicAcls: true })
    : notApplicable('Nothing but S3 and Secrets Manager blocks public policies.');
  return gate as Fact<AnswerOf<D>>;
}

/**
 * The resource policy that a resource states for itself, by the table of types; undefined for types that the table lacks. A
 * type that speaks for another resource states none for itself.
 */
function policyWithoutDepth(view: ResourceView): Fact<readonly PolicySource[]> | undefined {
  const { type, address } = view.resource;
  const path = find(ownPolicyProperties, type);
  if (path !== undefined) return policiesAt(view, path.split(','), `policy of ${address}`);
  return bearsPolicy(type) ? byDefault<readonly PolicySource[]>([], [view.origin()]) : undefined;
}

/** The policies that a resource attaches to others, by the same table. */
export function policiesForOthers(view: ResourceView): readonly Contribution[] {
  const { type, address } = view.resource;
  const attachment = find(attachedPolicyProperties, type);
  if (attachment !== undefined) {
    const { policy, to: path, types } = attachment;
    const to = view.read(path);
    const fact = statedPolicies(view, policy, `${address}`);
    return to === undefined ? [] : [{ to, dimension: 'resourcePolicy', fact, ...(types !== undefined && { types }) }];
  }
  const permission = find(permissionTypes, type);
  const to = permission === undefined ? undefined : view.read(permission.to);
  if (permission === undefined || to === undefined) return [];
  return [{ to, dimension: 'resourcePolicy', fact: permissionPolicy(view, permission) }];
}

type Read = Readonly<Record<string, Value | undefined>>;

/** The permission as the policy that AWS adds it to, once for each case of its properties. */
function permissionPolicy(view: ResourceView, type: PermissionType): Fact<readonly PolicySource[]> {
  const names = [type.principal, type.action, ...Object.keys(type.conditions)].filter((name) => !name.includes(':'));
  const values: Fact<Read> = allFacts(Object.fromEntries(names.map((name) => [name, property(view, name)])));
  const statements = casesOf(values).flatMap(({ guard, fact }, index): readonly Statement[] =>
    fact.kind === 'known' ? [{ ...statementOf(view, type, fact.value), guard, index }] : [],
  );
  const document = { version: '2012-10-17', statements, origin: view.origin(), guard: view.resource.guard } as const;
  return given([{ name: view.resource.address, kind: 'resource', statedBy: view.resource.id, document }]);
}

function statementOf(view: ResourceView, type: PermissionType, read: Read): Omit<Statement, 'guard' | 'index'> {
  const actions = type.action.includes(':') ? [[type.action]] : textsOf(read[type.action]);
  return {
    effect: 'Allow',
    principals: textsOf(read[type.principal]).map(principalOf),
    actions,
    conditions: Object.entries(type.conditions).flatMap(([name, key]) =>
      textsOf(read[name]).map((value) => ({
        operator: 'StringEquals',
        key,
        values: [value],
        origin: view.origin(name),
      })),
    ),
    origin: view.origin(),
  };
}

function textsOf(value: Value | undefined): readonly Text[] {
  if (value === undefined) return [];
  if (value.kind === 'list')
    return [...value.items.flatMap(textsOf), ...(value.open === undefined ? [] : [[value.open]])];
  const text = textOf(value);
  return text === undefined ? [] : [text];
}

function principalOf(value: Text): PolicyPrincipal {
  const literal = literalOf(value);
  if (literal === '*') return { kind: '*', value };
  return { kind: literal?.endsWith('.amazonaws.com') ? 'Service' : 'AWS', value };
}
