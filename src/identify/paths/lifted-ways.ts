import { always } from '../../model/guard.ts';
import type { Questions } from '../../model/questions.ts';
import type { ControlPlaneWay } from '../../model/reach.ts';
import type { Resource } from '../../model/resource.ts';
import type { LiftedState } from './lifted-states.ts';

/** Ways into a target that are shut, each with the system in which it is open. */
export function shutWays(ask: Questions, target: Resource): readonly LiftedState[] {
  return [...shutByControlPlane(ask, target), ...shutPort(ask, target)];
}

const ways: Readonly<Partial<Record<ControlPlaneWay['kind'], string>>> = {
  'serial-console': 'nobody comes to the serial console of',
  'ecs-exec': 'no commands are let into containers of',
  'data-api': 'there is no way over the Data API to',
  'instance-connect-endpoint': 'no endpoint of EC2 Instance Connect leads to',
};

function shutByControlPlane(ask: Questions, target: Resource): readonly LiftedState[] {
  return ask.reach.controlPlane(target.id).flatMap((way): readonly LiftedState[] => {
    const words = ways[way.kind];
    if (way.verdict !== 'blocked' || words === undefined) return [];
    const reach: Questions['reach'] = {
      ...ask.reach,
      controlPlane: (id) =>
        ask.reach
          .controlPlane(id)
          .map((one) => (id === target.id && one.kind === way.kind ? { ...one, verdict: 'open' } : one)),
    };
    const because = `${words} ${target.address}: ${way.blockedBy?.because ?? 'the way is blocked'}`;
    return [{ because, origin: way.blockedBy?.origin ?? target.origin, ask: { ...ask, reach } }];
  });
}

const machines: ReadonlySet<string> = new Set(['AWS::EC2::Instance', 'AWS::AutoScaling::AutoScalingGroup']);
const shell = 22;

/** Who puts a key into a machine signs in over the network. */
function shutPort(ask: Questions, target: Resource): readonly LiftedState[] {
  if (!machines.has(target.type)) return [];
  const to = { kind: 'resource', resource: target.id } as const;
  const { verdict, blockedBy } = ask.reach.connect({ kind: 'internet' }, to, shell);
  if (verdict !== 'blocked') return [];
  const because = `port ${shell} of ${target.address} is not open to the internet: ${blockedBy?.because ?? 'the way is blocked'}`;
  const connect: Questions['reach']['connect'] = (from, end, port, protocol) =>
    from.kind === 'internet' && end.kind === 'resource' && end.resource === target.id && port === shell
      ? { verdict: 'open', ports: [], guard: always, through: [{ component: 'route', because: 'it was open' }] }
      : ask.reach.connect(from, end, port, protocol);
  return [{ because, origin: blockedBy?.origin ?? target.origin, ask: { ...ask, reach: { ...ask.reach, connect } } }];
}
