import { soleFunction } from '../cloudformation/function-call.ts';
import type { Node } from '../cloudformation/node.ts';
import { canonicalJson } from './content-id.ts';
import { diagnose, type Expansion, type SamResource } from './expansion.ts';
import { branchesOf, entriesOf, entryOf, fieldOf, isCall, isNoValue, isNull, itemsOf, textOf } from './fields.ts';
import { type Made, type MadeObject, noValue, toNode } from './made.ts';
import { managedPolicyArn } from './managed-policy-arn.ts';
import { filledTemplate } from './policy-templates/policy-templates.ts';

/** What a role is given. */
export interface Grants {
  readonly managed: readonly Made[];
  /** Inline policies, `{PolicyName, PolicyDocument}`. */
  readonly inline: readonly Made[];
}

export const noGrants: Grants = { managed: [], inline: [] };

/** Grants that several parts of a resource need. */
export function joined(...grants: readonly Grants[]): Grants {
  return { managed: grants.flatMap((one) => one.managed), inline: grants.flatMap((one) => one.inline) };
}

/** The trust policy of a role that AWS services assume. */
export function trusts(...services: readonly string[]): MadeObject {
  return {
    Version: '2012-10-17',
    Statement: [{ Action: ['sts:AssumeRole'], Effect: 'Allow', Principal: { Service: services } }],
  };
}

/** The properties of the role that the transform makes for a function or a state machine. */
export function roleProperties(cause: SamResource, trust: Made, grants: Grants, tags: Made): MadeObject {
  const { properties } = cause;
  const managed = distinct(grants.managed, cause);
  const inline = distinct(grants.inline, cause);
  return {
    AssumeRolePolicyDocument: entryOf(properties, 'AssumeRolePolicyDocument') ?? trust,
    ManagedPolicyArns: managed,
    ...(inline.length > 0 && { Policies: inline }),
    Path: entryOf(properties, 'RolePath'),
    PermissionsBoundary: entryOf(properties, 'PermissionsBoundary'),
    Tags: tags,
  };
}

function distinct(managed: readonly Made[], cause: SamResource): readonly Made[] {
  const known = new Map(managed.map((one) => [canonicalJson(toNode(one, cause.entry.origin)), one] as const).reverse());
  return [...known.values()].reverse();
}

/** The `Policies` of a function or state machine: managed ones, documents, policy templates, and choices between them. */
export function policiesOf(cause: SamResource, roleId: string, expansion: Expansion): Grants {
  const given = fieldOf(cause.properties, 'Policies');
  const managed: Made[] = [];
  const inline: Made[] = [];
  itemsOf(given).forEach((item, index) => {
    const policy = policyOf(item, { cause, name: `${roleId}Policy${index}`, expansion });
    if (policy.kind === 'managed') managed.push(policy.arn);
    else if (policy.kind === 'inline') inline.push(policy.policy);
  });
  return { managed, inline };
}

type Policy =
  | { readonly kind: 'managed'; readonly arn: Made }
  | { readonly kind: 'inline'; readonly policy: Made }
  | { readonly kind: 'none' };

interface PolicyPlace {
  readonly cause: SamResource;
  readonly name: string;
  readonly expansion: Expansion;
}

function policyOf(node: Node, place: PolicyPlace): Policy {
  if (isNull(node)) return invalid(node, place);
  const name = textOf(node);
  if (name !== undefined) {
    const arn = managedPolicyArn(name, place.expansion.settings.partition);
    return { kind: 'managed', arn: arn ?? node };
  }
  const branches = branchesOf(node);
  if (branches !== undefined) return choiceOf(branches, place);
  if (isCall(node)) return { kind: 'managed', arn: node };
  if (entryOf(node, 'Statement') !== undefined)
    return { kind: 'inline', policy: { PolicyName: place.name, PolicyDocument: node } };
  const [call, ...more] = entriesOf(node);
  if (call === undefined || more.length > 0) return invalid(node, place);
  const filled = filledTemplate(call.key, call.value);
  if (filled.kind === 'document')
    return { kind: 'inline', policy: { PolicyName: place.name, PolicyDocument: filled.document } };
  if (filled.kind === 'unknown-template') return invalid(node, place, ` there is no policy template ${call.key};`);
  const message = `policy template ${call.key} of ${place.cause.id} lacks ${filled.names.join(', ')}; add it`;
  diagnose(place.expansion, 'sam-missing-property', message, call.keyOrigin);
  return { kind: 'none' };
}

function invalid(node: Node, { cause, expansion }: PolicyPlace, why = ''): Policy {
  const message = `a policy of ${cause.id} is not valid:${why} give a name or ARN, a document with Statement, or one policy template`;
  diagnose(expansion, 'sam-invalid-property', message, node.origin);
  return { kind: 'none' };
}

function choiceOf({ condition, yes, no }: NonNullable<ReturnType<typeof branchesOf>>, place: PolicyPlace): Policy {
  const chosen = [yes, no].map((branch) => (isNoValue(branch) ? undefined : policyOf(branch, place)));
  const inline = chosen.some((policy) => policy?.kind === 'inline');
  const [left, right] = chosen.map((policy) => {
    if (policy?.kind === 'inline') return policy.policy;
    return policy?.kind === 'managed' ? policy.arn : noValue;
  });
  const choice = { 'Fn::If': [condition, left, right] };
  return inline ? { kind: 'inline', policy: choice } : { kind: 'managed', arn: choice };
}

/** Is the property a choice of which one branch is `AWS::NoValue`? Then the transform provides for that branch. */
export function optionalChoice(node: Node | undefined) {
  const branches = node === undefined || soleFunction(node) === undefined ? undefined : branchesOf(node);
  if (branches === undefined) return undefined;
  return { ...branches, absent: isNoValue(branches.yes) ? 'yes' : isNoValue(branches.no) ? 'no' : undefined } as const;
}
