import { defineMove, type ProofItem } from '../../../model/attack.ts';
import { and, type Guard, isPossible } from '../../../model/guard.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { namedScalars } from '../../named-scalars.ts';
import { instance } from '../instance.ts';
import { mouldsOf } from '../kept-values.ts';
import { networkWays } from '../network-ways.ts';
import { workloads } from '../workloads.ts';

const SSH = 22;

export default defineMove({
  title: 'Sign in to an instance with its private key',
  description: 'Whoever has the private half of an instance’s key pair, and comes through to port 22, runs code there.',
  technique: 'T1021',
  actions: [],
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-key-pairs.html'],
  cost: 1,
  *instances(ask) {
    if (ask.system.ofType('AWS::EC2::KeyPair').length === 0) return;
    for (const workload of workloads(ask))
      for (const { pair, proof, guard } of pairsOf(ask, workload))
        for (const way of networkWays(ask, workload, SSH))
          yield* instance({
            needs: [{ kind: 'knows', resource: pair.id }, ...way.needs],
            gives: { kind: 'runs-code', resource: workload.id },
            proof: [way.proof, proof],
            guard: and(workload.guard, guard, way.guard),
          });
  },
});

interface Pair {
  readonly pair: Resource;
  readonly proof: ProofItem;
  readonly guard: Guard;
}

/** Key pairs that the workload is started with: its own, or those of its launch template or configuration. */
function pairsOf(ask: Questions, workload: Resource): readonly Pair[] {
  return [...mouldsOf(ask, workload)].flatMap((id) => {
    const holder = ask.system.resource(id);
    return holder === undefined ? [] : keyNamesIn(ask, holder);
  });
}

/** `KeyName` of an instance or launch configuration stands by itself, that of a launch template in its data. */
function keyNamesIn(ask: Questions, holder: Resource): readonly Pair[] {
  return ['KeyName', 'LaunchTemplateData'].flatMap((property) => {
    const value = holder.properties.entries.get(property);
    return [...(value === undefined ? [] : namedScalars(value, property))]
      .filter(({ name }) => name === 'KeyName')
      .flatMap((one) =>
        ask.system.resolve(one.value, holder.id, ['AWS::EC2::KeyPair']).flatMap((end): readonly Pair[] => {
          const guard = and(one.guard, end.guard);
          if (end.kind !== 'resource' || !isPossible(guard)) return [];
          const note = `${holder.address} is started with key pair ${end.resource.address}`;
          const { origin } = one.value;
          return [
            { pair: end.resource, guard, proof: { kind: 'setting', resource: holder.id, property, note, origin } },
          ];
        }),
      );
  });
}
