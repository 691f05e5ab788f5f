import { casesOf } from '../../../model/fact.ts';
import type { Statement } from '../../../model/policy.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import type { Element } from '../../../model/system.ts';
import { literalOf } from '../../../model/text.ts';
import type { ControlState, Evidence, Fix, ThreatMatch } from '../../../model/threat.ts';
import { isCandidate } from '../../is-candidate.ts';
import { decideOnAny, isBounded } from '../../wide-rights.ts';

/** Services under which code of customers runs, so that the code holds the role's credentials. */
export const codeServices: ReadonlySet<string> = new Set([
  'ec2.amazonaws.com',
  'lambda.amazonaws.com',
  'edgelambda.amazonaws.com',
  'ecs-tasks.amazonaws.com',
  'codebuild.amazonaws.com',
  'sagemaker.amazonaws.com',
  'glue.amazonaws.com',
  'pods.eks.amazonaws.com',
  'tasks.apprunner.amazonaws.com',
]);

/** The role or user that an element is; undefined for groups, for roles of AWS's own, and for all else. */
export function principalOf(element: Element, { system }: Questions): Resource | undefined {
  const resource = element.resource === undefined ? undefined : system.resource(element.resource);
  if (resource === undefined) return undefined;
  const counts = casesOf(system.fact(resource.id, 'principal')).some(
    ({ fact }) =>
      fact.kind === 'unknown' ||
      fact.value.kind === 'user' ||
      (fact.value.kind === 'role' && !fact.value.serviceLinked),
  );
  return counts ? resource : undefined;
}

/** Statements of a role's trust policy that let somebody in. */
export function trustStatements({ system }: Questions, role: Resource): readonly Statement[] {
  return casesOf(system.fact(role.id, 'trustPolicy')).flatMap(({ fact }) =>
    fact.kind === 'unknown'
      ? []
      : fact.value.flatMap(({ document }) => document.statements.filter(({ effect }) => effect === 'Allow')),
  );
}

/** AWS services that a role trusts, sorted. */
export function trustedServices(ask: Questions, role: Resource): readonly string[] {
  const names = trustStatements(ask, role).flatMap(({ principals = [] }) =>
    principals.flatMap(({ kind, value }) => (kind === 'Service' ? (literalOf(value) ?? []) : [])),
  );
  return [...new Set(names)].sort();
}

/** A right that the policies give and that a permissions boundary alone takes away: the threat is there and mitigated. */
export function* bounded(
  ask: Questions,
  principal: Resource,
  right: { readonly action: string; readonly kind: string; readonly fix: Fix },
): Iterable<ThreatMatch> {
  if (!isCandidate(ask.access, right.action, principal)) return;
  if (!isBounded(ask, principal, { right, decision: decideOnAny(ask, principal, right) })) return;
  yield boundedMatch(ask, principal, { key: '', what: right.action, fix: right.fix });
}

/** The match for a right that only the permissions boundary stops. */
export function boundedMatch(
  { system }: Questions,
  principal: Resource,
  { key, what, fix }: { readonly key: string; readonly what: string; readonly fix: Fix },
): ThreatMatch {
  const [place] = casesOf(system.fact(principal.id, 'permissionsBoundary')).flatMap(({ fact }) => fact.origins);
  const evidence: Evidence = {
    note: `the permissions boundary does not include ${what}`,
    origin: place ?? principal.origin,
  };
  const control: ControlState = { control: 'permissions-boundary', state: 'in-force', evidence };
  return { key, status: 'mitigated', evidence: [evidence], controls: [control], fix };
}

/** Credentials in the hands of code are easier to get at than those that only AWS uses. */
export function heldBy(ask: Questions, principal: Resource): NonNullable<ThreatMatch['adjust']> {
  const services = trustedServices(ask, principal);
  const names = services.join(', ');
  if (services.some((service) => codeServices.has(service)))
    return [{ of: 'likelihood', by: 1, because: `code that runs under ${names} acts as it` }];
  return services.length === 0 ? [] : [{ of: 'likelihood', by: -1, because: `only ${names} acts as it` }];
}
