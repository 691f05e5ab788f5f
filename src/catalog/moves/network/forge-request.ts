import { defineMove } from '../../../model/attack.ts';
import { casesOf } from '../../../model/fact.ts';
import { and, type Guard } from '../../../model/guard.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { rolesOf } from '../../roles-of.ts';
import { instance } from '../instance.ts';
import { byWorkload } from '../sessions.ts';
import { workloads } from '../workloads.ts';

export default defineMove({
  title: 'Have the software fetch its own credentials',
  description:
    'A plain request to the metadata service gives the credentials of an instance that asks for no session token: software that fetches what strangers name hands them out, and no code need be run.',
  technique: 'T1552.005',
  actions: [],
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html'],
  cost: 3,
  *instances(ask) {
    for (const workload of workloads(ask))
      for (const answers of answersToAll(ask, workload))
        for (const { role, purpose, guard } of rolesOf(ask.system, workload.id))
          if (purpose === 'workload')
            yield* instance({
              needs: [{ kind: 'can-call', resource: workload.id }],
              gives: { kind: 'acts-as', principal: role.id, session: byWorkload(workload.id) },
              proof: [
                { kind: 'assumed', note: `${workload.address} fetches addresses that a request names` },
                { kind: 'runs-as', workload: workload.id, role: role.id, origin: workload.origin },
              ],
              guard: and(workload.guard, answers, role.guard, guard),
              weakness: true,
            });
  },
});

/** When its metadata service answers requests without a session token. */
function answersToAll(ask: Questions, workload: Resource): readonly Guard[] {
  return casesOf(ask.system.fact(workload.id, 'workload')).flatMap(({ guard, fact }) =>
    fact.kind === 'unknown'
      ? []
      : casesOf(fact.value.metadata).flatMap(({ guard: own, fact: state }) =>
          state.kind === 'known' && state.value === 'token-optional' ? [and(guard, own)] : [],
        ),
  );
}
