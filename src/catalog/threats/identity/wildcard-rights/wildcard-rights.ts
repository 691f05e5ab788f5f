import { and } from '../../../../model/guard.ts';
import type { Questions } from '../../../../model/questions.ts';
import type { Resource } from '../../../../model/resource.ts';
import { defineThreat, type Evidence, type Fix, type ThreatMatch } from '../../../../model/threat.ts';
import { administration } from '../../../moves/administrators.ts';
import { fixOf, keyUnder } from '../../../threat-match.ts';
import { boundedRights, citations, type WideRight, wholeServices, wideRights } from '../../../wide-rights.ts';
import { boundedMatch, codeServices, heldBy, principalOf, trustedServices } from '../principals.ts';

export default defineThreat({
  title: 'Rights on everything of a kind',
  statement: {
    source: 'anyone who gets to act as this identity',
    prerequisites: 'through a flaw in what runs as it or a stolen credential',
    action: 'use the data and resources of all workloads in the account, not only its own',
    impact: 'a small mistake that becomes a large loss',
  },
  stride: ['elevation-of-privilege', 'information-disclosure'],
  techniques: ['T1078.004', 'T1530'],
  weaknesses: ['CWE-250', 'CWE-1220'],
  controls: ['least-privilege', 'permissions-boundary'],
  likelihood: 2,
  impact: 3,
  howUsed:
    'One compromised workload reads the tables, queues and secrets of all the others, since nothing in its rights says which are its own. Attackers list first and take everything that the list shows.',
  howTested:
    "With the workload's role, read a resource of another one: aws dynamodb get-item or s3 cp on a name that is not its own must be refused. The IAM policy simulator tells the same without a call.",
  falsePositives: 'Tools whose task is the whole account, such as backup or inventory.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege'],
  *find(element, ask) {
    const principal = principalOf(element, ask);
    // Who is an administrator has all of this; that is told once.
    if (principal === undefined || administration(ask, principal) !== undefined) return;
    const fix = fixOf(principal, {
      control: 'least-privilege',
      title: 'Name the resources that the task needs',
      property: 'Policies',
      value: 'ARNs of the resources that are used instead of *',
    });
    const rights = [...wideRights(ask, principal), ...wholeServices(ask, principal)].filter(
      (right) => !isServicesOwn(ask, principal, right),
    );
    if (rights.length > 0) yield open(ask, principal, { rights, fix });
    else {
      const taken = boundedRights(ask, principal).map(({ right }) => right.action);
      if (taken.length > 0) yield boundedMatch(ask, principal, { key: '', what: taken.join(', '), fix });
    }
  },
});

function open(
  ask: Questions,
  principal: Resource,
  { rights, fix }: { readonly rights: readonly WideRight[]; readonly fix: Fix },
): ThreatMatch {
  const guard = and(...rights.map(({ decision }) => decision.guard));
  const [first = { note: 'its policies', origin: principal.origin }, ...rest] = rights.flatMap(
    ({ right, decision }): readonly Evidence[] =>
      citations(
        ask,
        principal,
        decision,
        ({ policy }) => `policy ${policy.name} lets it ${right.means} (${right.action})`,
      ).slice(0, 1),
  );
  return {
    key: keyUnder('', guard),
    status: 'open',
    guard,
    evidence: [first, ...rest],
    controls: [],
    fix,
    adjust: [...weighed(rights), ...heldBy(ask, principal), ...usual(rights)],
  };
}

function weighed(rights: readonly WideRight[]): NonNullable<ThreatMatch['adjust']> {
  const worst = Math.max(...rights.map(({ right }) => right.weight));
  const because = rights.find(({ right }) => right.weight === worst)?.right.means ?? '';
  return worst === 3 ? [] : [{ of: 'impact', by: worst - 3, because: `it may ${because}` }];
}

/** A policy that AWS made for the one service that acts as the role: nobody but AWS can use it for anything else. */
function isServicesOwn(ask: Questions, principal: Resource, right: WideRight): boolean {
  const services = trustedServices(ask, principal);
  return isByAws([right]) && services.length > 0 && !services.some((service) => codeServices.has(service));
}

function isByAws(rights: readonly WideRight[]): boolean {
  return rights.every(({ decision }) => decision.allowedBy.every(({ policy }) => policy.kind === 'aws-managed'));
}

/** Policies that AWS tells every instance or node of a kind to have. */
const agents =
  /^(AmazonSSMManagedInstanceCore|AmazonEKS\w*|AmazonEC2ContainerServiceforEC2Role|CloudWatchAgentServerPolicy)$/;

function usual(rights: readonly WideRight[]): NonNullable<ThreatMatch['adjust']> {
  const all =
    isByAws(rights) &&
    rights.every(({ decision }) => decision.allowedBy.every(({ policy }) => agents.test(policy.name)));
  return all ? [{ of: 'likelihood', by: -2, because: 'AWS asks for this policy where its agent runs' }] : [];
}
