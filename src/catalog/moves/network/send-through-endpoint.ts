import { defineMove, type ProofItem } from '../../../model/attack.ts';
import { casesOf } from '../../../model/fact.ts';
import { and, type Guard, isPossible } from '../../../model/guard.ts';
import type { ResourceId } from '../../../model/id.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { type VpcEndpoint, vpcEndpoints } from '../endpoints.ts';
import { instance } from '../instance.ts';
import { workloads } from '../workloads.ts';

export default defineMove({
  title: 'Send requests through a VPC endpoint',
  description:
    'Code in a workload of the VPC sends requests through its endpoint: what policies allow only from there, stolen credentials may do from there.',
  technique: 'T1078.004',
  actions: [],
  references: ['https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html'],
  cost: 1,
  *instances(ask) {
    const endpoints = vpcEndpoints(ask);
    if (endpoints.length === 0) return;
    for (const workload of workloads(ask))
      for (const stand of standsOf(ask, workload))
        for (const endpoint of endpoints)
          if (endpoint.vpc === stand.vpc) yield* sent(ask, { workload, endpoint, guard: stand.guard });
  },
});

/** The VPCs that the workload has an interface in. */
function standsOf(ask: Questions, workload: Resource): readonly { readonly vpc: ResourceId; readonly guard: Guard }[] {
  const found = casesOf(ask.system.fact(workload.id, 'placement')).flatMap(({ guard, fact }) => {
    if (fact.kind === 'unknown') return [];
    const direct =
      fact.value.vpc === undefined ? [] : ask.system.resolve(fact.value.vpc, workload.id, ['AWS::EC2::VPC']);
    const bySubnet = fact.value.subnets
      .flatMap((subnet) => ask.system.resolve(subnet, workload.id, ['AWS::EC2::Subnet']))
      .flatMap((end) => {
        const vpc = end.kind === 'resource' ? end.resource.properties.entries.get('VpcId') : undefined;
        return end.kind === 'resource' && vpc !== undefined
          ? ask.system.resolve(vpc, end.resource.id, ['AWS::EC2::VPC'])
          : [];
      });
    return [...direct, ...bySubnet].flatMap((end) =>
      end.kind === 'resource' ? [{ vpc: end.resource.id, guard: and(guard, end.guard) }] : [],
    );
  });
  const byVpc = new Map(found.map((one) => [one.vpc, one]));
  return [...byVpc.values()].filter(({ guard }) => isPossible(guard));
}

/** An interface has to be reached; a gateway is a route that the subnets of the VPC have or may be given. */
function* sent(
  ask: Questions,
  { workload, endpoint, guard }: { readonly workload: Resource; readonly endpoint: VpcEndpoint; readonly guard: Guard },
) {
  const connection = endpoint.isGateway
    ? undefined
    : ask.reach.connect(
        { kind: 'resource', resource: workload.id },
        { kind: 'resource', resource: endpoint.endpoint.id },
        443,
      );
  if (connection?.verdict === 'blocked') return;
  const note = `requests from ${workload.address} go through ${endpoint.endpoint.address}`;
  const stands: ProofItem = {
    kind: 'setting',
    resource: endpoint.endpoint.id,
    property: 'VpcId',
    note,
    origin: endpoint.endpoint.origin,
  };
  const way: readonly ProofItem[] =
    connection === undefined || connection.through.length === 0
      ? []
      : [{ kind: 'reachable', from: workload.id, to: endpoint.endpoint.id, hops: connection.through }];
  yield* instance({
    needs: [{ kind: 'runs-code', resource: workload.id }],
    gives: { kind: 'network', where: endpoint.endpoint.id },
    proof: [stands, ...way],
    guard: and(workload.guard, endpoint.endpoint.guard, guard, connection?.guard ?? [[]]),
    ...(connection?.verdict === 'unknown' && { provided: connection.settledBy ?? 'the network lets it through' }),
  });
}
