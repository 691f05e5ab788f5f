import { defineMove, type MoveInstance } from '../../../model/attack.ts';
import { casesOf } from '../../../model/fact.ts';
import { and } from '../../../model/guard.ts';
import type { ResourceId } from '../../../model/id.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { literalOf } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import { rolesOf } from '../../roles-of.ts';
import type { Going } from '../going.ts';
import { instance } from '../instance.ts';
import { byWorkload } from '../sessions.ts';

export default defineMove({
  title: 'Take the credentials of the machine from a container on it',
  description:
    'Code in a container asks the metadata service of the machine that it runs on, where answers travel as far as the container, and acts as the role of the machine.',
  technique: 'T1552.005',
  actions: [],
  references: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html',
  ],
  cost: 1,
  *instances(ask) {
    for (const service of ask.system.ofType('AWS::ECS::Service')) {
      if (!runsOnMachines(service)) continue;
      for (const { cluster, host } of hostsOf(ask, service)) yield* taken(ask, service, { cluster, host });
    }
  },
});

/** "If no launch type is specified […] EC2 is used": https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html */
function runsOnMachines({ properties }: Resource): boolean {
  const type = properties.entries.get('LaunchType');
  const strategy = properties.entries.get('CapacityProviderStrategy');
  const providers = (strategy?.kind === 'list' ? strategy.items : []).flatMap((item) =>
    item.kind === 'map' ? (item.entries.get('CapacityProvider') ?? []) : [],
  );
  const isFargate = (one: Value) => /^FARGATE/.test(literalOf(textOf(one) ?? []) ?? '');
  if (type === undefined) return providers.length === 0 || !providers.every(isFargate);
  return literalOf(textOf(type) ?? []) === 'EC2';
}

interface Host {
  readonly cluster: Resource;
  readonly host: Resource;
}

/** Groups of machines that join the cluster: by a capacity provider, or as what they start with names it. */
function hostsOf(ask: Questions, service: Resource): readonly Host[] {
  const cluster = service.properties.entries.get('Cluster');
  const clusters = (
    cluster === undefined ? [] : ask.system.resolve(cluster, service.id, ['AWS::ECS::Cluster'])
  ).flatMap((end) => (end.kind === 'resource' ? [end.resource] : []));
  const named = (ids: readonly ResourceId[]) => ids.flatMap((id) => ask.system.resource(id) ?? []);
  return clusters.flatMap((one) => {
    const naming = named(ask.system.referrers(one.id));
    const providers = [one, service, ...naming]
      .flatMap(({ id }) => named(ask.system.references(id)))
      .filter(({ type }) => type === 'AWS::ECS::CapacityProvider');
    const made = [...providers, ...naming].flatMap(({ id }) => [
      ...named(ask.system.references(id)),
      ...named(ask.system.referrers(id)),
    ]);
    const machines = [...naming, ...made].filter(({ type }) =>
      ['AWS::AutoScaling::AutoScalingGroup', 'AWS::EC2::Instance'].includes(type),
    );
    return [...new Set(machines)].map((host) => ({ cluster: one, host }));
  });
}

function* taken(ask: Questions, service: Resource, { cluster, host }: Host): Generator<MoveInstance> {
  const answered = metadataAnswers(ask, service, host);
  if (answered === undefined) return;
  const note = `${service.address} runs on machines of ${host.address}, which belong to ${cluster.address}`;
  for (const { role, purpose, guard } of rolesOf(ask.system, host.id)) {
    if (purpose !== 'workload') continue;
    yield* instance({
      needs: [{ kind: 'runs-code', resource: service.id }],
      gives: { kind: 'acts-as', principal: role.id, session: byWorkload(host.id) },
      ...answered,
      proof: [
        { kind: 'runs-as', workload: host.id, role: role.id, origin: host.origin },
        { kind: 'setting', resource: service.id, property: 'Cluster', note, origin: service.origin },
      ],
      guard: and(service.guard, host.guard, guard, role.guard),
    });
  }
}

/**
 * Does the metadata service of the machine answer the container? In the machine's own network always; over a bridge, one hop
 * further away, only where answers travel that far or no token is asked for, whose way alone is limited. Undefined when not.
 */
function metadataAnswers(ask: Questions, service: Resource, host: Resource): Going | undefined {
  const metadata = casesOf(ask.system.fact(host.id, 'workload')).flatMap(({ fact }) =>
    fact.kind === 'known' ? casesOf(fact.value.metadata).map((one) => one.fact) : [],
  );
  const isIn = (state: string) => metadata.some((fact) => fact.kind === 'known' && fact.value === state);
  if (isIn('off')) return undefined;
  if (setting(ask, service, 'hostNetwork') === true || isIn('token-optional')) return { proof: [] };
  const beyond = setting(ask, host, 'metadataBeyondHost');
  if (beyond !== false)
    return { proof: [], ...(beyond === undefined && { provided: `answers leave the machines of ${host.address}` }) };
  const isOnOwnInterface = casesOf(ask.system.fact(service.id, 'placement')).some(({ fact }) => fact.kind === 'known');
  return isOnOwnInterface
    ? { proof: [], provided: `the agent on ${host.address} lets tasks with interfaces of their own ask for metadata` }
    : undefined;
}

function setting(ask: Questions, { id }: Resource, name: 'hostNetwork' | 'metadataBeyondHost'): boolean | undefined {
  const [first] = casesOf(ask.system.fact(id, 'settings')).flatMap(({ fact }) =>
    fact.kind === 'known' ? casesOf(fact.value[name] ?? { kind: 'not-applicable', reason: '' }) : [],
  );
  return first?.fact.kind === 'known' ? first.fact.value : undefined;
}
