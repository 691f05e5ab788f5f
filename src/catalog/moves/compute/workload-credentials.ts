import { defineMove } from '../../../model/attack.ts';
import { casesOf } from '../../../model/fact.ts';
import { and } from '../../../model/guard.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { rolesOf } from '../../roles-of.ts';
import { instance } from '../instance.ts';
import { byWorkload } from '../sessions.ts';
import { workloads } from '../workloads.ts';

export default defineMove({
  title: 'Take the credentials of the workload',
  description:
    'Code in a workload reads the temporary credentials of its role and acts as that role, also from elsewhere.',
  technique: 'T1552.005',
  actions: [],
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html'],
  cost: 1,
  *instances(ask) {
    for (const workload of workloads(ask)) {
      if (metadataIsOff(ask, workload)) continue;
      for (const { role, purpose, guard } of rolesOf(ask.system, workload.id)) {
        if (purpose !== 'workload') continue;
        yield* instance({
          needs: [{ kind: 'runs-code', resource: workload.id }],
          gives: { kind: 'acts-as', principal: role.id, session: byWorkload(workload.id) },
          proof: [{ kind: 'runs-as', workload: workload.id, role: role.id, origin: originOf(ask, workload) }],
          guard: and(workload.guard, role.guard, guard),
        });
      }
    }
  },
});

function originOf(ask: Questions, workload: Resource) {
  const [first] = casesOf(ask.system.fact(workload.id, 'runsAs')).flatMap(({ fact }) => fact.origins);
  return first ?? workload.origin;
}

/** Without the metadata service an instance has no way to its role. */
function metadataIsOff(ask: Questions, workload: Resource): boolean {
  const cases = casesOf(ask.system.fact(workload.id, 'workload'));
  return (
    cases.length > 0 &&
    cases.every(
      ({ fact }) =>
        fact.kind === 'known' &&
        casesOf(fact.value.metadata).every(({ fact: state }) => state.kind === 'known' && state.value === 'off'),
    )
  );
}
