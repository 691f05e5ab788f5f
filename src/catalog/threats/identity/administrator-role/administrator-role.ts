import { and } from '../../../../model/guard.ts';
import type { Questions } from '../../../../model/questions.ts';
import type { Resource } from '../../../../model/resource.ts';
import { defineThreat, type ThreatMatch } from '../../../../model/threat.ts';
import { administration } from '../../../moves/administrators.ts';
import { isSure } from '../../../moves/permission.ts';
import { fixOf, keyUnder } from '../../../threat-match.ts';
import { citations } from '../../../wide-rights.ts';
import { bounded, codeServices, principalOf, trustedServices } from '../principals.ts';

export default defineThreat({
  title: 'Identity with all rights',
  statement: {
    source: 'anyone who gets to act as this identity',
    prerequisites: 'through a flaw in what runs as it, a stolen credential or the right to pass it on',
    action: 'do everything in the account, and give those rights to others',
    impact: 'loss of the whole account',
  },
  stride: ['elevation-of-privilege'],
  techniques: ['T1078.004', 'T1098.003', 'T1136.003'],
  weaknesses: ['CWE-250', 'CWE-269'],
  controls: ['least-privilege', 'permissions-boundary'],
  likelihood: 3,
  impact: 5,
  howUsed:
    'Attackers who land on any workload ask first what they are (sts:GetCallerIdentity) and then what they may do. A role with all rights ends the search: they make users and keys for later, switch logging off, and read or encrypt everything.',
  howTested:
    "Take the role in a session of your own and call something far from its task, such as aws iam list-users or aws organizations describe-organization. It must be refused. IAM's last accessed data shows which services it really used.",
  falsePositives: 'The one role that people take, with a second factor, when nothing else helps.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege'],
  *find(element, ask) {
    const principal = principalOf(element, ask);
    if (principal === undefined) return;
    const proof = administration(ask, principal);
    const fix = fixOf(principal, {
      control: 'least-privilege',
      title: 'Give the actions that the task needs',
      property: 'ManagedPolicyArns and Policies',
      value: 'a policy with the actions and resources that are used',
    });
    if (proof === undefined) yield* bounded(ask, principal, { action: 'iam:CreateUser', kind: 'user/', fix });
    else {
      const guard = and(...proof.map(({ decision }) => decision.guard));
      const open = proof.filter((item) => !isSure(item)).flatMap(({ decision }) => decision.conditions);
      const evidence = proof.flatMap(({ decision }) =>
        citations(
          ask,
          principal,
          decision,
          ({ policy }) => `policy ${policy.name} allows everything that an administrator needs`,
        ),
      );
      const [first = { note: 'it may make administrators', origin: principal.origin }, ...rest] = unique(evidence);
      yield {
        key: keyUnder('', guard),
        status: 'open',
        guard,
        evidence: [first, ...rest],
        controls: [],
        fix,
        adjust: [
          ...worse(ask, principal),
          ...(open.length === 0
            ? []
            : [
                {
                  of: 'likelihood' as const,
                  by: -1,
                  because: `only when ${open.map(({ key }) => key).join(' and ')} fits`,
                },
              ]),
        ],
      };
    }
  },
});

type Evidence = ThreatMatch['evidence'][number];

function unique(evidence: readonly Evidence[]): readonly Evidence[] {
  return [...new Map(evidence.map((one) => [`${one.note} ${one.origin}`, one])).values()];
}

/** Code that runs with it can be tricked into using it. */
function worse(ask: Questions, principal: Resource): NonNullable<ThreatMatch['adjust']> {
  const services = trustedServices(ask, principal).filter((service) => codeServices.has(service));
  return services.length === 0
    ? []
    : [{ of: 'likelihood', by: 1, because: `code that runs under ${services.join(', ')} may act as it` }];
}
