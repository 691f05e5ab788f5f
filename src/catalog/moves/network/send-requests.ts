import { defineMove } from '../../../model/attack.ts';
import { and } from '../../../model/guard.ts';
import type { Connection } from '../../../model/reach.ts';
import { instance } from '../instance.ts';
import { type Admission, admitsStrangers } from '../strangers.ts';
import { workloads } from '../workloads.ts';

export default defineMove({
  title: 'Send requests from the internet',
  description: 'The network lets connections from the internet through to it, and it answers whoever asks.',
  technique: 'T1133',
  actions: [],
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-best-practices.html'],
  cost: 1,
  *instances(ask) {
    const code = new Set(workloads(ask));
    for (const { resource, connection } of ask.reach.fromInternet()) {
      // What a front door hands on is a step of its own.
      if (connection.via !== undefined || !isWorthAStep(connection)) continue;
      // What a front door asks of callers, it asks before it hands their requests on.
      const admitted: Admission = code.has(resource) ? admitsStrangers(ask, resource) : { admits: 'yes' };
      if (admitted.admits === 'no') continue;
      const open =
        connection.verdict === 'open' ? undefined : `${connection.settledBy ?? 'more input'} lets the internet in`;
      const provided = open ?? admitted.provided;
      yield* instance({
        needs: [{ kind: 'network', where: 'internet' }],
        gives: { kind: 'can-call', resource: resource.id },
        proof: [{ kind: 'reachable', from: 'internet', to: resource.id, hops: connection.through }],
        guard: and(resource.guard, connection.guard),
        ...(provided !== undefined && { provided }),
      });
    }
  },
});

/** Where it is not known whether the way is open, at least a rule must let the internet in: all else is a guess. */
function isWorthAStep({ verdict, through }: Connection): boolean {
  return (
    verdict === 'open' || (verdict === 'unknown' && through.some(({ component }) => component === 'security-group'))
  );
}
