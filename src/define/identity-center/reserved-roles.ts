import { optionsOf } from '../../catalog/answer.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { and, type Guard, isPossible, or } from '../../model/guard.ts';
import type { OriginTable } from '../../model/origin.ts';
import type { Deployment, Resource } from '../../model/resource.ts';
import { describeText, literalOf, type Text, textKey } from '../../model/text.ts';
import { textOf } from '../../model/value.ts';
import { spanOf } from '../span-of.ts';
import { createDirectory } from '../system/resolve.ts';
import { reservedName, reservedRole } from './reserved-role.ts';

/** What IAM Identity Center makes in the accounts of the input, and what cannot be told of it. */
export interface ReservedRoles {
  readonly resources: readonly Resource[];
  readonly diagnostics: readonly Diagnostic[];
}

interface Given {
  readonly deployments: readonly Deployment[];
  readonly resources: readonly Resource[];
  readonly origins: OriginTable;
}

/**
 * The roles that permission sets become in the accounts that they are assigned in: one for each account, whoever is
 * assigned. An account that shows its roles shows these too. Those in accounts that are not in the input stay out, and so do
 * those of which it cannot be told whether they are; both is said.
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/permissionsetsconcept.html
 */
export function reservedRoles({ deployments, resources, origins }: Given): ReservedRoles {
  const assignments = resources.filter(({ type }) => type === 'AWS::SSO::Assignment');
  if (assignments.length === 0) return { resources: [], diagnostics: [] };
  const found = assignedIn(assignments, { deployments, resources, origins });
  const shown = new Set(
    resources.flatMap(({ type, arn }) => (type === 'AWS::IAM::Role' ? (shownName(arn) ?? []) : [])),
  );
  const roles = found.places.flatMap(({ permissionSet, from, to, guard, origin }) =>
    shown.has(`${textKey(to.account)} ${reservedName(permissionSet)}`)
      ? []
      : [reservedRole({ permissionSet, from, to, guard, origin })],
  );
  const known = new Set(resources.map(({ id }) => id));
  return { resources: roles.filter(({ id }) => !known.has(id)), diagnostics: found.diagnostics };
}

/** `111122223333 AWSReservedSSO_Administrators` of the ARN of such a role in an account; undefined for other roles. */
function shownName(arn: Text | undefined): string | undefined {
  const literal = arn === undefined ? undefined : literalOf(arn);
  const parts = /:iam::(\d+):role\/aws-reserved\/sso\.amazonaws\.com\/.*?(AWSReservedSSO_.+)_[0-9a-f]{16}$/.exec(
    literal ?? '',
  );
  return parts === null ? undefined : `${parts[1]} ${parts[2]}`;
}

type Place = Parameters<typeof reservedRole>[0];

function assignedIn(
  assignments: readonly Resource[],
  given: Given,
): { readonly places: readonly Place[]; readonly diagnostics: readonly Diagnostic[] } {
  const { deployments, resources, origins } = given;
  const standing = new Map(deployments.map((deployment) => [deployment.id, deployment]));
  const byId = new Map(resources.map((resource) => [resource.id, resource]));
  const accountOf = ({ deployment }: Resource) => textKey(standing.get(deployment)?.account ?? []);
  const directory = createDirectory(resources, byId, accountOf);
  const places = new Map<string, Place>();
  const diagnostics: Diagnostic[] = [];
  for (const assignment of assignments) {
    const own = standing.get(assignment.deployment);
    const said = assignment.properties.entries.get('PermissionSetArn');
    const sets = said === undefined ? [] : directory.resolve(said, assignment, ['AWS::SSO::PermissionSet']);
    if (sets.some(({ kind }) => kind !== 'resource')) diagnostics.push(notKnown(assignment, origins));
    for (const { account, guard } of accountsOf(assignment)) {
      const to = placeIn(account, own, deployments);
      if (to === undefined) diagnostics.push(notHere(assignment, account, origins));
      else
        for (const set of sets)
          if (set.kind === 'resource')
            addPlace(
              places,
              { ...set, to, guard: and(assignment.guard, guard, set.guard) },
              { assignment, standing, origins },
            );
    }
  }
  return { places: [...places.values()], diagnostics };
}

/** One role for each account and permission set: it is there when any of its assignments is. */
function addPlace(
  places: Map<string, Place>,
  { resource, to, guard }: { readonly resource: Resource; readonly to: Deployment; readonly guard: Guard },
  among: {
    readonly assignment: Resource;
    readonly standing: ReadonlyMap<Deployment['id'], Deployment>;
    readonly origins: OriginTable;
  },
): void {
  const from = among.standing.get(resource.deployment);
  if (from === undefined || !isPossible(guard)) return;
  const key = `${to.id} ${resource.id}`;
  const before = places.get(key);
  if (before !== undefined) {
    places.set(key, { ...before, guard: or(before.guard, guard) });
    return;
  }
  const origin = among.origins.add({
    kind: 'inferred',
    by: 'a permission set that is assigned in an account',
    from: [resource.origin, among.assignment.origin],
  });
  places.set(key, { permissionSet: resource, from, to, guard, origin });
}

function accountsOf({ properties }: Resource): readonly { readonly account: Text; readonly guard: Guard }[] {
  return optionsOf(properties.entries.get('TargetId')).flatMap(({ guard, value }) => {
    const account = value === undefined ? undefined : textOf(value);
    return account === undefined || account.length === 0 ? [] : [{ account, guard }];
  });
}

/** Equal texts mean the same account, known or not. Where many deployments share it, the assignment's own comes first. */
function placeIn(
  account: Text,
  own: Deployment | undefined,
  deployments: readonly Deployment[],
): Deployment | undefined {
  const key = textKey(account);
  const there = deployments.filter((each) => textKey(each.account) === key);
  return there.find((each) => each === own) ?? there.find(({ role }) => role === 'subject') ?? there[0];
}

function notHere(assignment: Resource, account: Text, origins: OriginTable): Diagnostic {
  const told = describeText(account);
  const source = spanOf(assignment.origin, origins, '');
  if (literalOf(account) === undefined)
    return {
      level: 'warning',
      code: 'identity-center-account',
      message: `${assignment.address} assigns a permission set in account ${told}, and it cannot be told which one that is; its role counts in none, give the value`,
      source,
    };
  return {
    level: 'info',
    code: 'identity-center-account',
    message: `${assignment.address} assigns a permission set in account ${told}, which none of the inputs is said to be in; what its role may do there is not assessed, add that account with --context or write account: for a deployment in bartizan.yaml`,
    source,
  };
}

function notKnown(assignment: Resource, origins: OriginTable): Diagnostic {
  return {
    level: 'warning',
    code: 'identity-center-permission-set',
    message: `${assignment.address} assigns a permission set that is not among the inputs; the role that it makes is not assessed, add what makes it with --context`,
    source: spanOf(assignment.origin, origins, ''),
  };
}
