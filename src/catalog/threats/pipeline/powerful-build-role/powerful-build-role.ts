import { casesOf } from '../../../../model/fact.ts';
import type { Questions } from '../../../../model/questions.ts';
import type { Resource } from '../../../../model/resource.ts';
import { defineThreat, type Evidence, type ThreatMatch } from '../../../../model/threat.ts';
import { administration } from '../../../moves/administrators.ts';
import { rolesOf } from '../../../roles-of.ts';
import { fixOf, keyUnder, subjectOf } from '../../../threat-match.ts';
import { wideRights } from '../../../wide-rights.ts';

export default defineThreat({
  title: 'Build that may do too much',
  statement: {
    source: 'anyone who can change what is built',
    prerequisites: 'with a commit, a pull request that is built, or a changed dependency',
    action: 'run commands with the rights of the build',
    impact: 'control of everything that the build may touch',
  },
  stride: ['elevation-of-privilege', 'tampering'],
  techniques: ['T1677', 'T1072', 'T1078.004'],
  weaknesses: ['CWE-250', 'CWE-829'],
  controls: ['protected-pipeline', 'least-privilege'],
  likelihood: 3,
  impact: 4,
  howUsed:
    "Builds run what a commit says. A pull request that changes the build file, or a dependency with an install script, runs with the build's role and takes it along: attackers of supply chains aim at this point.",
  howTested:
    "From a branch that may not deploy, let a build print aws sts get-caller-identity and try what only a release may do. It must be refused. The role's rights must name the pipeline's own resources.",
  falsePositives: 'Builds of branches that only reviewed changes reach, of software without foreign dependencies.',
  references: ['https://docs.aws.amazon.com/codebuild/latest/userguide/setting-up-service-role.html'],
  *find(element, ask) {
    const build = subjectOf(element, ask.system);
    if (build === undefined || !isBuild(ask, build)) return;
    for (const { role, guard } of rolesOf(ask.system, build.id)) {
      const power = powerOf(ask, role);
      if (power === undefined) continue;
      const evidence: Evidence = { note: `it runs as ${role.address}, which ${power.told}`, origin: build.origin };
      const match: ThreatMatch = {
        key: keyUnder(role.address, guard),
        guard,
        status: 'open',
        evidence: [evidence, { note: power.told, origin: role.origin }],
        controls: [],
        adjust: power.all ? [{ of: 'impact', by: 1, because: 'the role has all rights' }] : [],
        fix: fixOf(role, {
          control: 'least-privilege',
          title: 'Give the build what it needs, and deploy with a role of its own',
          property: 'ManagedPolicyArns and Policies',
          value: 'the actions and resources that the build uses',
        }),
      };
      yield match;
    }
  },
});

/** Builds run commands that come with the source. */
function isBuild({ system }: Questions, resource: Resource): boolean {
  return casesOf(system.fact(resource.id, 'runsAs')).some(
    ({ fact }) =>
      fact.kind === 'known' &&
      fact.value.some(({ service, purpose }) => purpose === 'workload' && service === 'codebuild.amazonaws.com'),
  );
}

function powerOf(ask: Questions, role: Resource): { readonly told: string; readonly all: boolean } | undefined {
  if (administration(ask, role) !== undefined) return { told: 'has all rights', all: true };
  const rights = wideRights(ask, role);
  if (rights.length === 0) return undefined;
  return { told: `may ${rights.map(({ right }) => right.means).join(', ')}`, all: false };
}
