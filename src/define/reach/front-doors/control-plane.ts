import { controlPlaneWays } from '../../../catalog/data/control-plane-ways.ts';
import type { ControlPlaneDoor } from '../../../model/entry.ts';
import { casesOf } from '../../../model/fact.ts';
import { and, type Guard, isPossible } from '../../../model/guard.ts';
import type { Connection, ControlPlaneWay, Hop } from '../../../model/reach.ts';
import type { Resource } from '../../../model/resource.ts';
import { connecting, type Finder } from '../finder.ts';
import { internetEnds } from '../outside/outside-end.ts';
import { connectionOf, type Finding } from '../packets/verdict.ts';
import { toService } from './service-connection.ts';

/** All ways in that the control plane opens to a resource. What IAM says of the caller is not asked here. */
export function controlPlaneOf(finder: Finder, to: Resource): readonly ControlPlaneWay[] {
  const own = casesOf(finder.network.base.fact(to.id, 'controlPlane')).flatMap(({ guard, fact }) =>
    fact.kind === 'unknown' ? [] : fact.value.flatMap((door) => waysOf(finder, { to, door, guard })),
  );
  return [...own, ...tunnels(finder, to)];
}

interface Door {
  readonly to: Resource;
  readonly door: ControlPlaneDoor;
  readonly guard: Guard;
}

function waysOf(finder: Finder, { to, door, guard }: Door): readonly ControlPlaneWay[] {
  const { actions, title } = controlPlaneWays[door.kind];
  return casesOf(door.on).flatMap((option): readonly ControlPlaneWay[] => {
    const both = and(to.guard, guard, option.guard);
    if (!isPossible(both)) return [];
    const { fact } = option;
    const hop = (because: string): Hop => ({
      component: 'control-plane',
      because,
      resource: to.id,
      origin: fact.origins[0] ?? door.origin,
    });
    const way = { kind: door.kind, actions, guard: both } as const;
    if (fact.kind === 'unknown') return [{ ...way, verdict: 'unknown', through: [], settledBy: fact.settledBy }];
    if (!fact.value) {
      const blockedBy = hop(`${title}: not switched on for ${to.address}`);
      return [{ ...way, verdict: 'blocked', through: [], blockedBy }];
    }
    const opened = hop(`${title}: switched on for ${to.address}`);
    if (door.kind !== 'ssm') return [{ ...way, verdict: 'open', through: [opened] }];
    return [withAgent(way, opened, agentConnections(finder, to))];
  });
}

/**
 * The agent in the machine calls Systems Manager, never the other way round: over an endpoint in the VPC, or out to the
 * internet ("Setting up Session Manager": the instance must reach `ssm` and `ssmmessages` over HTTPS).
 */
function agentConnections(finder: Finder, from: Resource): readonly Connection[] {
  const out = () => finder.outward(from, internetEnds, connecting);
  return ['ssm', 'ssmmessages'].map((service) => connectionOf(toService(finder, from, service, out), 443));
}

function withAgent(
  way: Pick<ControlPlaneWay, 'kind' | 'actions' | 'guard'>,
  opened: Hop,
  calls: readonly Connection[],
): ControlPlaneWay {
  const stopped = calls.find(({ verdict }) => verdict === 'blocked');
  if (stopped !== undefined)
    return {
      ...way,
      verdict: 'blocked',
      through: [opened],
      ...(stopped.blockedBy !== undefined && { blockedBy: stopped.blockedBy }),
    };
  const guard = and(way.guard, ...calls.map((call) => call.guard));
  const through = [opened, ...(calls[0]?.through ?? [])];
  const open = calls.find(({ verdict }) => verdict === 'unknown');
  if (open === undefined) return { ...way, guard, verdict: 'open', through };
  return {
    ...way,
    guard,
    verdict: 'unknown',
    through,
    ...(open.settledBy !== undefined && { settledBy: open.settledBy }),
  };
}

/**
 * Endpoints of EC2 Instance Connect open connections to private addresses, from their own or from the caller's address.
 * Those of VPCs that nothing joins with the resource's are left out.
 */
function tunnels(finder: Finder, to: Resource): readonly ControlPlaneWay[] {
  const { interfaces } = finder.interfaces(to);
  if (interfaces.length === 0) return [];
  return [...finder.network.connectEndpoints.values()].flat().flatMap(({ part, by, guard }) =>
    casesOf(part.keepsCaller).flatMap((option): readonly ControlPlaneWay[] => {
      const both = and(guard, option.guard, to.guard);
      if (!isPossible(both) || by.id === to.id) return [];
      const { fact } = option;
      const keeps = fact.kind === 'known' && fact.value;
      const findings = finder.direct(by, to, connecting);
      if (!keeps) return tunnel(by, findings, both, fact.kind === 'unknown' ? fact.settledBy : undefined);
      // The caller's address is seen, but the endpoint must be able to deliver at all.
      const isJoined = findings.some(({ refusal }) => refusal === undefined || refusal.component === 'security-group');
      return isJoined ? tunnel(by, finder.carried(by, to), both, undefined) : [];
    }),
  );
}

function tunnel(
  by: Resource,
  findings: readonly Finding[],
  guard: Guard,
  doubt: string | undefined,
): readonly ControlPlaneWay[] {
  const { actions, title, ports = [] } = controlPlaneWays['instance-connect-endpoint'];
  const tcp = findings.filter(({ protocol }) => protocol === 'tcp');
  const onPorts = ports.map((port) => connectionOf(tcp, port));
  const best =
    onPorts.find(({ verdict }) => verdict === 'open') ??
    onPorts.find(({ verdict }) => verdict === 'unknown') ??
    onPorts[0];
  if (best === undefined || best.blockedBy?.component === 'route') return [];
  const hop: Hop = {
    component: 'control-plane',
    because: `${title} ${by.address}`,
    resource: by.id,
    origin: by.origin,
  };
  const settledBy = doubt ?? best.settledBy;
  return [
    {
      kind: 'instance-connect-endpoint',
      actions,
      verdict: best.verdict === 'open' && doubt !== undefined ? 'unknown' : best.verdict,
      guard: and(guard, best.guard),
      through: [hop, ...best.through],
      ...(best.blockedBy !== undefined && { blockedBy: best.blockedBy }),
      ...(best.verdict !== 'blocked' && settledBy !== undefined && { settledBy }),
    },
  ];
}
